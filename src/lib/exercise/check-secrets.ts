import type { Exercise } from '../contract/exercise.ts';
import { problem, type Problem } from '../contract/problem.ts';
import type { Sources } from './sources.ts';
import type { KindTexts } from './folder-kind.ts';
import { wholeSolutions } from './whole-solution.ts';

/** Shorter lines (`}`, `return total;`) stand in any program. */
const TELLING_CHARS = 25;

/** Lines that every suite or page has, and that say nothing of this one. */
const COMMON = /^(import |export \{|describe\(|<(?:!doctype|html|meta|link)\b|["']use strict)/i;

/** The beginning of a loop or of a listener is what a text teaches. */
const opensBlock = (line: string): boolean => line.endsWith('{');

const tellingLines = (text: string): string[] =>
	text
		.split('\n')
		.map((line) => line.trim())
		.filter((line) => line.length >= TELLING_CHARS && !COMMON.test(line));

/** A hint may come near to one line of the solution; two tell it. */
const SOLUTION_LINES = 2;

interface Secret {
	text: string;
	/** Where it comes from, relative to the exercise's folder. */
	from: string;
	/** Whether it is a part of what the learner is to find. */
	isAnswer: boolean;
}

/** Lines of the hidden suite and of the solution, and what hidden tests say: in no text that a learner may read. */
function secretsOf({ messages }: Exercise, { shown, suites, answers }: KindTexts): Secret[] {
	// What a learner is shown is no secret.
	const open = shown.join('\n');
	const linesOf = (texts: KindTexts['suites'], isAnswer: boolean): Secret[] =>
		texts.flatMap(([from, text]) => tellingLines(text).map((line) => ({ text: line, from, isAnswer })));
	const lines = [
		...linesOf(suites, false),
		...linesOf(answers, true).filter(({ text }) => !opensBlock(text))
	];
	const said = Object.entries(messages).flatMap(([locale, file]) =>
		Object.entries(file.messages).flatMap(([english, translation]) => [
			{ text: english, from: 'tests/', isAnswer: false },
			{ text: translation, from: `messages.${locale}.json`, isAnswer: false }
		])
	);
	const secrets = [
		...lines,
		...said.filter(({ text }) => text.length >= TELLING_CHARS && !text.includes('{'))
	];
	const known = new Map<string, Secret>();
	for (const secret of secrets)
		if (!open.includes(secret.text) && !known.has(secret.text)) known.set(secret.text, secret);
	return [...known.values()];
}

/** Parts of the hidden suite or of the solution that stand in a brief or a hint; where it is all of the solution, that is said once. */
export function secretsShown(exercise: Exercise, texts: KindTexts, sources: Sources): Problem[] {
	const whole = wholeSolutions(exercise, texts, sources);
	const isAnswer = (from: unknown): boolean => texts.answers.some(([path]) => path === from);
	const parts = partsShown(exercise, texts, sources).filter(
		({ file, params }) => !(isAnswer(params.from) && whole.some((one) => one.file === file))
	);
	return [...whole, ...parts];
}

function partsShown(exercise: Exercise, texts: KindTexts, sources: Sources): Problem[] {
	const { id, manifest, brief, hints } = exercise;
	const secrets = secretsOf(exercise, texts);
	return manifest.languages.flatMap((locale) =>
		[
			[`brief.${locale}.md`, brief[locale]] as const,
			[`hints.${locale}.md`, hints[locale].join('\n')] as const
		].flatMap(([path, shown]) => {
			const text = sources.get(`${id}/${path}`) ?? shown;
			const lines = text.split('\n');
			const found = secrets.filter((secret) => text.includes(secret.text));
			const told = Math.min(SOLUTION_LINES, secrets.filter(({ isAnswer }) => isAnswer).length);
			const tolerated = found.filter(({ isAnswer }) => isAnswer).length < told;
			return found
				.filter((secret) => !(tolerated && secret.isAnswer))
				.map((secret): Problem => {
					const at = lines.findIndex((line) => line.includes(secret.text));
					const place = { file: `${id}/${path}`, ...(at >= 0 ? { line: at + 1 } : {}) };
					return problem('suite-in-brief', place, { from: secret.from, text: secret.text });
				});
		})
	);
}
