import { endWords, compilerWords, failureWords, quoted } from '../../coach-words/run-words.ts';
import type { DetailWords } from '../../contract/problem.ts';
import { BUG_WORDS } from '../bugs/words.ts';
import type { RefactorDetails } from './problems.ts';

/** What a coach calls the work in `solution/`, or in a folder of `also/`. */
const named = (work: string): string =>
	work === 'solution' ? 'The solution' : `The other right way "${work}"`;

const differs = (also: readonly string[], not: readonly string[]): string =>
	[also.length > 0 ? `also fails ${quoted(also)}` : '', not.length > 0 ? `does not fail ${quoted(not)}` : '']
		.filter(Boolean)
		.join(' and ');

/** What is said to a coach of the problems that only this kind has. */
export const REFACTOR_WORDS: DetailWords<RefactorDetails> = {
	...BUG_WORDS,
	'unknown-file/not-in-program': ({ name }) => ({
		message: `The program has no file "${name}" that a bug could be in.`,
		fix: 'Correct the name, or put the file into start/.'
	}),
	'unknown-file/not-javascript': {
		message: 'The program of such an exercise is JavaScript: bugs are planted into what the learner writes.',
		fix: 'Write it without types, in a file that ends in .js.'
	},
	'missing-file/layer-json': ({ folder, name }) => ({
		message: `${folder} has no ${name}.`,
		fix:
			name === 'mutant.json'
				? 'Write { "told": { "fr": "…", "nl": "…", "en": "…" } }: what is wrong, in one sentence.'
				: 'Write { "escapes": ["bugs that its tests let through"] }, { "invalid": ["own tests that fail on the program of start/"] }, { "fails": ["tests of tests/"] } or { "unguarded": true }.'
	}),
	'missing-start-file/program': {
		message: 'There is no program in start/.',
		fix: 'Write one that works and is hard to read, for example start/till.js.'
	},
	'missing-suite/start': {
		message: 'There is no file of tests in start/.',
		fix: 'Write what a learner begins with, for example start/till.test.js. One weak test is enough.'
	},
	'missing-suite/hidden': {
		message: 'There is no hidden suite.',
		fix: 'Write it, for example tests/till.test.js: what the program does, and in describe("form", …) how it is written.'
	},
	'missing-solution/program': {
		message: 'No program file of solution/ differs from the one in start/.',
		fix: 'Write the program better, in a file named as in start/.'
	},
	'missing-solution/test': {
		message: 'There is no test in solution/.',
		fix: 'Write tests that notice every bug, in a file named as in start/.'
	},
	'few-mistakes/program': {
		message: 'No work in wrong/ has a program that does something else.',
		fix: 'Add one with "fails": what do people break when they tidy up?'
	},
	'few-mistakes/guard': {
		message: 'No work in wrong/ has tests that notice each bug of the first program and not each of its own.',
		fix: 'Add one with "unguarded": a version that has something new which no test looks at.'
	},
	'unknown-test': ({ test, meant }) => ({
		message: `There is no hidden test "${test}"${meant === null ? '' : `; "${meant}" is meant`}.`,
		fix: 'Write the full English name of a test in tests/ ("group > test").'
	}),
	'compile-error/solution': ({ text }) => ({
		message: `The program in solution/ does not compile: ${compilerWords(text)}.`,
		fix: 'Correct it, or the file of start/ that it leaves as it is.'
	}),
	'start-does-not-run': ({ end }) => ({
		message: endWords('The start', end),
		fix: 'A learner begins with a program and tests that run: make start/ complete enough for that.'
	}),
	'start-fails': ({ test }) => ({
		message: `The test "${test}" in start/ fails on the program in start/.`,
		fix: 'The tests that a learner begins with are right, and say too little.'
	}),
	'start-fails/ours': ({ test, reason }) => ({
		message: `The program in start/ fails "${test}": ${failureWords(reason)}`,
		fix: 'It must do what it should. What is asked of its form is tested in describe("form", …).'
	}),
	'start-passes': {
		message: 'The tests in start/ notice every bug.',
		fix: 'Take tests out of start/, or add bugs.'
	},
	'start-passes/form': {
		message: 'The program in start/ passes every test in describe("form", …): there is nothing to tidy up.',
		fix: 'Add a test that it fails for the way it is written.'
	},
	'solution-fails/work-end': ({ work, end }) => ({
		message: endWords(named(work), end),
		fix: 'Its tests must run, and its program must pass them.'
	}),
	'solution-fails/work-test': ({ work, test, reason }) => ({
		message: `${named(work)} fails "${test}": ${failureWords(reason)}`,
		fix: 'Correct the program, or the test.'
	}),
	'solution-fails/work-invalid': ({ work, test, reason }) => ({
		message: `${named(work)}: its test "${test}" fails on the program in start/: ${failureWords(reason)}`,
		fix: 'Correct the test, or the program in start/.'
	}),
	'solution-fails/work-escaped': ({ work, bugs, more }) => ({
		message: `${named(work)} does not notice ${quoted(bugs)}${more > 0 ? ` and ${more} more` : ''}.`,
		fix: 'Add a test; or name an automatic one that no test can notice under "excluded", with the reason.'
	}),
	'solution-fails/work-unguarded': ({ work, line, was, becomes }) => ({
		message: `${named(work)}: its tests do not notice when line ${line} of its own program, "${was.trim()}", becomes "${becomes.trim()}", and a test in tests/ does.`,
		fix: 'Add a test, or write the program so that there is less to get wrong.'
	}),
	'solution-fails/work-unstable': ({ work, tests }) => ({
		message: `${named(work)}: ${quoted(tests)} does not always give the same result on the same program.`,
		fix: 'Take out what depends on chance, on the time or on other tests.'
	}),
	'wrong-passes': ({ mistake }) => ({
		message: `The mistake "${mistake}" does everything right.`,
		fix: 'Change it, or add the hidden test that it must fail.'
	}),
	'wrong-escapes-others/guard': ({ mistake, unguarded }) => ({
		message: unguarded
			? `The tests of the mistake "${mistake}" let through a bug of its own program.`
			: `The tests of the mistake "${mistake}" notice each bug of its own program, or were not tried on them.`,
		fix: 'Write "unguarded" as it is.'
	}),
	'wrong-fails-others/ours': ({ mistake, also, not }) => ({
		message: `The mistake "${mistake}", of the tests in tests/, ${differs(also, not)}.`,
		fix: 'Name exactly those that fail, under "fails".'
	}),
	'wrong-fails-others': ({ mistake, also, not }) => ({
		message: `The mistake "${mistake}", of its own tests on the program in start/, ${differs(also, not)}.`,
		fix: 'Name exactly those that fail, under "invalid".'
	})
};
