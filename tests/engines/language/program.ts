import type { FileMap } from '../../../src/lib/contract/exercise.ts';

/** One file, `main.js`, or several. Each prints texts and numbers only: how values are drawn is another matter. */
export type Program = string | FileMap;

export const main = (text: string, others: FileMap): FileMap => ({ 'main.js': text, ...others });

/** Prints what each of the expressions is. */
export const line = (...expressions: string[]): string =>
	expressions.map((one) => `console.log(String(${one}));`).join('\n');
