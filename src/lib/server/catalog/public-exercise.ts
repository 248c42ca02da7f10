import type { Exercise, PublicExercise, RunnableExercise } from '../../contract/exercise.ts';
import type { Locale } from '../../contract/locale.ts';
import { textLocale } from '../../exercise/texts.ts';
import { shownTitle, typographyOf } from '../../exercise/typography.ts';
import { renderMarkdown } from './markdown.ts';

/**
 * What a page may know of an exercise, besides what a run may know. Every field is named here one by one: a new field of
 * `Exercise` stays secret until somebody writes it down.
 */
export function toPublic(
	exercise: Exercise,
	runnable: RunnableExercise,
	workbench: string,
	locale: Locale
): PublicExercise {
	const { manifest } = exercise;
	const typography = typographyOf(manifest, locale);
	return {
		...runnable,
		workbench,
		locale,
		textLocale: textLocale(manifest, locale),
		title: shownTitle(manifest, locale),
		briefHtml: renderMarkdown(exercise.brief[locale], typography),
		hintsHtml: exercise.hints[locale].map((hint) => renderMarkdown(hint, typography)),
		level: manifest.level,
		minutes: manifest.minutes,
		skills: manifest.skills,
		prerequisites: manifest.prerequisites,
		formerly: manifest.formerly ?? [],
		origin: manifest.origin ?? null
	};
}
