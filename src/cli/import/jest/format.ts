import { basename } from 'node:path';
import { WrongUse } from '../../verb.ts';
import { NO_LICENCE, readJson, readLicence, readRepository, skillsOf, textOf } from '../read/collection.ts';
import type { ForeignExercise, ForeignResult, ImportFormat, ReadOptions } from '../format.ts';
import { readLearnerCode, Refused } from '../rewrite/learner-code.ts';
import { titleOf } from '../write/places.ts';
import { folderAddress } from '../read/folder-address.ts';
import { openSourceFolder, type SourceFolder } from '../read/source-folder.ts';
import { convertStatement } from '../statement/statement.ts';
import { readSuiteCode } from '../rewrite/suite-code.ts';
import { blockersOf } from './blockers.ts';
import { joinFolders } from './two-folders.ts';
import { asPrograms, findLayouts, withPrograms, type Layout } from './layout.ts';

interface Context {
	folder: SourceFolder;
	/** The collection's own name: that of its folder. */
	own: string;
	/** The address of the collection. */
	address: string;
	licence: string;
	authors: readonly string[];
	options: ReadOptions;
}

/** As long as the name of an author may be. */
const AUTHOR_CHARS = 100;

/** "Exercise 05 - joinStrings" → "joinStrings". */
const withoutNumber = (title: string): string =>
	title.replace(/^(?:exercise|task|kata|lesson)\s*\d*\s*[-–—:.]*\s*/i, '').trim() || title;

/** The first heading is the title; the rest is the text. */
function splitTitle(text: string): { title: string | null; rest: string } {
	const heading = /^\s*#[ \t]+([^\n]+)\n?/.exec(text);
	if (!heading) return { title: null, rest: text };
	const title = withoutNumber((heading[1] ?? '').replace(/[`*_#]/g, '').trim());
	return { title: title === '' ? null : title.slice(0, 120), rest: text.slice(heading[0].length) };
}

async function readOne(
	{ folder: collection, own, address, licence, authors, options }: Context,
	found: Layout
): Promise<ForeignExercise> {
	const writeTests = options.writeTests === true && found.programs.size > 0;
	const layout = writeTests ? asPrograms(found) : found;
	const folder = writeTests ? withPrograms(collection, found.programs) : collection;
	const { base, suites, references, shown, unproven } = layout;
	const blockers = await blockersOf(folder, layout);
	if (blockers.length > 0) throw new Refused(blockers.join('; '));
	const start = [...references.keys()];
	const learner = await readLearnerCode({ folder, base, start, fixed: shown, references });
	const suite = await readSuiteCode({
		folder,
		base,
		suites,
		learner,
		skipDotted: options.skipDotted ?? 'on'
	});
	const text = layout.statement === null ? '' : ((await folder.read(layout.statement)) ?? '');
	const { title, rest } = splitTitle(text);
	const source = folderAddress(address, base);
	const { markdown, remarks } = convertStatement(rest, { base: `${source}/` });
	const name = layout.name || own;
	const shownTitle = title ?? titleOf(name.split('/').at(-1)!);
	const section = base.split('/').slice(0, -1).map(titleOf).join(', ');
	return {
		name,
		title: { en: shownTitle },
		brief: { en: markdown.trim() || shownTitle },
		hints: {},
		need: learner.node || suite.node ? 'node' : 'worker',
		start: learner.start,
		fixed: learner.fixed,
		entry: learner.placeOf(start[0]!)!,
		tests: suite.tests,
		solution: learner.solution,
		...(writeTests && { writeTests }),
		origin: { source, licence, authors: [...authors] },
		level: 1,
		minutes: 15,
		skills: skillsOf([], 'javascript'),
		prerequisites: [],
		allowPrototype: learner.allowPrototype || suite.allowPrototype,
		...(section === '' ? {} : { section: { fr: section, nl: section, en: section } }),
		skippedTests: suite.skipped,
		remarks: [
			...learner.remarks,
			...remarks,
			...unproven.map(
				(path) => `${path.slice(base === '' ? 0 : base.length + 1)} is left out: its file has no reference`
			),
			...(markdown.trim() === '' ? ['there is no statement: the suite is all that says what to do'] : [])
		]
	};
}

async function openCollection(source: string, options: ReadOptions): Promise<Context> {
	const open = (path: string): Promise<SourceFolder> =>
		openSourceFolder(path).catch(() => {
			throw new WrongUse(`There is no folder ${path}.`);
		});
	const starts = await open(source);
	const folder =
		options.solutions === undefined ? starts : joinFolders(starts, await open(options.solutions));
	const address = options.origin ?? (await readRepository(folder));
	if (address === null)
		throw new WrongUse(
			`No package.json in ${source} says where the collection comes from. Give its address: --origin https://…`
		);
	const json = await readJson(folder, 'package.json');
	const read = json === null || json === 'broken' ? {} : json;
	const author = textOf(read.author)
		?.replace(/[<(].*$/s, '')
		.trim()
		.slice(0, AUTHOR_CHARS)
		.trim();
	const licence = (await readLicence(folder, '')) ?? textOf(read.license)?.slice(0, 100) ?? NO_LICENCE;
	return {
		folder,
		own: basename(source),
		address: address.replace(/\/+$/, ''),
		licence,
		authors: author ? [author] : [],
		options
	};
}

export const jestFormat: ImportFormat = {
	name: 'jest',
	summary:
		'folders with a stub, a Jest or Vitest suite and a solution, such as The Odin Project’s javascript-exercises',
	track: 'imported',
	async *read(source, signal, options = {}): AsyncIterable<ForeignResult> {
		const context = await openCollection(source, options);
		const layouts = await findLayouts(context.folder, signal);
		if (layouts.length === 0) throw new WrongUse(`There is no suite (*.spec.js, *.test.js) in ${source}.`);
		for (const layout of layouts) {
			signal.throwIfAborted();
			try {
				yield { ok: true, exercise: await readOne(context, layout) };
			} catch (error) {
				if (signal.aborted) throw error;
				const reason =
					error instanceof Refused
						? error.message
						: `it could not be read: ${error instanceof Error ? error.message : String(error)}`;
				yield { ok: false, name: layout.name || context.own, reason };
			}
		}
	}
};
