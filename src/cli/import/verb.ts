import { realpath } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { chooseEngine } from '../engine-option.ts';
import { plainJson } from '../plain-text.ts';
import { openSetup, PROJECT } from '../setup.ts';
import type { Progress } from '../terminal.ts';
import { WrongUse, type Verb } from '../verb.ts';
import { FORMATS } from './formats.ts';
import type { ForeignResult, ImportFormat, ReadOptions } from './format.ts';
import { importCollection } from './import-collection.ts';
import { slugOf } from './write/places.ts';
import { describeReport, toReport } from './report.ts';

const USAGE = `npm run exercise -- import <format> <source> --out <dir> [options]
npm run exercise -- import jest --starts <dir> --solutions <dir> --out <dir> [options]

Brings in exercises that other people wrote. Each is converted, tried (the reference must
pass every test) and written to <dir>/<track>/<slug>; <dir>/map.json gets a station for it.
What cannot work here is refused, with the reason. docs/importing.md says more.

  exercism      A JavaScript or TypeScript track of Exercism: its repository's folder.
  jest          Folders with a stub, a Jest or Vitest suite and a solution.
  workshopper   A workshop such as the npm package javascripting, unpacked.
  dodona        Exercises of Dodona whose judge is JavaScript.

  --out DIR          Where to. Must not be the site's own folder of exercises.
  --track NAME       The first part of their ids. Default: the format's.
  --starts DIR       For jest, instead of <source>: what learners begin with, and its suites.
  --solutions DIR    For jest: the same folders with the solutions, such as another branch.
  --write-tests      For jest: a program that has a suite and no stub becomes an exercise in
                     which learners write the tests.
  --only A,B         Only these exercises, by their names in the collection.
  --skip-dotted on   Tests switched off with ".skip" are switched on. Default: on for jest.
  --skip-dotted off  They are left out. Default for exercism.
  --origin URL       The collection's address, where it does not say it itself.
  --force            Write over folders that are there and differ.
  --engine remote    Try them in the server's sandbox, with Deno (default where Deno is).
  --engine native    Try them in threads of Node: no sandbox, foreign code can do whatever
                     you can. Without Deno the command asks before it does that.
  --json             One object on standard output instead of sentences.

Exit code: 0 something was imported, 1 nothing was, 2 the command could not be done.

  npm run exercise -- import exercism ../javascript --out ../our-exercises`;

async function findFormat(name: string | undefined): Promise<ImportFormat> {
	const known = Object.keys(FORMATS).join(', ');
	const load = name !== undefined && Object.hasOwn(FORMATS, name) ? FORMATS[name] : undefined;
	if (!load)
		throw new WrongUse(
			name === undefined ? `Say which format: ${known}.` : `There is no format "${name}". Known: ${known}.`
		);
	return load();
}

function readTrackName(typed: string | undefined, otherwise: string): string {
	const track = typed ?? otherwise;
	if (!/^[a-z][a-z0-9-]*$/.test(track))
		throw new WrongUse(`--track is a word of lower case letters, digits and hyphens, not "${track}".`);
	return track;
}

function readOptions(
	dotted: string | undefined,
	origin: string | undefined,
	writeTests: boolean
): ReadOptions {
	if (dotted !== undefined && dotted !== 'on' && dotted !== 'off')
		throw new WrongUse(`--skip-dotted is on or off, not "${dotted}".`);
	if (origin !== undefined && !/^https?:\/\/[^\s]+$/.test(origin))
		throw new WrongUse(`--origin is an address that begins with https://, not "${origin}".`);
	return { ...(dotted ? { skipDotted: dotted } : {}), ...(origin ? { origin } : {}), writeTests };
}

/** The site's own map is drawn by hand: an import would draw the line of its track again. */
async function readOut(typed: string, cwd: string): Promise<string> {
	const out = resolve(cwd, typed);
	const own = join(PROJECT, 'exercises');
	const [real, realOwn] = await Promise.all([out, own].map((path) => realpath(path).catch(() => path)));
	if (real === realOwn) throw new WrongUse("--out must not be the site's own folder of exercises.");
	return out;
}

