import { resolve } from 'node:path';
import type { LocalizedText } from '../../../lib/contract/localized-text.ts';
import { WrongUse } from '../../verb.ts';
import { isJson, NO_LICENCE, readJson, readLicence, skillsOf, textsOf } from '../read/collection.ts';
import type { ForeignExercise, ForeignResult, ImportFormat, ReadOptions } from '../format.ts';
import { readLearnerCode, Refused } from '../rewrite/learner-code.ts';
import { titleOf } from '../write/places.ts';
import { openSourceFolder, type SourceFolder } from '../read/source-folder.ts';
import { readSuiteCode } from '../rewrite/suite-code.ts';
import { readTexts } from './statement.ts';
import { readTrack, type Track, type TrackEntry } from './track.ts';

interface Context {
	folder: SourceFolder;
	exercises: string;
	track: Track;
	language: string;
	licence: string;
	options: ReadOptions;
}

interface Files {
	solution: string[];
	test: string[];
	reference: string[];
	editor: string[];
	authors: string[];
	remarks: string[];
}

const CONCEPTS: LocalizedText = { fr: 'Notions', nl: 'Begrippen', en: 'Concepts' };
/** By level. */
const PRACTICE: readonly LocalizedText[] = [
	{ fr: 'Facile', nl: 'Makkelijk', en: 'Easy' },
	{ fr: 'Moyen', nl: 'Gemiddeld', en: 'Medium' },
	{ fr: 'Difficile', nl: 'Moeilijk', en: 'Hard' }
];
/** Concepts, and the greeting with which every track opens. */
const isTaught = ({ kind, slug }: TrackEntry): boolean => kind === 'concept' || slug === 'hello-world';
/** The part of the line: what is taught, then practice from easy to hard. */
const partOf = (entry: TrackEntry): number => (isTaught(entry) ? 0 : levelOf(entry.difficulty));
const levelOf = (difficulty: number): number => (difficulty <= 3 ? 1 : difficulty <= 6 ? 2 : 3);

/** The folder's files by their usual names, for a config.json that does not say them. */
async function guess(
	{ folder }: Context,
	base: string,
	slug: string
): Promise<Omit<Files, 'authors' | 'remarks'>> {
	const names = (await folder.list(base)).filter((one) => !one.directory).map((one) => one.name);
	const test = names.filter((name) => /\.(?:spec|test)\.[jt]s$/.test(name));
	const stems = new Set([slug, ...test.map((name) => name.replace(/\.(?:spec|test)\.[jt]s$/, ''))]);
	const solution = names.filter(
		(name) => /^[^.]+\.[jt]s$/.test(name) && stems.has(name.replace(/\.[jt]s$/, ''))
	);
	const meta = (await folder.list(`${base}/.meta`)).map((one) => one.name);
	const reference = meta
		.filter((name) => /^(?:proof\.ci|exemplar|example)\.[jt]s$/.test(name))
		.slice(0, 1)
		.map((name) => `.meta/${name}`);
	return { solution, test, reference, editor: [] };
}

