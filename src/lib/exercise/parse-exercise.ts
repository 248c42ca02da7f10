import { exerciseId, type Exercise, type ExerciseManifest } from '../contract/exercise.ts';
import { isLocale, LOCALES } from '../contract/locale.ts';
import { problem, type Problem } from '../contract/problem.ts';
import { decodeFolder, type DecodedFolder, type FolderFiles } from './folder-files.ts';
import type { FolderKind } from './folder-kind.ts';
import { readManifest } from './manifest.ts';
import { nameNearMisses } from './near-names.ts';
import { readMessages } from './messages.ts';
import { readTexts } from './texts.ts';

export interface ParseOptions {
	/** SHA-256 of a text, as hex. Asked once, with all files as JSON: a list of path and text, which `exerciseOfTexts` reads. */
	hash: (text: string) => string;
	/** What an exercise can be; the first is taken for one that does not say. */
	kinds: readonly FolderKind[];
}

export type ParsedExercise = { ok: true; exercise: Exercise } | { ok: false; problems: Problem[] };

/** What every exercise has; each kind has files of its own. */
const KNOWN_FILE = /^(exercise\.json|(brief|hints)\.(fr|nl|en)\.md|messages\.(fr|nl)\.json)$/;

const byPlace = (a: Problem, b: Problem): number => {
	if (a.file !== b.file) return a.file < b.file ? -1 : 1;
	return (a.line ?? 0) - (b.line ?? 0);
};

/** A text in a language that exercise.json does not name would be read by nobody. */
function unlistedLanguages(
	id: string,
	paths: ReadonlySet<string>,
	manifest: ExerciseManifest | null
): Problem[] {
	if (!manifest) return [];
	return [...paths].flatMap((path): Problem[] => {
		const locale = /^(?:brief|hints|messages)\.(\w+)\./.exec(path)?.[1];
		if (!isLocale(locale) || manifest.languages.includes(locale)) return [];
		return [problem('unknown-file/language', { file: `${id}/${path}` }, { locale })];
	});
}

/**
 * Reads one exercise folder: path (relative to the folder) → content, in; the exercise, or everything that is
 * wrong with it, out. Never throws. `README.md` and names that begin with a dot are ignored.
 */
export function parseExercise(id: string, files: FolderFiles, options: ParseOptions): ParsedExercise {
	return parseDecoded(id, decodeFolder(id, files), options);
}

/** The exercise that was read before, of the text that its hash was made of. Throws where that is not one of an exercise. */
export function exerciseOfTexts(id: string, texts: string, options: ParseOptions): Exercise {
	const read = new Map(JSON.parse(texts) as [path: string, text: string][]);
	const parsed = parseDecoded(id, { paths: new Set(read.keys()), texts: read, problems: [] }, options);
	if (!parsed.ok) throw new Error(`${id} was read and cannot be read again: ${parsed.problems[0]?.detail}`);
	return parsed.exercise;
}

function parseDecoded(id: string, folder: DecodedFolder, options: ParseOptions): ParsedExercise {
	const problems = [...folder.problems];
	if (!exerciseId.safeParse(id).success) problems.push(problem('unsafe-path/id', { file: id }, { id }));
	const { kind, manifest, json, ...description } = readManifest(id, folder, options.kinds);
	for (const path of folder.paths) {
		if (!kind || KNOWN_FILE.test(path) || kind.folder.paths.test(path)) continue;
		problems.push(problem('unknown-file', { file: `${id}/${path}` }));
	}
	const texts = readTexts(id, folder, manifest);
	const messages = readMessages(id, folder, manifest?.languages ?? LOCALES);
	const unlisted = { problems: unlistedLanguages(id, folder.paths, manifest) };
	const kindFiles = kind?.folder.read({ id, folder, manifest, json }) ?? { own: {}, problems: [] };
	for (const part of [description, texts, messages, kindFiles, unlisted]) problems.push(...part.problems);
	if (problems.length > 0 || !manifest)
		return { ok: false, problems: nameNearMisses(id, problems).sort(byPlace) };
	return {
		ok: true,
		exercise: {
			id,
			hash: options.hash(JSON.stringify([...folder.texts])),
			manifest,
			brief: texts.brief,
			hints: texts.hints,
			messages: messages.messages,
			...kindFiles.own
		}
	};
}
