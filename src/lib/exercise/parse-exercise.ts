import { exerciseManifest, messagesFile, wrongManifest, type Exercise, type FileMap } from '../contract/exercise.ts';
import { LOCALES, TRANSLATED_LOCALES } from '../contract/locale.ts';
import type { Problem } from '../contract/problem.ts';

export type ParsedExercise = { ok: true; exercise: Exercise } | { ok: false; problems: Problem[] };

export function parseExercise(
	id: string,
	files: ReadonlyMap<string, Uint8Array | string>,
	options: { hash: (text: string) => string }
): ParsedExercise {
	const text: Record<string, string> = {};
	for (const [path, content] of files) text[path] = typeof content === 'string' ? content : new TextDecoder().decode(content);
	const below = (prefix: string, strip = prefix): FileMap =>
		Object.fromEntries(
			Object.entries(text)
				.filter(([path]) => path.startsWith(prefix))
				.map(([path, value]) => [path.slice(strip.length), value])
		);
	try {
		const each = <T>(make: (locale: (typeof LOCALES)[number]) => T) =>
			Object.fromEntries(LOCALES.map((locale) => [locale, make(locale)])) as Record<(typeof LOCALES)[number], T>;
		const names = [...new Set(Object.keys(text).flatMap((path) => /^wrong\/([^/]+)\//.exec(path)?.[1] ?? []))];
		return {
			ok: true,
			exercise: {
				id,
				hash: options.hash(JSON.stringify(Object.entries(text).sort())),
				manifest: exerciseManifest.parse(JSON.parse(text['exercise.json'] ?? '')),
				brief: each((locale) => text[`brief.${locale}.md`] ?? ''),
				hints: each((locale) => (text[`hints.${locale}.md`] ?? '').split(/^---$/m).map((hint) => hint.trim())),
				messages: Object.fromEntries(
					TRANSLATED_LOCALES.map((locale) => [locale, messagesFile.parse(JSON.parse(text[`messages.${locale}.json`] ?? ''))])
				) as Exercise['messages'],
				start: below('start/'),
				tests: below('tests/', ''),
				examples: below('examples/', ''),
				solution: below('solution/'),
				wrong: names.map((name) => {
					const { 'wrong.json': manifest, ...rest } = below(`wrong/${name}/`);
					return { name, files: rest, fails: wrongManifest.parse(JSON.parse(manifest ?? '')).fails };
				})
			}
		};
	} catch (error) {
		return {
			ok: false,
			problems: [{ code: 'invalid-field', file: `${id}/exercise.json`, message: String(error), fix: 'Look at the message.' }]
		};
	}
}
