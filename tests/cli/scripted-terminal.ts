import { NobodyAnswers, type Terminal } from '../../src/cli/terminal.ts';

/** A terminal that remembers what was printed, and answers questions: flag → answer. */
export interface ScriptedTerminal extends Terminal {
	/** What went to standard output, and to standard error. */
	readonly printed: string[];
	readonly said: string[];
	/** The messages of the questions, in their order. */
	readonly asked: string[];
}

/** `answers`: the beginning of a question's message → what a person would type or choose; else nobody sits there. */
export function scriptedTerminal(answers: Readonly<Record<string, string>> = {}): ScriptedTerminal {
	const [printed, said, asked]: [string[], string[], string[]] = [[], [], []];
	const answerTo = (message: string, flag: string): string => {
		asked.push(message);
		const key = Object.keys(answers).find((beginning) => message.startsWith(beginning));
		if (key === undefined) throw new NobodyAnswers(flag);
		return answers[key]!;
	};
	return {
		printed,
		said,
		asked,
		out: (text) => void printed.push(text),
		say: (text) => void said.push(text),
		progress: () => ({ advance() {}, end() {} }),
		async ask({ message, flag, check }) {
			const answer = answerTo(message, flag);
			const problem = check?.(answer);
			if (problem) throw new Error(`${message}: ${problem}`);
			return answer;
		},
		async choose({ message, flag, choices }) {
			const answer = answerTo(message, flag);
			const found = choices.find(({ value }) => value === answer);
			if (!found) throw new Error(`${message}: "${answer}" is not offered`);
			return found.value;
		}
	};
}
