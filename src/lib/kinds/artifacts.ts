import type { SuiteScript } from '../compile/compile-suite.ts';
import type { CompiledSuite, Exercise } from '../contract/exercise.ts';
import type { Locale } from '../contract/locale.ts';
import type { PackagesScript } from '../contract/plan.ts';
import { typeset, typographyOf } from '../exercise/typography.ts';

export interface SuiteArtifact extends SuiteScript {
	/** Full test names, in the order of collection. */
	expected: readonly string[];
	/** See `CompiledSuite`. */
	calls?: CompiledSuite['calls'];
}

/** What is derived from an exercise: its suites, compiled and collected. A kind may add what its plans need. */
export interface ExerciseArtifacts {
	hidden: SuiteArtifact;
	/** Null where the exercise has no visible tests. */
	examples: SuiteArtifact | null;
	/** The npm packages of the exercise; null where it has none. */
	packages: PackagesScript | null;
}

/** What a suite says, in one language, as it is shown. Suites are written in English, so English needs nothing. */
export function translationsOf(
	exercise: Pick<Exercise, 'manifest' | 'messages'>,
	locale: Locale
): CompiledSuite['translations'] {
	if (locale === 'en') return { tests: {}, messages: {} };
	const { tests, messages } = exercise.messages[locale];
	const typography = typographyOf(exercise.manifest, locale);
	const shown = (section: Readonly<Record<string, string>>): Record<string, string> =>
		Object.fromEntries(
			Object.entries(section).map(([english, text]) => [english, typeset(text, typography)])
		);
	return { tests: shown(tests), messages: shown(messages) };
}

/**
 * What is fetched when a run begins; null where there are no examples. All that a kind keeps with a suite goes along,
 * and reaches the page.
 */
export function compiledSuite(
	exercise: Pick<Exercise, 'hash' | 'manifest' | 'messages'>,
	artifacts: ExerciseArtifacts,
	which: 'hidden' | 'examples',
	locale: Locale
): CompiledSuite | null {
	const artifact = artifacts[which];
	if (!artifact) return null;
	const { mocked: _, ...suite } = artifact;
	return { hash: exercise.hash, ...suite, translations: translationsOf(exercise, locale) };
}
