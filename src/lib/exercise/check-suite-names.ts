import type { Exercise } from '../contract/exercise.ts';
import { TRANSLATED_LOCALES } from '../contract/locale.ts';
import type { Problem } from '../contract/problem.ts';
import type { FolderKind } from './folder-kind.ts';
import { locateJson, type JsonPath, type JsonResult } from './json-lines.ts';
import { keyMatches } from './message-patterns.ts';

/** Full English test names, as collected from the compiled suites. */
export interface CollectedNames {
	hidden: readonly string[];
	examples: readonly string[];
}

/** Path below `exercises/` → text; only to name lines. */
export type Sources = ReadonlyMap<string, string>;

/** A map of a thousand stations that are all wrong is read once, not a thousand times. */
const located = new WeakMap<Sources, Map<string, JsonResult>>();

/** The line of a place in a JSON file, where its text is at hand. */
export function lineIn(sources: Sources, file: string, path: JsonPath): { line?: number } {
	const text = sources.get(file);
	if (text === undefined) return {};
	const known = located.get(sources) ?? new Map<string, JsonResult>();
	located.set(sources, known);
	const result = known.get(text) ?? locateJson(text);
	known.set(text, result);
	return result.ok ? { line: result.json.line(path) } : {};
}

/**
 * Compares what a suite says with what the folder says about it: every test name has a translation, every
 * translated name is a test, and what the kind's own files name exists.
 */
export function checkSuiteNames(
	exercise: Exercise,
	names: CollectedNames,
	kind: FolderKind,
	sources: Sources = new Map()
): Problem[] {
	const { id } = exercise;
	const problems: Problem[] = [];
	const all = [...new Set([...names.hidden, ...names.examples])];
	for (const locale of TRANSLATED_LOCALES.filter((one) => exercise.manifest.languages.includes(one))) {
		const file = `${id}/messages.${locale}.json`;
		const keys = Object.keys(exercise.messages[locale].tests);
		for (const name of all) {
			if (keys.some((key) => keyMatches(key, name))) continue;
			const message = `The test "${name}" has no translation.`;
			const place = lineIn(sources, file, ['tests']);
			problems.push({ code: 'untranslated-test', file, ...place, message, fix: `Add it under "tests".` });
		}
		for (const key of keys) {
			if (all.some((name) => keyMatches(key, name))) continue;
			const message = `There is no test "${key}".`;
			const fix = 'Write the full English name ("group > test"), or remove the line.';
			problems.push({
				code: 'unknown-translation',
				file,
				...lineIn(sources, file, ['tests', key]),
				message,
				fix
			});
		}
	}
	problems.push(...kind.folder.nameProblems(exercise, names.hidden, sources));
	return problems;
}
