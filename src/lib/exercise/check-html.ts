import type { Exercise } from '../contract/exercise.ts';
import { problem, type Problem } from '../contract/problem.ts';
import { lineAt } from './line-at.ts';
import { withoutCode } from './markdown-text.ts';
import type { Sources } from './sources.ts';

/** Tags that somebody writes to be obeyed; `<name>` in a sentence is none. */
const TAG =
	/<(\/?(?:a|b|blockquote|br|button|center|code|details|div|em|font|form|h[1-6]|hr|i|iframe|img|input|kbd|li|ol|p|pre|script|small|span|strong|style|sub|summary|sup|table|td|th|tr|u|ul|video))(?:\s[^<>]*)?\/?>/i;

/** HTML in briefs and hints, the first of each file: it is shown as it is written. */
export function htmlShown({ id, manifest, brief, hints }: Exercise, sources: Sources): Problem[] {
	return manifest.languages.flatMap((locale) =>
		[
			[`brief.${locale}.md`, brief[locale]] as const,
			[`hints.${locale}.md`, hints[locale].join('\n\n---\n\n')] as const
		].flatMap(([path, shown]): Problem[] => {
			const text = sources.get(`${id}/${path}`);
			const read = withoutCode(text ?? shown);
			const found = TAG.exec(read);
			if (!found) return [];
			const line = text === undefined ? {} : { line: lineAt(read, found.index) };
			return [problem('html-in-text', { file: `${id}/${path}`, ...line }, { tag: `<${found[1]!}>` })];
		})
	);
}
