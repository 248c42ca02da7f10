import type { ExerciseManifest } from '../contract/exercise.ts';
import type { Locale } from '../contract/locale.ts';
import type { LocalizedText } from '../contract/localized-text.ts';
import { textLocale } from './texts.ts';

/** Whose rules a text is set by; null where it is shown as it was written. */
export type Typography = 'fr' | 'nl' | null;

/**
 * The rules for the texts of one exercise in the language that they reach the reader in. English is shown as written,
 * and so is what somebody else wrote: code between plain quotes, without backticks, would be changed there.
 */
export function typographyOf(
	manifest: Pick<ExerciseManifest, 'languages' | 'origin'>,
	locale: Locale
): Typography {
	const shown = textLocale(manifest, locale);
	return manifest.origin || shown === 'en' ? null : shown;
}

const NO_BREAK = '\u00a0';
/** Stands for a piece of code while the text around it is looked at: a sign of a word, so that l'`id` is seen as one. */
const CODE = '\ufffc';
const QUOTES = { fr: [`«${NO_BREAK}`, `${NO_BREAK}»`], nl: ['“', '”'] } as const;
const WORD = /[\p{L}\p{N}\ufffc]/u;
/** Before an opening quote. A bracket after a name is a call: `f("a")` is code that nobody marked. */
const BEFORE_QUOTE = /(?:^|[\s«“‘—–-]|(?<![\p{L}\p{N}_$)\]])[([]|\p{L}['’])$/u;
const AFTER_QUOTE = /^(?:$|[\s.,;:!?…)\]»”’—–-])/u;
/** ’s avonds, ’t, ’n, ’k: Dutch words that begin with an apostrophe. */
const DUTCH_SHORT = /^'[stnk](?![\p{L}\p{N}'])/iu;
/** Signs around a quote or an apostrophe that decide what it is: a long text is looked at once, not once for each sign. */
const NEAR = 3;
/** A number and what it counts stay on one line: 9 h, 2,50 euros, 16 uur. */
const UNITS = {
	fr: /(?<=\d) (?=(?:€|%|h|min|s|km|cm|m|kg|g|l|euros?)(?![\p{L}\p{N}]))/gu,
	nl: /(?<=\d) (?=(?:€|%|u|uur|min|s|km|cm|m|kg|g|l|euro)(?![\p{L}\p{N}]))/gu
} as const;

/** Pairs of plain quotes that stand around words: the places of the two. */
function quotePairs(text: string): [number, number][] {
	const pairs: [number, number][] = [];
	let open: number | null = null;
	for (let at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at + 1)) {
		const before = text.slice(Math.max(0, at - NEAR), at);
		const after = text.slice(at + 1, at + 1 + NEAR);
		if (open !== null && /\S$/.test(before) && AFTER_QUOTE.test(after)) {
			pairs.push([open, at]);
			open = null;
		} else if (BEFORE_QUOTE.test(before) && /^\S/.test(after)) open = at;
	}
	return pairs;
}

/** Each sign of the text, replaced where the rules say so. */
function setSigns(text: string, typography: 'fr' | 'nl'): string[] {
	const signs = text.split('');
	const [opening, closing] = QUOTES[typography];
	for (const [from, to] of quotePairs(text)) {
		signs[from] = opening;
		signs[to] = closing;
	}
	for (const { index } of text.matchAll(/'/g)) {
		const before = text[index - 1] ?? '';
		const isShort =
			typography === 'nl' && !WORD.test(before) && DUTCH_SHORT.test(text.slice(index, index + NEAR));
		if (WORD.test(before) || isShort) signs[index] = '’';
	}
	for (const { index } of text.matchAll(UNITS[typography])) signs[index] = NO_BREAK;
	if (typography === 'nl') return signs;
	for (const { index } of text.matchAll(/(?<=\S) (?=[:;!?»])/g)) signs[index] = NO_BREAK;
	for (const { index } of text.matchAll(/(?<=«) (?=\S)/g)) signs[index] = NO_BREAK;
	return signs;
}

/**
 * Sets the pieces of one paragraph: no-break spaces, « » or “ ”, ’. A piece that is null is code, which nobody touches;
 * the pieces are looked at together, so a quotation may begin in one and end in another. As many come back, in order.
 */
export function typesetPieces<T extends string | null>(pieces: readonly T[], typography: Typography): T[] {
	if (typography === null) return [...pieces];
	// A text that has the sign itself would be mistaken; it is shown as it is.
	if (pieces.some((piece) => piece?.includes(CODE))) return [...pieces];
	const signs = setSigns(pieces.map((piece) => piece ?? CODE).join(''), typography);
	let at = 0;
	return pieces.map((piece) => {
		const from = at;
		at += piece?.length ?? CODE.length;
		return piece === null ? piece : (signs.slice(from, at).join('') as T);
	});
}

/** A sentence as it is shown. What stands between backticks is code. */
export function typeset(sentence: string, typography: Typography): string {
	const parts = sentence.split(/(`[^`\n]+`)/);
	const set = typesetPieces(
		parts.map((part, index) => (index % 2 === 1 ? null : part)),
		typography
	);
	return parts.map((part, index) => set[index] ?? part).join('');
}

/** One text of an exercise in each language, as it is shown. */
export function typesetAll(
	text: LocalizedText,
	manifest: Pick<ExerciseManifest, 'languages' | 'origin'>
): LocalizedText {
	const set = (locale: Locale): string => typeset(text[locale], typographyOf(manifest, locale));
	return { fr: set('fr'), nl: set('nl'), en: set('en') };
}

/** An exercise's title as it is shown. */
export const shownTitle = (
	manifest: Pick<ExerciseManifest, 'title' | 'languages' | 'origin'>,
	locale: Locale
): string => typeset(manifest.title[locale], typographyOf(manifest, locale));
