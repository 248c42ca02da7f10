import { LOCALES, type Locale } from '../../../lib/contract/locale.ts';
import { WrongUse } from '../../verb.ts';
import { readLicence, readRepository, NO_LICENCE } from '../read/collection.ts';
import type { ForeignResult, ImportFormat, ReadOptions } from '../format.ts';
import { openSourceFolder, type SourceFolder } from '../read/source-folder.ts';
import { readMenu, type MenuEntry } from './menu.ts';
import { recordOutput } from './record-output.ts';
import { readWorkshopStatement } from './workshop-statement.ts';
import { comparingSuite, translationsFor } from './stdout-suite.ts';
import type { EngineSession } from '../../../lib/engines/engine.ts';

/** What a terminal workshop's program can need that only Node has. */
const NEEDS_NODE = /\brequire\s*\(|\bprocess\s*\.|\bfrom\s*['"]|\bimport\s*\(/;

/** How a check of a classic workshop gives a program something to work on. */
const GIVES_INPUT = /\bsubmissionArgs\b|\baddSetup\b|\bcreateServer\b|\bexecute\.args\b/;

interface Collection {
	folder: SourceFolder;
	session: EngineSession;
	signal: AbortSignal;
	repository: string;
	licence: string;
}

async function readSolution(
	{ folder }: Collection,
	{ slug, folder: own }: MenuEntry
): Promise<string | null> {
	for (const path of [
		`solutions/${slug}/index.js`,
		`solutions/${slug}/solution.js`,
		`solutions/${slug}.js`,
		`${own}/solution/solution.js`,
		`${own}/solution.js`
	]) {
		const text = await folder.read(path);
		if (text !== null) return text;
	}
	return null;
}

async function readOne(collection: Collection, entry: MenuEntry, level: number): Promise<ForeignResult> {
	const { folder, session, signal, repository, licence } = collection;
	const refused = (reason: string): ForeignResult => ({ ok: false, name: entry.slug, reason });
	const solution = await readSolution(collection, entry);
	const statement = await readWorkshopStatement(folder, entry.folder, repository);
	if (solution === null)
		return refused(
			'it has no solution (solutions/<name>/index.js, or exercises/<name>/solution/solution.js)'
		);
	const check = await folder.read(`${entry.folder}/exercise.js`);
	if (check !== null && GIVES_INPUT.test(check))
		return refused(
			'its check gives the program arguments, files or a server, and only what is printed can be compared'
		);
	if (!statement) return refused('it is not finished: it has no statement');
	if (solution.trim() === '') return refused('it is not finished: its solution is empty');
	const file = statement.fileName ?? `${entry.slug}.js`;
	const need = NEEDS_NODE.test(solution) ? 'node' : 'worker';
	const recorded = await recordOutput(session, { files: { [file]: solution }, entry: file, need }, signal);
	if (!recorded.ok) return refused(recorded.reason);
	// An empty file would pass: the text is all that is compared.
	if (recorded.text === '')
		return refused('its solution prints nothing, and only what is printed is compared');
	const languages = LOCALES.filter((locale) => statement.brief[locale] !== undefined);
	const original = statement.original;
	const ordered: Locale[] = [original, ...languages.filter((locale) => locale !== original)];
	return {
		ok: true,
		exercise: {
			name: entry.slug,
			title: Object.fromEntries(ordered.map((locale) => [locale, entry.title[locale] ?? entry.title.en])),
			brief: Object.fromEntries(ordered.map((locale) => [locale, statement.brief[locale]!])),
			hints: {},
			need,
			start: { [file]: '' },
			fixed: [],
			entry: file,
			tests: comparingSuite(file, need, recorded.text),
			solution: { [file]: solution },
			origin: { source: repository, licence, authors: [] },
			level,
			minutes: 10,
			skills: ['javascript'],
			prerequisites: [],
			allowPrototype: false,
			messages: translationsFor(languages),
			skippedTests: 0,
			remarks: statement.remarks
		}
	};
}

async function* readAll(
	source: string,
	signal: AbortSignal,
	options: ReadOptions = {}
): AsyncGenerator<ForeignResult> {
	const folder = await openSourceFolder(source).catch(() => null);
	const menu = folder && (await readMenu(folder));
	if (!folder || !menu) {
		throw new WrongUse(
			`${source} is no workshop: there is neither problems/<name>/problem.md nor exercises/<name>/problem.md in it. Unpack the npm package, for example: npm pack javascripting && tar xzf javascripting-*.tgz`
		);
	}
	const { session } = options;
	if (!session) throw new Error('A workshop cannot be read without something that runs its solutions.');
	const collection: Collection = {
		folder,
		session,
		signal,
		repository: options.origin ?? (await readRepository(folder)) ?? 'https://nodeschool.io/',
		licence: (await readLicence(folder, '')) ?? NO_LICENCE
	};
	for (const entry of menu) {
		signal.throwIfAborted();
		yield await readOne(collection, entry, 1).catch((error: unknown): ForeignResult => {
			signal.throwIfAborted();
			const reason = `it cannot be read: ${String(error instanceof Error ? error.message : error).split('\n')[0]}`;
			return { ok: false, name: entry.slug, reason };
		});
	}
}

/** Workshops for the terminal whose verdict is what a program prints, as the npm package `javascripting`. */
export const workshopperFormat: ImportFormat = {
	name: 'workshopper',
	summary:
		'workshops of nodeschool.io that compare what is printed, such as the npm package javascripting (unpacked)',
	track: 'workshop',
	read: readAll
};
