import { compilerWords, endWords, failureWords, quoted } from '../../coach-words/run-words.ts';
import type { DetailWords } from '../../contract/problem.ts';
import type { FindDetails } from './problems.ts';

/** What a coach calls the work in `solution/`, or in a folder of `also/`. */
const named = (work: string): string =>
	work === 'solution' ? 'The solution' : `The other right way "${work}"`;

/** What is said to a coach of the problems that only this kind has. */
export const FIND_WORDS: DetailWords<FindDetails> = {
	'unknown-file/not-in-start': ({ name }) => ({
		message: `A learner has no file "${name}".`,
		fix: 'Remove it, or put a file of this name into start/.'
	}),
	'unknown-file/alone': ({ parent }) => ({
		message: `What is in ${parent}/ is a folder, not a file.`,
		fix: `Put it into a folder named after what it is about, for example ${parent}/one-price-too-many/.`
	}),
	'missing-file/layer-json': ({ folder }) => ({
		message: `${folder} has no wrong.json.`,
		fix: 'Write { "misses": true }, { "invalid": ["own tests that fail on the correct program"] } or { "fails": ["tests of tests/"] }.'
	}),
	'missing-file/layer': ({ folder }) => ({
		message: `${folder} changes no file.`,
		fix: 'Add the file that is different.'
	}),
	'missing-start-file/program': {
		message: 'There is no program in start/.',
		fix: 'Write the one with the bug, for example start/till.js.'
	},
	'missing-suite/start': {
		message: 'There is no file of tests in start/.',
		fix: 'Write what a learner begins with, for example start/till.test.js: a test that passes with the bug and without it.'
	},
	'missing-suite/hidden': {
		message: 'There is no hidden suite.',
		fix: 'Write it, for example tests/till.test.js: a mended program passes it.'
	},
	'missing-solution/program': {
		message: 'No program file of solution/ differs from the one in start/: there is no bug.',
		fix: 'Put the correct file into solution/, and the one with the bug into start/.'
	},
	'missing-solution/test': {
		message: 'There is no test in solution/.',
		fix: 'Write the one that shows the bug, in a file named as in start/.'
	},
	'few-mistakes/tests': {
		message: 'No work in wrong/ has tests that miss the bug or expect something else.',
		fix: 'Add one with "misses" or "invalid": it proves that a test does not show the bug by chance.'
	},
	'few-mistakes/program': {
		message: 'No work in wrong/ has a program that is mended wrongly.',
		fix: 'Add one with "fails": how do people repair this in too few places, or too many?'
	},
	'unknown-test': ({ test, meant }) => ({
		message: `There is no hidden test "${test}"${meant === null ? '' : `; "${meant}" is meant`}.`,
		fix: 'Write the full English name of a test in tests/ ("group > test").'
	}),
	'compile-error/solution': ({ text }) => ({
		message: `The correct program does not compile: ${compilerWords(text)}.`,
		fix: 'Correct it, or the file of start/ that it leaves as it is.'
	}),
	'compile-error/start': ({ text }) => ({
		message: `The program with the bug does not compile: ${compilerWords(text)}.`,
		fix: 'A bug is a program that runs and does something else.'
	}),
	'start-does-not-run': ({ end }) => ({
		message: endWords('The start', end),
		fix: 'A learner begins with a program and tests that run: make start/ complete enough for that.'
	}),
	'start-fails': ({ test }) => ({
		message: `The test "${test}" in start/ fails on the correct program.`,
		fix: 'The test that a learner begins with is right, and says too little.'
	}),
	'start-passes/test': {
		message: 'The tests in start/ show the bug already.',
		fix: 'Take out the test that does.'
	},
	'start-passes/program': {
		message: 'The program in start/ passes every hidden test: none of them notices the bug.',
		fix: 'Add the test that fails because of it.'
	},
	'solution-fails/end': ({ work, end }) => ({
		message: endWords(named(work), end),
		fix: 'Its tests must run, and its program must pass them.'
	}),
	'solution-fails/test': ({ work, test, reason }) => ({
		message: `${named(work)} fails "${test}": ${failureWords(reason)}`,
		fix: 'Correct the program, or the test.'
	}),
	'solution-fails/invalid': ({ work, test, reason }) => ({
		message: `${named(work)}: its test "${test}" fails on the correct program: ${failureWords(reason)}`,
		fix: 'Correct the test, or the program in solution/.'
	}),
	'solution-fails/misses': ({ work }) => ({
		message: `${named(work)}: its tests pass on the program with the bug too.`,
		fix: 'Add the test that fails because of the bug.'
	}),
	'solution-fails/unstable': ({ work, tests }) => ({
		message: `${named(work)}: ${quoted(tests)} does not always give the same result on the correct program.`,
		fix: 'Take out what depends on chance, on the time or on other tests.'
	}),
	'wrong-passes': ({ mistake }) => ({
		message: `The mistake "${mistake}" shows the bug and mends the program.`,
		fix: 'Change it, or add the hidden test that it must fail.'
	}),
	'wrong-escapes-others': ({ mistake, misses }) => ({
		message: misses
			? `The tests of the mistake "${mistake}" do not show the bug.`
			: `The tests of the mistake "${mistake}" show the bug.`,
		fix: 'Write "misses" as it is.'
	}),
	'wrong-fails-others': ({ mistake, ours, also, not }) => {
		const parts = [
			also.length > 0 ? `also fails ${quoted(also)}` : '',
			not.length > 0 ? `does not fail ${quoted(not)}` : ''
		];
		const of = ours ? 'of the tests in tests/' : 'of its own tests on the correct program';
		return {
			message: `The mistake "${mistake}", ${of}, ${parts.filter(Boolean).join(' and ')}.`,
			fix: `Name exactly those that fail, under "${ours ? 'fails' : 'invalid'}".`
		};
	},
	'wrong-fails-others/end': ({ mistake, end }) => ({
		message: endWords(`The mistake "${mistake}"`, end),
		fix: 'Let it run and do the wrong thing.'
	}),
	'test-never-fails': ({ test }) => ({
		message: `Nothing fails the test "${test}": not the program with the bug, no mistake, and no change of the correct program.`,
		fix: 'Add a mistake that it must notice, or remove the test: it may check nothing.'
	})
};
