import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { z } from 'zod';
import { findOne } from '../check/targets.ts';
import { chooseEngine } from '../engine-option.ts';
import { plainJson } from '../plain-text.ts';
import { provisionalWords } from '../provisional.ts';
import { openSetup, type Setup } from '../setup.ts';
import { WrongUse, type Verb, type VerbContext } from '../verb.ts';
import {
	asOutput,
	compileGradable,
	gradeSubmission,
	readGradable,
	readHandIn,
	type Gradable
} from './grading.ts';
import { gradeHandIns, listHandIns, type handInsOutput } from './hand-ins.ts';
import { describeGrade } from './report.ts';
import { handInCsv, handInTable } from './table.ts';

const USAGE = `npm run exercise -- grade <exercise> --files <folder> [options]
npm run exercise -- grade <exercise> --all <folder of hand-ins> [options]

Grades submissions with the hidden suite. <exercise> is a folder, or an id track/slug.
After --files: the folder of one learner's files, laid out like start/. After --all: a folder
that holds such a folder for each learner. For an exercise whose answer is no file, a
submission is the JSON file of the answer.

  --engine remote    The server's sandbox, with Deno (default): a submission is code of
                     somebody else. Pages are judged in Chromium, where it is.
  --engine native    A thread of Node. No sandbox: only for code that you have read.
  --json             Report and grade as one object on standard output.
  --csv              With --all: a line for each hand-in, for a spreadsheet.

Exit code: 0 passed (with --all: everybody), 1 not passed, 2 it could not be graded.

  npm run exercise -- grade programming/cafe-till --files ~/submissions/aylin
  npm run exercise -- grade programming/cafe-till --all ~/submissions --csv > marks.csv`;

interface Options {
	json: boolean;
	csv: boolean;
}

function sayProvisional({ provisional, engine }: Setup, terminal: VerbContext['terminal']): void {
	const words = provisionalWords(provisional.size, engine);
	if (words !== null) terminal.say(words);
}

async function gradeOne(
	gradable: Gradable,
	path: string,
	{ json }: Options,
	open: () => Promise<Setup>,
	{ terminal, signal }: VerbContext
): Promise<number> {
	const submission = await readHandIn(gradable, path);
	const setup = await open();
	try {
		const artifacts = await compileGradable(gradable, setup);
		const graded = await gradeSubmission(gradable, artifacts, submission, setup, signal);
		terminal.out(json ? plainJson(asOutput(graded)) : describeGrade(graded.done, graded.notes));
		sayProvisional(setup, terminal);
		return graded.done.passed ? 0 : 1;
	} finally {
		await setup.dispose();
	}
}

async function gradeAll(
	gradable: Gradable,
	folder: string,
	{ json, csv }: Options,
	open: () => Promise<Setup>,
	{ terminal, signal }: VerbContext
): Promise<number> {
	const names = await listHandIns(gradable, folder);
	const setup = await open();
	const bar = terminal.progress('Grading', names.length);
	try {
		const artifacts = await compileGradable(gradable, setup);
		const onGraded = (name: string): void => bar.advance(name);
		const rows = await gradeHandIns(gradable, artifacts, { folder, names }, { setup, signal, onGraded });
		bar.end();
		const output: z.input<typeof handInsOutput> = {
			version: 1,
			exercise: gradable.exercise.id,
			handIns: rows
		};
		terminal.out(json ? plainJson(output) : csv ? handInCsv(rows) : handInTable(rows));
		sayProvisional(setup, terminal);
		return rows.every(({ result }) => result === 'passed') ? 0 : 1;
	} finally {
		bar.end();
		await setup.dispose();
	}
}

export const gradeVerb: Verb = {
	summary: 'Grade submissions: one, or a folder of them',
	usage: () => USAGE,
	async run(args, context) {
		const { terminal, signal, cwd, kinds } = context;
		const { values, positionals } = parseArgs({
			args: [...args],
			allowPositionals: true,
			options: {
				files: { type: 'string' },
				all: { type: 'string' },
				engine: { type: 'string' },
				json: { type: 'boolean', default: false },
				csv: { type: 'boolean', default: false }
			}
		});
		const [typed, ...others] = positionals;
		const { files, all, csv, json } = values;
		if (typed === undefined || others.length > 0 || (files === undefined) === (all === undefined))
			throw new WrongUse(
				'Say which exercise, and where the files are: grade <exercise> --files <folder>, or --all <folder of hand-ins>'
			);
		if (csv && (files !== undefined || json)) throw new WrongUse('--csv is for --all, and not with --json.');
		const gradable = readGradable(await findOne(typed, { cwd }), kinds);
		const open = async (): Promise<Setup> => {
			const wish = {
				typed: values.engine,
				foreign: 'a submission, code of somebody else',
				trusted: values.engine === 'native',
				flag: '--engine native'
			};
			return openSetup(await chooseEngine(wish, terminal), signal, kinds);
		};
		const options = { json, csv };
		return files === undefined
			? gradeAll(gradable, resolve(cwd, all!), options, open, context)
			: gradeOne(gradable, resolve(cwd, files), options, open, context);
	}
};