/** Whether a coach means this exercise: by its name, the end of it, or what it will be called here. */
function isMeant(only: ReadonlySet<string>, result: ForeignResult): boolean {
	const name = result.ok ? result.exercise.name : result.name;
	return only.has(name) || only.has(name.split('/').at(-1) ?? name) || only.has(slugOf(name));
}

/** What a collection holds, and what of it the coach wants. */
async function readFound(
	format: ImportFormat,
	source: string,
	options: ReadOptions,
	only: string | undefined,
	signal: AbortSignal
): Promise<{ found: ForeignResult[]; wanted: ForeignResult[]; unknown: string[] }> {
	const names = only === undefined ? null : new Set(only.split(',').map((name) => name.trim()));
	const found: ForeignResult[] = [];
	for await (const result of format.read(source, signal, options)) found.push(result);
	const wanted = names ? found.filter((result) => isMeant(names, result)) : found;
	if (wanted.length === 0)
		throw new WrongUse(
			only === undefined ? `There is no exercise in ${source}.` : `No exercise is called ${only}.`
		);
	const unknown = [...(names ?? [])].filter((name) => !found.some((one) => isMeant(new Set([name]), one)));
	return { found, wanted, unknown };
}

export const importVerb: Verb = {
	summary: 'Bring in exercises that other people wrote',
	usage: () => USAGE,
	async run(args, { terminal, signal, cwd }) {
		const { values, positionals } = parseArgs({
			args: [...args],
			allowPositionals: true,
			options: {
				out: { type: 'string' },
				starts: { type: 'string' },
				solutions: { type: 'string' },
				track: { type: 'string' },
				only: { type: 'string' },
				'write-tests': { type: 'boolean', default: false },
				'skip-dotted': { type: 'string' },
				origin: { type: 'string' },
				force: { type: 'boolean', default: false },
				engine: { type: 'string' },
				json: { type: 'boolean', default: false }
			}
		});
		const [name, typed, ...more] = positionals;
		const format = await findFormat(name);
		const { starts, solutions } = values;
		if ((starts ?? solutions) !== undefined && format.name !== 'jest')
			throw new WrongUse('--starts and --solutions are for jest.');
		if (values['write-tests'] && format.name !== 'jest') throw new WrongUse('--write-tests is for jest.');
		if (starts !== undefined && (typed !== undefined || solutions === undefined))
			throw new WrongUse('--starts stands for the folder after the format, and needs --solutions.');
		const source = starts ?? typed;
		if (source === undefined || more.length > 0)
			throw new WrongUse('Give one folder of exercises after the format.');
		if (values.out === undefined) throw new WrongUse('Say where to with --out DIR.');
		const track = readTrackName(values.track, format.track);
		const options = readOptions(values['skip-dotted'], values.origin, values['write-tests']);
		const out = await readOut(values.out, cwd);
		const engine = await chooseEngine(
			{
				typed: values.engine,
				foreign: 'code of other people, which is tried before it is imported',
				trusted: values.engine === 'native',
				flag: '--engine native'
			},
			terminal
		);
		const setup = await openSetup(engine, signal);
		let bar: Progress | undefined;
		try {
			terminal.say(`Reading ${source} …`);
			const from = resolve(cwd, source);
			const reading = {
				...options,
				session: setup.session,
				...(solutions === undefined ? {} : { solutions: resolve(cwd, solutions) })
			};
			const { found, wanted, unknown } = await readFound(format, from, reading, values.only, signal);
			for (const one of unknown) terminal.say(`--only: no exercise is called ${one}.`);
			bar = terminal.progress('Importing', wanted.length);
			const onTrying = (exercise: string): void => bar?.advance(exercise);
			const exercises = await importCollection({
				found,
				wanted,
				out,
				track,
				force: values.force,
				setup,
				signal,
				onTrying
			});
			bar.end();
			bar = undefined;
			const report = toReport({ format: format.name, out, track, engine }, exercises);
			terminal.out(values.json ? plainJson(report) : describeReport(report));
			return report.counts.imported > 0 ? 0 : 1;
		} finally {
			bar?.end();
			await setup.dispose();
		}
	}
};
