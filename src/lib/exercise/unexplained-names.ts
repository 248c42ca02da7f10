import { TRANSLATED_LOCALES, type Locale } from '../contract/locale.ts';
import { problem, type Problem } from '../contract/problem.ts';
import type { CodeName } from './folder-kind.ts';
import { saidMeanings, type ExplainedIn } from './said-meanings.ts';

/** What is asked of an exercise here. */
export interface NamedExercise {
	/** The languages that it is written in. */
	languages: readonly Locale[];
	/** Markdown. */
	brief: Readonly<Record<ExplainedIn, string>>;
	/** Null: it is not asked, its briefs only explain. */
	names: readonly CodeName[] | null;
}

/**
 * English names of code whose meaning no brief up to there says in French and Dutch: remarks, one for each name of an
 * exercise.
 * @param inOrder as learners meet them
 */
export function unexplainedNames(inOrder: readonly NamedExercise[]): Problem[] {
	const known = new Map(TRANSLATED_LOCALES.map((locale) => [locale, new Set<string>()]));
	return inOrder.flatMap(({ languages, brief, names }) => {
		const locales = TRANSLATED_LOCALES.filter((locale) => languages.includes(locale));
		for (const locale of locales)
			for (const name of saidMeanings(brief[locale], locale)) known.get(locale)?.add(name);
		const seen = new Set<string>();
		return (names ?? []).flatMap(({ name, ...place }): Problem[] => {
			const missing = locales.filter((locale) => !known.get(locale)?.has(name));
			if (missing.length === 0 || seen.has(name)) return [];
			seen.add(name);
			return [problem('unexplained-name', { remark: true, ...place }, { name, missing })];
		});
	});
}
