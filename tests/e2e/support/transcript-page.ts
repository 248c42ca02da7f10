import { readFileSync, writeFileSync } from 'node:fs';
import type { Locale } from '../../../src/lib/contract/locale.ts';

const FILE = new URL('../../../docs/what-a-screen-reader-hears.md', import.meta.url);
const borders = (locale: Locale): [string, string] => [`<!-- ${locale} -->`, `<!-- end of ${locale} -->`];

/** What is said in each situation, in its order, and how the results of the first are read, as Markdown. */
export function transcriptOf(
	locale: Locale,
	told: readonly (readonly [situation: string, texts: readonly string[]])[],
	results: string
): string {
	const said = told.map(
		([situation, texts]) =>
			`**${situation}**\n\n${texts.map((text) => `> ${text.replace(/\s+/g, ' ')}`).join('\n>\n')}`
	);
	return [
		`## In "${locale}"`,
		...said,
		'**The results of the wrong answer, from the first to the last**',
		`\`\`\`text\n${results.replace(/\u00a0|\u202f/g, ' ')}\n\`\`\``
	].join('\n\n');
}

/** The part of a language in the page of the docs. */
export function writtenTranscript(locale: Locale): string {
	const [begin, end] = borders(locale);
	return readFileSync(FILE, 'utf8').split(begin)[1]?.split(end)[0]?.trim() ?? '';
}

export function keepTranscript(locale: Locale, transcript: string): void {
	const [begin, end] = borders(locale);
	const page = readFileSync(FILE, 'utf8');
	const [before = ''] = page.split(begin);
	const after = page.split(end)[1] ?? '';
	writeFileSync(FILE, `${before}${begin}\n\n${transcript}\n\n${end}${after}`);
}
