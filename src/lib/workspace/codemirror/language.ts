import { indentUnit } from '@codemirror/language';
import type { Extension } from '@codemirror/state';

const LANGUAGES: readonly [RegExp, () => Promise<Extension>][] = [
	[/\.[cm]?jsx?$/, async () => (await import('@codemirror/lang-javascript')).javascript({ jsx: true })],
	[
		/\.tsx?$/,
		async () => (await import('@codemirror/lang-javascript')).javascript({ jsx: true, typescript: true })
	],
	[/\.html?$/, async () => (await import('@codemirror/lang-html')).html()],
	[/\.css$/, async () => (await import('@codemirror/lang-css')).css()]
];

/** What colours and indents a file; nothing where its language is not known. Rejects where the network does not bring it. */
export async function languageOf(path: string): Promise<Extension> {
	return (await LANGUAGES.find(([pattern]) => pattern.test(path))?.[1]()) ?? [];
}

/** A text's own way to indent, by its first indented line; a tab where there is none yet. */
export const indentOf = (text: string): string => /^(?:\t| {2,8})(?=\S)/m.exec(text)?.[0] ?? '\t';

export const indentsAs = (text: string): Extension => indentUnit.of(indentOf(text));
