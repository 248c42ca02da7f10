import type { Exercise, PublicExercise } from '../../contract/exercise.ts';
import type { Locale } from '../../contract/locale.ts';
import { textLocale } from '../../exercise/texts.ts';
import { renderMarkdown } from './markdown.ts';

/**
 * What a page may know of an exercise. Every field is named here one by one: a new field of `Exercise` stays
 * secret until somebody writes it down.
 * @param mocked learner modules that the suites replace, from compiling them
 */
export function toPublic(exercise: Exercise, locale: Locale, mocked: readonly string[]): PublicExercise {
	const { manifest } = exercise;
	return {
		id: exercise.id,
		hash: exercise.hash,
		locale,
		textLocale: textLocale(manifest, locale),
		title: manifest.title[locale],
		kind: manifest.kind,
		need: manifest.need,
		briefHtml: renderMarkdown(exercise.brief[locale]),
		hintsHtml: exercise.hints[locale].map(renderMarkdown),
		files: manifest.files.map(({ path, editable }) => ({ path, editable, text: exercise.start[path] ?? '' })),
		entry: manifest.entry,
		timeLimitMs: manifest.timeLimitMs,
		points: manifest.points,
		level: manifest.level,
		minutes: manifest.minutes,
		skills: manifest.skills,
		prerequisites: manifest.prerequisites,
		allowPrototype: manifest.allowPrototype,
		hasExamples: Object.keys(exercise.examples).length > 0,
		mocked: [...mocked],
		packages: manifest.packages,
		serves: manifest.serves,
		origin: manifest.origin ?? null
	};
}
