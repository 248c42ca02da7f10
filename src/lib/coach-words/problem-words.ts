import type {
	DetailParams,
	DetailWords,
	KindWords,
	Problem,
	SpokenProblem,
	Words
} from '../contract/problem.ts';
import type { SharedDetails } from '../contract/problem-details.ts';
import { FOLDER_WORDS } from './folder-words.ts';
import { JSON_WORDS } from './json-words.ts';
import { MAP_WORDS } from './map-words.ts';
import { RUN_WORDS } from './run-words.ts';
import { TEXT_WORDS } from './text-words.ts';

const SHARED: DetailWords<SharedDetails> = {
	...JSON_WORDS,
	...FOLDER_WORDS,
	...TEXT_WORDS,
	...RUN_WORDS,
	...MAP_WORDS
};

/** Where the words of a kind are found by its name. */
export interface WordsOfKinds {
	get(kind: string): { readonly words: KindWords };
}

/** A problem as a coach reads it. */
export function spoken({ detail, kind, params, ...place }: Problem, kinds: WordsOfKinds): SpokenProblem {
	const table: KindWords = kind === undefined ? SHARED : kinds.get(kind).words;
	const say = table[detail];
	if (say === undefined) throw new Error(`No words for "${detail}" of ${kind ?? 'every kind'}`);
	// A problem is made of the same list of details as its words: the parameters fit.
	return {
		...place,
		...(typeof say === 'function' ? (say as (params: DetailParams) => Words)(params) : say)
	};
}

/** As one line of a log: where, what, what to do. */
export function oneLine(problem: Problem, kinds: WordsOfKinds): string {
	const { file, line, message, fix } = spoken(problem, kinds);
	return `${file}${line ? `:${line}` : ''}: ${message} ${fix}`;
}
