import type { ProgramEnding } from '../../contract/report.ts';
import type { MessageKey, Translate } from '../../i18n/translate.ts';
import { valuesInside, withoutMarks } from './code-parts.ts';

/** What a page's surroundings say in its console, in English as a browser would. */
const SAID: readonly (readonly [pattern: RegExp, key: MessageKey])[] = [
	[/^The form was not sent: there is no network here\. It would send: (?<sent>.*)$/, 'console.page.not-sent'],
	[/^The page loaded again: the form was sent\./, 'runtime.page-reload-form'],
	[/^The page loaded again: a link/, 'runtime.page-reload-link'],
	[/^The link to "(?<address>.*)" leads out of your pages/, 'console.page.link-out'],
	[/^The link to "(?<address>.*)" was not followed/, 'console.page.link-not-followed'],
	[/^The page was replaced: document\.write/, 'runtime.page-replaced'],
	[/^document\.write is ignored/, 'console.page.write-ignored'],
	[/^Code that a program writes as text/, 'console.page.code-as-text'],
	[/^There is no file "(?<file>.*)": the style sheet was not loaded$/, 'console.page.no-style'],
	[/^Code in an address is not run \((?<where>.*)\)\./, 'console.page.code-in-address'],
	[/^"(?<file>.*)" ran before the page had a body\./, 'console.page.before-body'],
	[/^"(?<name>.*)" is in a module: /, 'console.page.in-module'],
	[/^A new window was not opened/, 'console.page.no-window'],
	[/^The print dialog was not opened/, 'console.page.no-print']
];

/** A line in the learner's language, where it is one of the page's surroundings; else null. */
function lineWords(line: string, t: Translate): string | null {
	for (const [pattern, key] of SAID) {
		const found = pattern.exec(line);
		if (found) return withoutMarks(t(key, valuesInside(found.groups ?? {})));
	}
	return null;
}

/** What a page's console shows of a text: what its surroundings said of it is in the learner's language. */
export const consoleWords = (text: string, t: Translate): string =>
	text
		.split('\n')
		.map((line) => lineWords(line, t) ?? line)
		.join('\n');

/** How a program that was run has ended. */
export const endingWords = ({ code, number }: ProgramEnding, t: Translate): string =>
	withoutMarks(t(`console.ending.${code}`, { number: String(number) }));
