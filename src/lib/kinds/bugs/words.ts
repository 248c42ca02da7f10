import { compilerWords, endWords, failureWords, quoted } from '../../coach-words/run-words.ts';
import type { DetailWords } from '../../contract/problem.ts';
import type { BugDetails } from './problems.ts';

const differs = (verb: string, also: readonly string[], not: readonly string[]): string =>
	[
		also.length > 0 ? `also ${verb} ${quoted(also)}` : '',
		not.length > 0 ? `does not ${verb.replace(/s$/, '')} ${quoted(not)}` : ''
	]
		.filter(Boolean)
		.join(' and ');

/** What is said to a coach of the problems that all have whose learners write tests for a program. */
export const BUG_WORDS: DetailWords<BugDetails> = {
	'unknown-file/not-in-start': ({ name }) => ({
		message: `A learner has no file "${name}".`,
		fix: 'Remove it, or put a file of this name into start/.'
	}),
	'unknown-file/not-in-program': ({ name }) => ({
		message: `The program has no file "${name}" that a bug could be in.`,
		fix: 'Correct the name, or put the file into program/.'
	}),
	'unknown-file/alone': ({ parent }) => ({
		message: `What is in ${parent}/ is a folder, not a file.`,
		fix: `Put it into a folder named after what it is about, for example ${parent}/forgets-zero/.`
	}),
	'missing-file/program': {
		message: 'There is no program to write tests for.',
		fix: 'Write it, for example program/till.js. It must be correct.'
	},
	'missing-file/layer-json': ({ folder, name }) => ({
		message: `${folder} has no ${name}.`,
		fix:
			name === 'mutant.json'
				? 'Write { "told": { "fr": "…", "nl": "…", "en": "…" } }: what is wrong, in one sentence.'
				: 'Write { "escapes": ["bugs that it lets through"] }, or { "fails": ["tests that fail on the correct program"] }.'
	}),
	'missing-file/layer': ({ folder }) => ({
		message: `${folder} changes no file.`,
		fix: 'Add the file that is different.'
	}),
	'few-bugs': ({ count, wanted }) => ({
		message: `There are ${count} bugs in mutants/.`,
		fix: `Add ${wanted} bugs that people really make: what they are about is what the learner is told.`
	}),
	'few-mistakes': {
		message: 'No suite in wrong/ is valid and lets a bug through.',
		fix: 'Add one with "escapes": it proves that its bug is not noticed by chance.'
	},
	'unknown-bug': ({ bug, meant }) => ({
		message: `There is no bug "${bug}"${meant === null ? '' : `; "${meant}" is meant`}.`,
		fix: 'Write the name of a folder in mutants/; of an automatic one, what `check` says that is not noticed.'
	}),
	'compile-error/program': ({ text }) => ({
		message: `The program does not compile: ${compilerWords(text)}.`,
		fix: 'Correct it: the learner must not find it broken.'
	}),
	'compile-error/mutant': ({ bug, text }) => ({
		message: `The bug "${bug}" does not compile: ${compilerWords(text)}.`,
		fix: 'A bug is a program that runs and does something else.'
	}),
	'start-does-not-run': ({ end }) => ({
		message: endWords('The start', end),
		fix: 'A learner begins with tests that run: make start/ complete enough for that.'
	}),
	'start-passes': {
		message: 'The start notices every bug: there is nothing left to do.',
		fix: 'Take tests out of start/, or add bugs.'
	},
	'solution-fails/end': ({ end }) => ({
		message: endWords('The suite', end),
		fix: 'It must run on the correct program, and notice every bug.'
	}),
	'solution-fails/test': ({ test, reason }) => ({
		message: `"${test}" fails on the correct program: ${failureWords(reason)}`,
		fix: 'Correct the test, or the program.'
	}),
	'solution-fails/escaped': ({ bugs, more }) => ({
		message: `Not noticed: ${quoted(bugs)}${more > 0 ? ` and ${more} more` : ''}.`,
		fix: 'Add a test; or name an automatic one that no test can notice under "excluded", with the reason.'
	}),
	'solution-fails/unstable': ({ tests }) => ({
		message: `${quoted(tests)} does not always give the same result on the correct program.`,
		fix: 'Take out what depends on chance, on the time or on other tests.'
	}),
	'wrong-passes': ({ mistake }) => ({
		message: `The weak suite "${mistake}" notices every bug.`,
		fix: 'Take a test out of it, or add the bug that it is to let through.'
	}),
	'wrong-escapes-others': ({ mistake, also, not }) => ({
		message: `The weak suite "${mistake}" ${differs('lets through', also, not)}.`,
		fix: 'Name exactly the bugs of mutants/ that it lets through, under "escapes".'
	}),
	'wrong-fails-others': ({ mistake, also, not }) => ({
		message: `Of the weak suite "${mistake}", what fails on the correct program is different: it ${differs('fails', also, not)}.`,
		fix: 'Name exactly the tests that fail there, under "fails".'
	}),
	'wrong-fails-others/end': ({ mistake, end }) => ({
		message: endWords(`The weak suite "${mistake}"`, end),
		fix: 'It must run: its tests fail, or let bugs through.'
	})
};