async function readFiles(context: Context, base: string, slug: string): Promise<Files> {
	const config = await readJson(context.folder, `${base}/.meta/config.json`);
	const readable = config === null || config === 'broken' ? {} : config;
	const files = isJson(readable.files) ? readable.files : {};
	const guessed = await guess(context, base, slug);
	const pick = (name: keyof typeof guessed, ...fields: string[]): string[] => {
		const named = fields.flatMap((field) => textsOf(files[field])).map((path) => path.replace(/^\.\//, ''));
		return named.length > 0 ? named : guessed[name];
	};
	const test = pick('test', 'test');
	// Tests of types are not run by the learner's runner.
	const suites = test.filter((path) => /\.(?:spec|test)\.\w+$/.test(path));
	const remarks = readable === config ? [] : ['.meta/config.json cannot be read: its files are guessed'];
	if (suites.length > 0)
		remarks.push(
			...test.filter((path) => !suites.includes(path)).map((path) => `${path} is left out: it runs no code`)
		);
	return {
		solution: pick('solution', 'solution'),
		test: suites.length > 0 ? suites : test,
		reference: pick('reference', 'example', 'exemplar'),
		editor: pick('editor', 'editor'),
		authors: textsOf(readable.authors),
		remarks
	};
}

async function readOne(context: Context, entry: TrackEntry): Promise<ForeignExercise> {
	const { folder, exercises, language, options, track } = context;
	const { slug, kind } = entry;
	const base = [exercises, kind, slug].filter((part) => part !== '').join('/');
	const files = await readFiles(context, base, slug);
	const at = (path: string): string => `${base}/${path}`;
	const [first] = files.solution;
	if (first === undefined) throw new Refused('no file says what a learner writes');
	if (files.test.length === 0) throw new Refused('there is no suite');
	if (files.reference.length === 0) throw new Refused('there is no reference');
	const references = new Map(
		files.reference.flatMap((path, index) => {
			const replaced = files.solution[index];
			return replaced === undefined ? [] : [[at(replaced), at(path)] as const];
		})
	);
	const learner = await readLearnerCode({
		folder,
		base,
		start: files.solution.map(at),
		fixed: files.editor.map(at),
		references
	});
	const suites = files.test.map(at);
	const suite = await readSuiteCode({
		folder,
		base,
		suites,
		learner,
		skipDotted: options.skipDotted ?? 'off'
	});
	const source = `https://exercism.org/tracks/${encodeURIComponent(language)}/exercises/${encodeURIComponent(slug)}`;
	const texts = await readTexts(folder, at('.docs'), source);
	const title = entry.name ?? titleOf(slug);
	const noText = texts.brief === '' ? ['there is no statement: the suite is all that says what to do'] : [];
	return {
		name: slug,
		title: { en: title },
		brief: { en: texts.brief || title },
		hints: texts.hints.length > 0 ? { en: texts.hints } : {},
		need: learner.node || suite.node ? 'node' : 'worker',
		start: learner.start,
		fixed: learner.fixed,
		entry: learner.placeOf(at(first))!,
		tests: suite.tests,
		solution: learner.solution,
		origin: {
			source,
			licence: (await readLicence(folder, base)) ?? context.licence,
			authors: files.authors.slice(0, 100)
		},
		level: levelOf(entry.difficulty),
		minutes: Math.min(60, 5 + 5 * Math.ceil(entry.difficulty)),
		skills: skillsOf(entry.tags, language),
		prerequisites: [],
		allowPrototype: learner.allowPrototype || suite.allowPrototype,
		section: isTaught(entry) ? CONCEPTS : PRACTICE[levelOf(entry.difficulty) - 1],
		skippedTests: suite.skipped,
		remarks: [...track.remarks, ...files.remarks, ...learner.remarks, ...texts.remarks, ...noText]
	};
}

/** The repository's folder: the one given, or the one above where its exercises folder was given. */
async function openTrack(source: string): Promise<{ folder: SourceFolder; exercises: string }> {
	for (const [root, exercises] of [
		[source, 'exercises'],
		[resolve(source, '..'), 'exercises'],
		[source, '']
	] as const) {
		const folder = await openSourceFolder(root).catch(() => null);
		if (!folder) continue;
		if (exercises !== '' && root !== source && resolve(root, exercises) !== resolve(source)) continue;
		const names = new Set(
			(await folder.list(exercises)).filter((one) => one.directory).map((one) => one.name)
		);
		if (names.has('practice') || names.has('concept')) return { folder, exercises };
	}
	throw new WrongUse(
		`${source} is no track of Exercism: there is no folder exercises/practice or exercises/concept in it.`
	);
}

export const exercismFormat: ImportFormat = {
	name: 'exercism',
	summary: 'a JavaScript or TypeScript track of Exercism: its repository, or the exercises folder in it',
	track: 'exercism',
	async *read(source, signal, options = {}): AsyncIterable<ForeignResult> {
		const { folder, exercises } = await openTrack(source);
		const track = await readTrack(folder, exercises);
		const licence = (await readLicence(folder, '')) ?? NO_LICENCE;
		const language = track.slug ?? 'javascript';
		// In each part the track's own order.
		for (const entry of track.entries.toSorted((a, b) => partOf(a) - partOf(b))) {
			signal.throwIfAborted();
			try {
				const exercise = await readOne({ folder, exercises, track, language, licence, options }, entry);
				yield { ok: true, exercise };
			} catch (error) {
				if (signal.aborted) throw error;
				yield { ok: false, name: entry.slug, reason: reasonOf(error) };
			}
		}
	}
};

/** A sentence for a refusal; a fault of ours is one too, so that the next exercise is still read. */
const reasonOf = (error: unknown): string =>
	error instanceof Refused
		? error.message
		: `it could not be read: ${error instanceof Error ? error.message : String(error)}`;
