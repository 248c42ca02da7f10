import { copyFile, mkdir, readdir, writeFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { LocalizedText } from '../../lib/contract/localized-text.ts';
import { NotPossible, PROJECT } from '../setup.ts';
import type { Terminal } from '../terminal.ts';
import { WrongUse, type Verb, type VerbContext } from '../verb.ts';
import { slugProblem } from './answers.ts';
import { commandFrom, readRoot, seenFrom } from './exercise-root.ts';
import { readFiles } from './exercise-template.ts';
import { jsonFile } from './json-text.ts';
import { writeExercise, writeFiles } from './write-exercise.ts';

const OPTIONS = {
	track: { type: 'string' },
	letter: { type: 'string' },
	'title-en': { type: 'string' },
	'title-fr': { type: 'string' },
	'title-nl': { type: 'string' },
	yes: { type: 'boolean', short: 'y' }
} as const;

const USAGE = `npm run exercise -- init <folder> [options]

Writes a repository for an organisation's own exercises: a map with one line, a first exercise that works, a README,
a licence, and a workflow that checks everything on each push. The folder must be new or empty.

  --track <id>       id of the line and first part of its exercises' ids (default: our-track)
  --letter <A-Z>     stands on the line's badge (default: the first free letter of the id)
  --title-en, --title-fr, --title-nl <text>   the line's name on the map
  --yes              ask nothing: take the defaults

Example: npm run exercise -- init ../our-exercises --track library`;

/** Beside those of its kinds. */
const SCHEMAS = ['exercise', 'map', 'messages'];
/** What an editor knows of the modules of suites. */
const EDITOR_FILES = ['passerelle.d.ts', 'jsconfig.json'];
const DEFAULT_TRACK = 'our-track';
const DEFAULT_TITLE: LocalizedText = { fr: 'Notre ligne', nl: 'Onze lijn', en: 'Our line' };
/** Long enough for the first exercises; `new` makes it longer. */
const PATH = [
	{ x: 3, y: 2 },
	{ x: 21, y: 2 }
];

interface Line {
	track: string;
	letter: string;
	title: LocalizedText;
}

/** The lines that are Passerelle's own: their ids and letters are taken. */
async function ownLines(cwd: string) {
	const { map } = await readRoot(join(PROJECT, 'exercises'), cwd);
	return map.lines;
}

type Options = Partial<Record<keyof Omit<typeof OPTIONS, 'yes'>, string>> & { yes?: boolean };

async function readLine(options: Options, terminal: Terminal, cwd: string): Promise<Line> {
	const taken = await ownLines(cwd);
	const trackProblem = (id: string): string | undefined => {
		const problem = slugProblem(id) ?? (/^[a-z]/.test(id) ? undefined : 'It begins with a letter.');
		const isTaken = taken.some((line) => line.id === id);
		return problem ?? (isTaken ? `"${id}" is a line of Passerelle itself: take another id.` : undefined);
	};
	const ask = (name: keyof typeof OPTIONS, message: string, initial: string) =>
		options.yes ? initial : terminal.ask({ flag: `--${name}, or --yes`, message, initial });
	const track =
		options.track ??
		(options.yes
			? DEFAULT_TRACK
			: await terminal.ask({
					flag: '--track, or --yes',
					message: "Id of your line, the first part of its exercises' ids",
					initial: DEFAULT_TRACK,
					check: trackProblem
				}));
	const problem = trackProblem(track);
	if (problem) throw new WrongUse(`--track ${track}: ${problem}`);
	const letters = `${track.toUpperCase().replace(/[^A-Z]/g, '')}ABCDEFGHIJKLMNOPQRSTUVWXYZ`;
	const free = [...letters].find((one) => taken.every((line) => line.letter !== one)) ?? 'O';
	const letter = options.letter ?? free;
	if (!/^[A-Z]$/.test(letter)) throw new WrongUse(`--letter ${letter}: write one letter, A to Z.`);
	const en = options['title-en'] ?? (await ask('title-en', "The line's name in English", DEFAULT_TITLE.en));
	const fr = options['title-fr'] ?? (await ask('title-fr', "The line's name in French", DEFAULT_TITLE.fr));
	const nl = options['title-nl'] ?? (await ask('title-nl', "The line's name in Dutch", DEFAULT_TITLE.nl));
	return {
		track,
		letter,
		title: { fr, nl, en }
	};
}

/** A new clone has a .git folder: that is as good as empty. */
async function refuseUsedFolder(folder: string, seen: string): Promise<void> {
	const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
		if (error.code === 'ENOENT') return [];
		throw new NotPossible(`${seen} cannot be used: it is not a folder that can be read.`);
	});
	const found = names.filter((name) => name !== '.git');
	if (found.length > 0) {
		throw new WrongUse(
			`${seen} is not empty (${found[0]}). Name a new folder; to add an exercise, use "new".`
		);
	}
}

async function run(args: readonly string[], { terminal, cwd, signal, kinds }: VerbContext): Promise<number> {
	const { values, positionals } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
	const [typed, ...more] = positionals;
	if (typed === undefined || more.length > 0) throw new WrongUse(`Name one folder.\n\n${USAGE}`);
	const folder = resolve(cwd, typed);
	const seen = seenFrom(cwd, folder);
	await refuseUsedFolder(folder, seen);
	const { track, letter, title } = await readLine(values, terminal, cwd);

	const id = `${track}/first`;
	const filled = Object.entries(await readFiles(join(PROJECT, 'templates/repository'))).map(
		([path, text]) => [
			path === 'gitignore' ? '.gitignore' : path,
			text
				.replaceAll('{{track}}', track)
				.replaceAll('{{id}}', id)
				.replaceAll('{{folder}}', basename(folder))
				.replaceAll('{{year}}', String(new Date().getFullYear()))
		]
	);
	await writeFiles(folder, Object.fromEntries(filled) as Record<string, string>, signal);
	const schemas = [...SCHEMAS, ...kinds.all.flatMap(({ files }) => files.map(({ name }) => name))];
	for (const name of schemas.map((one) => `${one}.schema.json`))
		await copyFile(join(PROJECT, 'exercises', name), join(folder, name));
	for (const name of EDITOR_FILES) await copyFile(join(PROJECT, 'exercises', name), join(folder, name));
	const line = { id: track, letter, title, path: PATH, sections: [] };
	await writeFile(
		join(folder, 'map.json'),
		jsonFile({ $schema: './map.schema.json', version: 1, lines: [line] })
	);
	await mkdir(join(folder, track), { recursive: true });
	const root = await readRoot(folder, cwd);
	const kind = kinds.first;
	const chosen = kind.template.choice?.choices[0]?.value ?? null;
	const first = { id, kind, chosen, prerequisites: [], hasSchemas: root.hasSchemas };
	await writeExercise(root, first, null, signal);

	const [preview, check] = [`preview ${join(seen, id)}`, `check ${seen}`];
	terminal.out(
		[
			`${seen} is a repository of exercises: a line "${track}" (${letter}) with a first exercise that works.`,
			'',
			'Next:',
			`  ${commandFrom(cwd)} ${preview}   look at it`,
			`  ${commandFrom(cwd)} ${check.padEnd(preview.length)}   prove everything`,
			`  ${join(seen, 'README.md')} says how to work there, and where to write the address of Passerelle`
		].join('\n')
	);
	return 0;
}

export const initVerb: Verb = {
	summary: "Write a repository for an organisation's own exercises",
	usage: () => USAGE,
	run
};
