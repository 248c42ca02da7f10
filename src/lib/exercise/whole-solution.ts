import type { Exercise } from '../contract/exercise.ts';
import { problem, type Problem } from '../contract/problem.ts';
import type { KindTexts } from './folder-kind.ts';
import type { Sources } from './sources.ts';

/** So many of a solution's lines tell all of it: what is left is a brace or a name. */
const SHARE = 0.8;

/** One line is a solution by itself where it is so long: shorter ones stand in any text. Without its space. */
const ONE_LINE_CHARS = 12;

/** A line with at least so many letters or digits is somebody's thought; others are brackets and ends. */
const LETTERS = 3;

const withoutSpace = (text: string): string => text.replace(/\s+/g, '');
const saysSomething = (line: string): boolean => line.replace(/[^\p{L}\p{N}]/gu, '').length >= LETTERS;

interface Answer {
	/** Where it comes from, relative to the exercise's folder. */
	from: string;
	/** Lines that a learner is to write, without any space. */
	lines: readonly string[];
}

/** What of each solution does not stand in the start already. */
function answersOf({ shown, answers }: KindTexts): Answer[] {
	const given = new Set(shown.flatMap((text) => text.split('\n').map(withoutSpace)));
	return answers.map(([from, text]) => ({
		from,
		lines: [...new Set(text.split('\n').filter(saysSomething).map(withoutSpace))].filter(
			(line) => !given.has(line)
		)
	}));
}

/** The number of the line on which the first of these stands; undefined where lines were broken otherwise. */
function lineOf(text: string, lines: readonly string[]): number | undefined {
	const at = text.split('\n').findIndex((one) => lines.some((line) => withoutSpace(one).includes(line)));
	return at < 0 ? undefined : at + 1;
}

/** Briefs and hints that hold a whole solution, however short its lines are. */
export function wholeSolutions(exercise: Exercise, texts: KindTexts, sources: Sources): Problem[] {
	const { id, manifest, brief, hints } = exercise;
	const answers = answersOf(texts);
	return manifest.languages.flatMap((locale) =>
		[
			[`brief.${locale}.md`, brief[locale]] as const,
			[`hints.${locale}.md`, hints[locale].join('\n')] as const
		].flatMap(([path, shown]): Problem[] => {
			const text = sources.get(`${id}/${path}`) ?? shown;
			const plain = withoutSpace(text);
			const told = answers.find(({ lines }) => {
				const found = lines.filter((line) => plain.includes(line));
				if (lines.length === 1) return (found[0]?.length ?? 0) >= ONE_LINE_CHARS;
				return found.length >= 2 && found.length >= lines.length * SHARE;
			});
			if (!told) return [];
			const line = lineOf(text, told.lines);
			const place = { file: `${id}/${path}`, ...(line === undefined ? {} : { line }) };
			return [problem('suite-in-brief/solution', place, { from: told.from })];
		})
	);
}
