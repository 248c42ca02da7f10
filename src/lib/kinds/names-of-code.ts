import type { FileMap } from '../contract/exercise.ts';
import type { CodeName } from '../exercise/folder-kind.ts';
import { lineAt } from '../exercise/line-at.ts';

const SCRIPT = /\.[cm]?[jt]s$/;
const FIRST_NAME = /^[\s.{[]*([\p{L}_$][\p{L}\p{N}_$]*)/u;

/** Where names are made: the whole match, and the part that holds one name, or several with commas between them. */
const DECLARED = [
	/\b(?:const|let|var|class)\s+([\w$]+)/g,
	/\b(?:const|let|var)\s+([[{][^=;]*)=/g,
	/\bfunction\s*\*?\s*([\w$]+)/g,
	/\bfunction[\s\w$*]*\(([^()]*)\)/g,
	/\(([^()]*)\)\s*=>/g,
	/[{,]\s*([\w$]+)\s*:/g
];

/** The same text, with spaces for comments and for what stands in quotes: lines and columns stay. */
const withoutTexts = (code: string): string =>
	code.replace(
		/\/\/[^\n]*|\/\*[\s\S]*?\*\/|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`/g,
		(text) => text.replace(/[^\n]/g, ' ')
	);

/**
 * The names that a learner's files make: of variables, functions, parameters and keys, each where it stands first. What a
 * package or the language brings is not among them. Found in the text, not parsed: good enough for a remark.
 * @param id of the exercise
 * @param files paths relative to the folder that they are in
 */
export function namesOfCode(id: string, files: FileMap, folder = 'start'): CodeName[] {
	return Object.entries(files).flatMap(([path, text]) => {
		if (!SCRIPT.test(path)) return [];
		const code = withoutTexts(text);
		const lines = new Map<string, number>();
		for (const match of DECLARED.flatMap((one) => [...code.matchAll(one)])) {
			const [whole, made = ''] = match;
			const line = lineAt(code, match.index + whole.indexOf(made));
			for (const part of made.split(',')) {
				const name = FIRST_NAME.exec(part)?.[1];
				if (name && name.length > 1) lines.set(name, Math.min(line, lines.get(name) ?? line));
			}
		}
		return [...lines].map(([name, line]) => ({ name, file: `${id}/${folder}/${path}`, line }));
	});
}
