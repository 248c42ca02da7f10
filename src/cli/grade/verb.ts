import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { ExerciseArtifacts } from '../../lib/kinds/artifacts.ts';
import { readExercise } from '../../lib/server/catalog/read-folder.ts';
import { attempt } from '../check/attempt.ts';
import { compileProblems } from '../check/compile-problems.ts';
import { findOne } from '../check/targets.ts';
import { chooseEngine } from '../engine-option.ts';
import { plainJson } from '../plain-text.ts';
import { artifactStore, NotPossible, openSetup } from '../setup.ts';
import { WrongUse, type Verb } from '../verb.ts';
import { describeGrade, type gradeOutput } from './report.ts';
import { readSubmission } from './submission.ts';
import type { z } from 'zod';
import { spoken } from '../../lib/coach-words/problem-words.ts';
import type { Problem } from '../../lib/contract/problem.ts';
import type { Kinds } from '../../lib/kinds/kinds.ts';

const USAGE = `npm run exercise -- grade <exercise> --files <folder> [options]

Grades one submission with the hidden suite. <exercise> is a folder, or an id track/slug;
<folder> holds the learner's files, laid out like start/; for an exercise whose answer is no
file, it is the JSON file of the answer.

  --engine remote    The server's sandbox, with Deno (default): a submission is code of
                     somebody else.
  --engine native    A thread of Node. No sandbox: only for code that you have read.
  --json             Report and grade as one object on standard output.

Exit code: 0 passed, 1 not passed, 2 it could not be graded.

  npm run exercise -- grade programming/cafe-till --files ~/submissions/aylin`;

const cannotRun = (id: string, problems: readonly Problem[], kinds: Kinds): NotPossible => {
	const list = problems
		.map((one) => spoken(one, kinds))
		.map(({ file, line, message }) => `  ${file}${line === undefined ? '' : `:${line}`}  ${message}`);
	return new NotPossible(`${id} cannot be used yet; "check" says what to do:\n${list.join('\n')}`);
};

export const gradeVerb: Verb = {
	summary: 'Grade one submission',
	usage: () => USAGE,
	async run(args, { terminal, signal, cwd, kinds }) {
		const { values, positionals } = parseArgs({
			args: [...args],
			allowPositionals: true,
			options: {
				files: { type: 'string' },
				engine: { type: 'string' },
				json: { type: 'boolean', default: false }
			}
		});
		const [typed, ...others] = positionals;
		if (typed === undefined || others.length > 0 || values.files === undefined)
			throw new WrongUse('Say which exercise, and where the files are: grade <exercise> --files <folder>');
		const { root, id } = await findOne(typed, { cwd });
		const read = readExercise(root, id, { kinds });
		if (!read.ok) throw cannotRun(id, read.problems, kinds);
		const { exercise } = read;
		const kind = kinds.get(exercise.manifest.kind);
		const { submission, notes } = await readSubmission(exercise, kind, resolve(cwd, values.files));
		const engine = await chooseEngine(
			{
				typed: values.engine,
				foreign: 'a submission, code of somebody else',
				trusted: values.engine === 'native',
				flag: '--engine native'
			},
			terminal
		);
		const setup = await openSetup(engine, signal, kinds);
		try {
			let artifacts: ExerciseArtifacts;
			try {
				artifacts = await artifactStore(setup, root).get(exercise);
			} catch (error) {
				throw cannotRun(id, compileProblems(error), kinds);
			}
			const accepted = kind.submission.accept(kind.runnable(exercise, artifacts), submission);
			if (accepted === null) throw new WrongUse(`--files: this cannot be handed in for ${id}.`);
			const { session } = setup;
			const done = await attempt({ exercise, kind, artifacts, session, signal }, accepted);
			if (values.json) {
				const { report, grade } = done;
				const output: z.input<typeof gradeOutput> = { version: 1, notes: [...notes], report, grade: grade! };
				terminal.out(plainJson(output));
			} else terminal.out(describeGrade(done, notes));
			return done.passed ? 0 : 1;
		} finally {
			await setup.dispose();
		}
	}
};
