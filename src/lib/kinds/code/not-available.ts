import { isSign, isWord } from '../../compile/typed/mistake.ts';
import { readSource, type SourceText } from '../../compile/typed/source-text.ts';
import type { Token } from '../../compile/typed/tokens.ts';
import type { FileMap } from '../../contract/exercise.ts';
import type { Problem } from '../../contract/problem.ts';
import { lineAt } from '../../exercise/line-at.ts';
import type { CodeExercise } from './exercise.ts';
import { codeProblem } from './problems.ts';

type Sources = Pick<CodeExercise, 'id' | 'start' | 'solution' | 'also' | 'tests' | 'examples'> & {
	manifest: Pick<CodeExercise['manifest'], 'need' | 'origin'>;
};

/** What a browser's window has, and nothing else: programs of books ask and answer with it. */
const DIALOGS = ['prompt', 'alert', 'confirm'];
const WINDOW = ['window', 'globalThis', 'self'];
const DECLARES = ['function', 'const', 'let', 'var', 'class'];
const SCRIPT = /\.(?:[cm]?js|ts)$/;

/** `alert(…)`; not `alert(…) { … }`, which makes a method. */
const isCall = ({ tokens, partner }: SourceText, index: number): boolean =>
	isSign(tokens[index + 1], '(') && !isSign(tokens[(partner[index + 1] ?? -1) + 1], '{');

/** Whether the file has something of its own that is called so: declared, imported, or a method. */
const declares = (tokens: readonly Token[], name: string): boolean =>
	tokens.some(
		(token, index) =>
			isWord(token, name) &&
			(isWord(tokens[index - 1], ...DECLARES, 'as') ||
				(isSign(tokens[index - 1], '{', ',') && isSign(tokens[index + 1], ',', '}')))
	);

/** Calls of the dialogs of a window: which, and on which line. */
function dialogs(text: string): { name: string; line: number }[] {
	if (!DIALOGS.some((name) => text.includes(name))) return [];
	const read = readSource(text);
	const { tokens } = read;
	const own = new Set(DIALOGS.filter((name) => declares(tokens, name)));
	return tokens.flatMap((token, index) => {
		if (!isWord(token, ...DIALOGS) || own.has(token.text) || !isCall(read, index)) return [];
		if (isSign(tokens[index - 1], '.') && !isWord(tokens[index - 2], ...WINDOW)) return [];
		return [{ name: token.text, line: lineAt(text, token.start) }];
	});
}

/** A snapshot that would be read from, or written to, a file beside the suite, or into the suite itself. */
const SNAPSHOT =
	/\.(toMatchSnapshot|toMatchFileSnapshot|toThrowErrorMatchingSnapshot|toMatchInlineSnapshot(?=\(\s*\)))\s*\(/g;

function snapshots(text: string): { name: string; line: number }[] {
	return [...text.matchAll(SNAPSHOT)].map((match) => ({
		name: match[1]!,
		line: lineAt(text, match.index)
	}));
}

/** What code of the folder calls and no sandbox has: a window's dialogs outside of a page, files of snapshots. */
export function notAvailable(exercise: Sources): Problem[] {
	const { id, manifest, start, solution, also, tests, examples } = exercise;
	const remark = manifest.origin ? { remark: true as const } : {};
	const below = (folder: string, files: FileMap) =>
		Object.entries(files)
			.filter(([path]) => SCRIPT.test(path))
			.map(([path, text]) => [`${id}/${folder}${path}`, text] as const);
	const programs =
		manifest.need === 'dom'
			? []
			: [
					...below('start/', start),
					...below('solution/', solution),
					...also.flatMap(({ name, files }) => below(`also/${name}/`, files))
				];
	const suites = [...below('', tests), ...below('', examples)];
	return [
		...programs.flatMap(([file, text]) =>
			dialogs(text).map(({ name, line }) =>
				codeProblem('not-available/dialog', { ...remark, file, line }, { name })
			)
		),
		...suites.flatMap(([file, text]) =>
			snapshots(text).map(({ name, line }) => codeProblem('not-available/snapshot', { file, line }, { name }))
		)
	];
}
