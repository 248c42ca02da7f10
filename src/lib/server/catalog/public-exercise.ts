import type { Exercise, PublicExercise } from '../../contract/exercise.ts';
import type { Locale } from '../../contract/locale.ts';
import { renderMarkdown } from './markdown.ts';

export function toPublic(exercise: Exercise, locale: Locale, mocked: readonly string[]): PublicExercise {
	const { id, hash, manifest } = exercise;
	const { kind, engine, entry, timeLimitMs, points, level, minutes, skills, prerequisites, allowPrototype } = manifest;
	return {
		id, hash, locale, kind, engine, entry, timeLimitMs, points, level, minutes, skills, prerequisites, allowPrototype, mocked,
		title: manifest.title[locale],
		briefHtml: renderMarkdown(exercise.brief[locale]),
		hintsHtml: exercise.hints[locale].map(renderMarkdown),
		files: manifest.files.map(({ path, editable }) => ({ path, editable, text: exercise.start[path] ?? '' })),
		hasExamples: Object.keys(exercise.examples).length > 0
	};
}
