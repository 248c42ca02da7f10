import type { DetailWords } from '../contract/problem.ts';
import type { FailureReason, RunEnd, SharedDetails } from '../contract/problem-details.ts';
import type { RunStatus } from '../contract/report.ts';

/** Longer messages of errors would hide the next problem. */
const MESSAGE_CHARS = 300;
export const shorten = (text: string, most = MESSAGE_CHARS): string =>
	text.length > most ? `${text.slice(0, most)}…` : text;

/** What the compiler says, in words for who does not know it; without a full stop. */
export function compilerWords(text: string): string {
	if (text.startsWith('The JSX syntax extension'))
		return 'A "<" stands where JavaScript has none: this is HTML, or JSX';
	if (text === 'Unexpected end of file') return 'The file ends too early: a bracket or a quote is still open';
	return text;
}

/** Names in a sentence. */
export const quoted = (names: readonly string[]): string => names.map((name) => `"${name}"`).join(', ');

/** How a run ended that did not end by itself; said of a program. */
export const STATUS_WORDS: Readonly<Record<Exclude<RunStatus, 'ran'>, string>> = {
	'compile-error': 'does not compile',
	timeout: 'does not end within its time limit',
	crash: 'ends the sandbox',
	'out-of-memory': 'uses up the memory',
	left: 'goes to another address, or loads its page again',
	'nothing-ran': 'runs no test',
	tampered: 'changes what the suite is built on, such as a prototype',
	'engine-failed': 'could not be run'
};

/** Why a run has no results. `subject`: whose run, for example "The start". */
export function endWords(subject: string, { status, why, unhandled }: RunEnd): string {
	const thrown = unhandled ? 'leaves an error that nobody handles' : 'throws when it is started';
	const what = status === 'ran' ? thrown : STATUS_WORDS[status];
	return shorten(`${subject} ${what}${why ? `: ${why}` : '.'}`);
}

/** Why a test failed, in one line. */
export function failureWords(failure: FailureReason): string {
	if (failure.reason !== 'failed') return failure.reason === 'skipped' ? 'it is skipped' : 'it did not run';
	const { error, text, compared } = failure;
	const values = compared ? ` (expected ${compared.expected}, received ${compared.received})` : '';
	return shorten(`${error === null ? '' : `${error}: `}${text}${values}`.replaceAll('\n', ' '));
}

/** Of what was found when an exercise was compiled and tried. */
export const RUN_WORDS: DetailWords<
	Pick<
		SharedDetails,
		| 'compile-error/suite'
		| 'compile-error/no-file'
		| 'no-tests/suite'
		| 'collect-failed'
		| 'collect-failed/endless'
		| 'collect-failed/not-defined'
		| 'engine-failed'
		| 'engine-failed/preview'
		| 'near-time-limit'
		| 'unstable-test/second-try'
		| 'second-try'
		| 'note-not-translated'
		| 'no-note'
	>
> = {
	'compile-error/suite': ({ text }) => ({ message: `${compilerWords(text)}.`, fix: 'Correct the suite.' }),
	'compile-error/no-file': ({ wanted, meant }) => {
		const code = /^(?:solution|(?:also|wrong)\/[^/]+)\/(.+)$/.exec(wanted)?.[1];
		if (code !== undefined)
			return {
				message: `The suite imports ${wanted}: where it runs there are only the learner's files.`,
				fix: `Import "../start/${code}". When the solution is tried, it lies there.`
			};
		return {
			message: `The suite imports ${wanted}, and there is no such file.`,
			fix:
				meant === null
					? 'Correct the path, or add the file.'
					: `There is ${meant}: write its name exactly so, with its capitals.`
		};
	},
	'no-tests/suite': {
		message: 'The suite has no test.',
		fix: 'Write at least one test: an exercise without tests can never be passed.'
	},
	'collect-failed': ({ why }) => ({
		message: `${why}.`,
		fix: 'Look at what the suite and the solution do outside of tests, such as a loop without an end: both must load by themselves.'
	}),
	'collect-failed/endless': ({ what }) => ({
		message:
			what === 'loop'
				? 'This loop does not end, and the suite cannot begin.'
				: 'What is awaited here never comes, and the suite cannot begin.',
		fix: 'Let it end, or move it into a test: the suite and the solution must load by themselves.'
	}),
	'collect-failed/not-defined': ({ name, fromVitest }) => ({
		message: fromVitest
			? `${name} is used here and not imported.`
			: `${name} does not exist where this runs, and the suite cannot begin.`,
		fix: fromVitest
			? `Write at the top of the suite: import { ${name} } from "vitest".`
			: 'Correct its spelling, or import it. A sandbox has no network, and names of Node only with "need": "node".'
	}),
	'engine-failed': {
		message: 'It could not be tried: the engine failed, twice. This says nothing about the exercise.',
		fix: 'Check it again when the machine is less busy, or with the other --engine.'
	},
	'engine-failed/preview': ({ why }) => ({
		message: `The preview itself failed, which says nothing about the exercise: ${why}`,
		fix: 'Save again. If it stays, tell us what you changed last.'
	}),
	'near-time-limit': ({ ms, limitMs }) => ({
		message: `The solution takes ${ms} ms of ${limitMs} ms.`,
		fix: 'A learner’s laptop is slower: shorten waits in the suite and the solution, or raise "timeLimitMs".'
	}),
	'unstable-test/second-try': ({ test, reason }) => ({
		message: `The test "${test}" is not always the same: it went otherwise at the first try than at the second: ${failureWords(reason)}`,
		fix: 'Let nothing of it depend on chance, on the clock or on what ran before: vi.spyOn(Math, "random"), vi.useFakeTimers, vi.resetModules.'
	}),
	'second-try': ({ status }) => ({
		message: `It was tried twice: the first try ${status === 'ran' ? 'reached the time limit of a test' : STATUS_WORDS[status]}, the second went as it must.`,
		fix: 'Nothing, where the machine was busy. Where it comes back: shorten waits in the suite and the solution.'
	}),
	'note-not-translated': ({ note }) => ({
		message: `The failure message "${note}" has no translation.`,
		fix: 'Write it under "messages"; "check --fix" writes the English, and TODO for your words.'
	}),
	'no-note': ({ test }) => ({
		message: `The test "${test}" fails without a message for the learner.`,
		fix: 'Give expect() a second argument: what was expected in this situation, and where to look.'
	})
};
