import type { Exercise } from '../contract/exercise.ts';
import { LOCALES, TRANSLATED_LOCALES, type Locale } from '../contract/locale.ts';
import type { Problem } from '../contract/problem.ts';
import { lineIn, type Sources } from './sources.ts';
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

const NAMES: Readonly<Record<Locale, string>> = { fr: 'French', nl: 'Dutch', en: 'English' };

/** Words of a text; code, placeholders and what stands in quotes are the same in every language. */
const wordsOf = (text: string): number =>
	text
		.replace(/```[\s\S]*?```|`[^`]*`|"[^"]*"|\{\w+\}/g, ' ')
		.split(/\s+/)
		.filter((word) => /^\p{L}{2,}/u.test(word)).length;

const isSame = (a: string, b: string): boolean => a.trim() === b.trim() && wordsOf(a) >= TELLING_WORDS;

function titles({ id, manifest }: Exercise, sources: Sources): Problem[] {
	const file = `${id}/exercise.json`;
	return LOCALES.filter((locale) => [...manifest.title[locale]].length > TITLE_CHARS).map((locale) => ({
		code: 'text-too-long',
		file,
		...lineIn(sources, file, ['title', locale]),
		message: `The ${NAMES[locale]} title has ${[...manifest.title[locale]].length} characters.`,
		fix: `Shorten it to ${TITLE_CHARS}: it stands on the map.`
	}));
}

const sameText = (file: string, place: { line?: number }, what: string, a: Locale, b: Locale): Problem => ({
	code: 'same-text',
	file,
	...place,
	message: `${what} is the same in ${NAMES[a]} and in ${NAMES[b]}.`,
	fix: `Translate it into ${NAMES[b]}.`
});

function sameBriefs({ id, manifest, brief, hints }: Exercise, sources: Sources): Problem[] {
	const [first, ...others] = manifest.languages;
	const problems: Problem[] = [];
	for (const [index, b] of others.entries()) {
		for (const a of [first!, ...others.slice(0, index)]) {
			if (isSame(brief[a], brief[b]))
				problems.push(sameText(`${id}/brief.${b}.md`, { line: 1 }, 'The brief', a, b));
			const file = `${id}/hints.${b}.md`;
			const parts = splitHints(sources.get(file) ?? '');
			for (const [at, text] of hints[b].entries()) {
				if (!isSame(hints[a][at] ?? '', text)) continue;
				const line = parts[at]?.line;
				problems.push(sameText(file, line === undefined ? {} : { line }, `Hint ${at + 1}`, a, b));
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
				return [sameText(file, lineIn(sources, file, [section, english]), `"${english}"`, same, locale)];
			})
		);
	});
}

/** What would make a better exercise; an exercise from elsewhere is taken as it is. */
function remarks({ id, manifest, brief, hints }: Exercise, sources: Sources): Problem[] {
	const file = `${id}/exercise.json`;
	const problems: Problem[] = [];
	const remark = (
		code: Problem['code'],
		at: string,
		place: { line?: number },
		message: string,
		fix: string
	) => void problems.push({ code, remark: true, file: at, ...place, message, fix });
	const missing = LOCALES.filter((locale) => !manifest.languages.includes(locale));
	if (missing.length > 0) {
		const names = missing.map((locale) => NAMES[locale]).join(' and ');
		const fix = `Write the texts, and add ${missing.map((one) => `"${one}"`).join(' and ')} to "languages".`;
		remark(
			'not-translated',
			file,
			lineIn(sources, file, ['languages']),
			`It is not written in ${names}.`,
			fix
		);
	}
	for (const locale of manifest.languages) {
		const length = brief[locale].length;
		if (length >= BRIEF_CHARS) continue;
		const fix = 'A situation people know, numbered steps, and one example that is not the solution.';
		const message = `The ${NAMES[locale]} brief has only ${length} characters.`;
		remark('text-too-short', `${id}/brief.${locale}.md`, { line: 1 }, message, fix);
	}
	if (manifest.origin) return problems;
	const first = manifest.languages[0] ?? 'en';
	if (hints[first].length < HINTS) {
		const fix = 'First a question that points the right way, then the tool, then nearly the line of code.';
		remark('few-hints', `${id}/hints.${first}.md`, {}, `There are ${hints[first].length} hints.`, fix);
	}
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
		...secretsShown(exercise, kind.folder.texts(exercise), sources)
	];
	const told = exercise.manifest.origin
		? problems.map((one) => ({ ...one, remark: true as const }))
		: problems;
	return [...told, ...remarks(exercise, sources), ...kind.folder.remarks(exercise, sources)];
}
