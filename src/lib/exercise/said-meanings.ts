import type { TRANSLATED_LOCALES } from '../contract/locale.ts';

export type ExplainedIn = (typeof TRANSLATED_LOCALES)[number];

const SPAN = /`([^`\n]+)`/g;

/** A name alone, with brackets, or after a dot: `price`, `total(parts)`, `function total(parts)`, `laptop.model`. */
const NAME = /^(?:function )?(?:[\p{L}_$][\p{L}\p{N}_$]*\.)*([\p{L}_$][\p{L}\p{N}_$]*)(?:\(.*\))?$/u;

/** What follows a name and tells it: "(le prix)". */
const IN_BRACKETS = /^(?:\*\*)?\s*\([^()]*\p{L}{2}/u;
/** What precedes it, where the name itself stands in brackets: "les prix (`prices`)". */
const WORD_AND_BRACKET = /\p{L}\s*\($/u;
/** The entry of a list of words: "**`filter`** : …". */
const ENTRY = /^\*\*\s*:/;
/** Between two names that are told together: "`hour` et `minute` sont …". */
const AND = /^(?:,|,? (?:et|ou|en|of)) $/;

/** What says what a name is: a verb or a colon. That it is ready says nothing of it. */
const IS: Readonly<Record<ExplainedIn, RegExp>> = {
	fr: /^(?:\s?:\s|\s(?:est|sont|vaut|valent|veut dire|veulent dire|signifie|signifient|désigne|contient)\b(?! (?:déjà|prêt)))/,
	nl: /^(?:: | (?:is|zijn|betekent|betekenen|bevat|bevatten|staat voor|staan voor)\b(?! (?:al|klaar)\b))/
};
/** Where the verb comes first: "Hier is `one` een van de laptops". */
const IS_BEFORE: Readonly<Record<ExplainedIn, RegExp>> = { fr: /(?!)/, nl: /(?:^|\s)(?:is|zijn) $/ };

const folded = (text: string): string =>
	text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/s$/, '');

/**
 * The names of code whose meaning a brief says: with words in brackets, with a colon, "is" or "means", as an entry among the new
 * words; or because the same word stands in its sentences (`menu`, `kilometres`). Found in the text, for a remark: a word
 * that only looks the same passes.
 * @param markdown of one brief; its blocks of code say nothing
 */
export function saidMeanings(markdown: string, locale: ExplainedIn): ReadonlySet<string> {
	const prose = markdown.replace(/```[\s\S]*?```/g, '');
	const said = new Set<string>();
	for (const line of prose.split('\n')) for (const name of toldIn(line, locale)) said.add(name);
	const words = new Set((prose.replace(SPAN, ' ').match(/\p{L}+/gu) ?? []).map(folded));
	for (const [, span = ''] of prose.matchAll(SPAN))
		for (const name of span.match(/[\p{L}_$][\p{L}\p{N}_$]*/gu) ?? [])
			if (words.has(folded(name))) said.add(name);
	return said;
}

function toldIn(line: string, locale: ExplainedIn): string[] {
	// Code and what stands around it take turns: text, code, text, code, text.
	const parts = line.split(SPAN);
	const isTold = (at: number): boolean => {
		const before = parts[at - 1] ?? '';
		const after = parts[at + 1] ?? '';
		const isCall = parts[at]?.endsWith(')') ?? false;
		if (IN_BRACKETS.test(after) || ENTRY.test(after) || WORD_AND_BRACKET.test(before)) return true;
		if (!isCall && (IS[locale].test(after) || IS_BEFORE[locale].test(before))) return true;
		return AND.test(after) && at + 2 < parts.length && isTold(at + 2);
	};
	return parts.flatMap((code, at) => {
		const name = at % 2 === 1 ? NAME.exec(code)?.[1] : undefined;
		return name !== undefined && isTold(at) ? [name] : [];
	});
}
