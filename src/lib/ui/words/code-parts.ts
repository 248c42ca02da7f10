/** A piece of a sentence, in order; `code` where it stood between backticks. */
export interface TextPart {
	text: string;
	code: boolean;
}

const CODE = /`([^`\n]+)`/;

/** Stands for a backtick that is a part of the code, and not a mark of the sentence. */
const INNER = '\ue000';
const insideMarks = (value: string): string => value.replaceAll('`', INNER) || '…';

/** Values as they can stand between the backticks of a sentence; one that is not known is an ellipsis. */
export const valuesInside = (values: Readonly<Record<string, string>>): Record<string, string> =>
	Object.fromEntries(Object.entries(values).map(([name, value]) => [name, insideMarks(value)]));

/** Splits a sentence at its `code`. A backtick without a partner is a sign like any other. */
export const codeParts = (sentence: string): TextPart[] =>
	sentence
		.split(CODE)
		.map((text, index) => ({ text: text.replaceAll(INNER, '`'), code: index % 2 === 1 }))
		.filter(({ text }) => text !== '');

/** A sentence where code cannot be set as code: without its backticks. */
export const withoutMarks = (sentence: string): string =>
	codeParts(sentence)
		.map(({ text }) => text)
		.join('');

/** The HTML of a text of ours, with its code kept from a browser's translator. In text, "<" is always written as an entity. */
export const withCodeKept = (html: string): string => html.replaceAll('<code', '<code translate="no"');
