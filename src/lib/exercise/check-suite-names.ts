import type { Exercise } from '../contract/exercise.ts';
import { TRANSLATED_LOCALES } from '../contract/locale.ts';
import { problem, type Problem } from '../contract/problem.ts';
import type { FolderKind } from './folder-kind.ts';
import { keyMatches } from './message-patterns.ts';
import { lineIn, type Sources } from './sources.ts';

/** Full English test names, as collected from the compiled suites. */
export interface CollectedNames {
	hidden: readonly string[];
	examples: readonly string[];
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
			const place = { file, ...lineIn(sources, file, ['tests', name]) };
			problems.push(problem('untranslated-test', place, { test: name }));
		}
		for (const key of keys) {
			if (all.some((name) => keyMatches(key, name))) continue;
			const place = { file, ...lineIn(sources, file, ['tests', key]) };
			problems.push(problem('unknown-translation', place, { test: key }));
		}
	}
	problems.push(...kind.folder.nameProblems(exercise, names.hidden, sources));
	return problems;
}
