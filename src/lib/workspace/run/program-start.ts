import type { EngineNeed, FileMap } from '../../contract/exercise.ts';
import { START_ARG_CHARS, START_ARGS, START_INPUT_CHARS, type ProgramStart } from '../../contract/plan.ts';

/** What the learner has typed: the words after the file's name as one line, and what the program reads. */
export interface StartTexts {
	args: string;
	input: string;
}
export const NO_START: StartTexts = { args: '', input: '' };

/** Which of both a program takes. */
export type StartFields = Readonly<Record<keyof StartTexts, boolean>>;

const READS_ARGS = /\bargv\b|\bparseArgs\b/;
const READS_INPUT = /\bstdin\b|\breadFileSync\(\s*0\b/;

/** Looks at what is written: a field that the program never reads would only be in the way. */
export function startFields(need: EngineNeed, files: FileMap): StartFields {
	const code = need === 'node' ? Object.values(files).join('\n') : '';
	return { args: READS_ARGS.test(code), input: READS_INPUT.test(code) };
}

/** A word of a command line: a part in quotes may hold spaces. */
const WORD = /(?:"[^"]*"|'[^']*'|[^\s"']|["'])+/g;

/** The words of a line as a shell would split them, as far as beginners write them. */
export const splitArguments = (line: string): string[] =>
	(line.match(WORD) ?? []).map((word) =>
		word.replace(/"([^"]*)"|'([^']*)'/g, (_, double?: string, single?: string) => double ?? single ?? '')
	);

/** What the program is started with. `serves`: it is meant to be a server. */
export const programStart = (texts: StartTexts, takes: StartFields, serves: boolean): ProgramStart => ({
	args: takes.args
		? splitArguments(texts.args)
				.slice(0, START_ARGS)
				.map((word) => word.slice(0, START_ARG_CHARS))
		: [],
	input: takes.input ? texts.input.slice(0, START_INPUT_CHARS) : '',
	...(serves && { serves })
});

/** Where the texts of one exercise are kept. */
export interface StartKeeper {
	read(): StartTexts;
	write(texts: StartTexts): void;
}

type Store = Pick<globalThis.Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** @param person whose they are: see `personName` */
export function startKeeper(store: Store | null, exerciseId: string, person: string): StartKeeper {
	const key = `${person}.start.${exerciseId}`;
	return {
		read() {
			try {
				const { args, input } = JSON.parse(store?.getItem(key) ?? '{}') as Record<string, unknown>;
				return {
					args: typeof args === 'string' ? args : '',
					input: typeof input === 'string' ? input : ''
				};
			} catch {
				return NO_START;
			}
		},
		write(texts) {
			try {
				if (texts.args === '' && texts.input === '') store?.removeItem(key);
				else store?.setItem(key, JSON.stringify(texts));
			} catch {
				// Full or forbidden: it is then gone with the page.
			}
		}
	};
}
