import type { Exercise } from '../contract/exercise.ts';
import { LOCALES, TRANSLATED_LOCALES, type Locale } from '../contract/locale.ts';
import { problem, type Problem } from '../contract/problem.ts';
import type { SameText } from '../contract/problem-details.ts';
import { lineIn, type Sources } from './sources.ts';
import { htmlShown } from './check-html.ts';
import { linkProblems } from './check-links.ts';
import { secretsShown } from './check-secrets.ts';
import type { FolderKind } from './folder-kind.ts';
import { splitHints } from './hints.ts';

/** A title stands on the map, beside others. */
export const TITLE_CHARS = 22;
/** Of a brief: shorter ones leave learners guessing. */
const BRIEF_CHARS = 200;
const HINTS = 3;
/** Shorter texts are names, and names are the same everywhere. */
const TELLING_WORDS = 3;

/** Words of a text; code, placeholders and what stands in quotes are the same in every language. */
const wordsOf = (text: string): number =>
	text
		.replace(/```[\s\S]*?```|`[^`]*`|"[^"]*"|\{\w+\}/g, ' ')
		.split(/\s+/)
		.filter((word) => /^\p{L}{2,}/u.test(word)).length;

const isSame = (a: string, b: string): boolean => a.trim() === b.trim() && wordsOf(a) >= TELLING_WORDS;

function titles({ id, manifest }: Exercise, sources: Sources): Problem[] {
	const file = `${id}/exercise.json`;
	return LOCALES.flatMap((locale) => {
		const characters = [...manifest.title[locale]].length;
		if (characters <= TITLE_CHARS) return [];
		const place = { file, ...lineIn(sources, file, ['title', locale]) };
		return [problem('text-too-long', place, { locale, characters, limit: TITLE_CHARS })];
	});
}

const sameText = (
	place: { file: string; line?: number },
	same: SameText,
	first: Locale,
	second: Locale
): Problem => problem('same-text', place, { same, first, second });

function sameBriefs({ id, manifest, brief, hints }: Exercise, sources: Sources): Problem[] {
	const [first, ...others] = manifest.languages;
	const problems: Problem[] = [];
	for (const [index, b] of others.entries()) {
		for (const a of [first!, ...others.slice(0, index)]) {
			if (isSame(brief[a], brief[b]))
				problems.push(sameText({ file: `${id}/brief.${b}.md`, line: 1 }, { text: 'brief' }, a, b));
			const file = `${id}/hints.${b}.md`;
			const parts = splitHints(sources.get(file) ?? '');
			for (const [at, text] of hints[b].entries()) {
				if (!isSame(hints[a][at] ?? '', text)) continue;
				const line = parts[at]?.line;
				const place = { file, ...(line === undefined ? {} : { line }) };
				problems.push(sameText(place, { text: 'hint', number: at + 1 }, a, b));
			}
		}
	}
	return problems;
}

function sameMessages({ id, manifest, messages }: Exercise, sources: Sources): Problem[] {
	const languages = TRANSLATED_LOCALES.filter((locale) => manifest.languages.includes(locale));
	return languages.flatMap((locale) => {
		const file = `${id}/messages.${locale}.json`;
		const earlier = languages.slice(0, languages.indexOf(locale));
		return (['tests', 'messages'] as const).flatMap((section) =>
			Object.entries(messages[locale][section]).flatMap(([english, text]) => {
				const others = [
					['en', english] as const,
					...earlier.map((other) => [other, messages[other][section][english] ?? ''] as const)
				];
				const same = others.find(([, other]) => isSame(other, text))?.[0];
				if (same === undefined) return [];
				const place = { file, ...lineIn(sources, file, [section, english]) };
				return [sameText(place, { text: 'message', english }, same, locale)];
			})
		);
	});
}

/** What would make a better exercise; an exercise from elsewhere is taken as it is. */
function remarks({ id, manifest, brief, hints }: Exercise, sources: Sources): Problem[] {
	const file = `${id}/exercise.json`;
	const problems: Problem[] = [];
	const remark = true;
	const missing = LOCALES.filter((locale) => !manifest.languages.includes(locale));
	if (missing.length > 0) {
		const place = { remark, file, ...lineIn(sources, file, ['languages']) } as const;
		problems.push(problem('not-translated', place, { missing }));
	}
	for (const locale of manifest.languages) {
		const characters = brief[locale].length;
		if (characters >= BRIEF_CHARS) continue;
		const place = { remark, file: `${id}/brief.${locale}.md`, line: 1 } as const;
		problems.push(problem('text-too-short', place, { locale, characters }));
	}
	if (manifest.origin) return problems;
	const first = manifest.languages[0] ?? 'en';
	const count = hints[first].length;
	if (count < HINTS)
		problems.push(problem('few-hints', { remark, file: `${id}/hints.${first}.md` }, { count }));
	return problems;
}

export interface TextOptions {
	/** Texts of the folder, to name lines. */
	sources?: Sources;
	/** Whether there is an exercise of this id: what a link may lead to. */
	exists: (id: string) => boolean;
	/** The exercise's own. */
	kind: FolderKind;
}

/**
 * What can be said of an exercise's texts without running it: titles too long, translations that are none, links that
 * lead nowhere, parts of the solution or of the hidden suite that learners could read, and what is rather short. All of
 * it is a remark where somebody else wrote the exercise.
 */
export function checkTexts(
	exercise: Exercise,
	{ sources = new Map(), exists, kind }: TextOptions
): Problem[] {
	const problems = [
		...titles(exercise, sources),
		...sameBriefs(exercise, sources),
		...sameMessages(exercise, sources),
		...linkProblems(exercise, sources, exists),
		...htmlShown(exercise, sources),
		...secretsShown(exercise, kind.folder.texts(exercise), sources)
	];
	const told = exercise.manifest.origin
		? problems.map((one) => ({ ...one, remark: true as const }))
		: problems;
	return [...told, ...remarks(exercise, sources), ...kind.folder.remarks(exercise, sources)];
}
