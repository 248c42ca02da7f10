import {
	compilerWords,
	endWords,
	failureWords,
	quoted,
	shorten,
	STATUS_WORDS
} from '../../coach-words/run-words.ts';
import type { DetailWords } from '../../contract/problem.ts';
import type { KindTemplate } from '../kind.ts';
import type { CodeDetails } from './problems.ts';
import { UNSTABLE_WORDS } from './unstable-words.ts';

/** `test.skip` → `test`, `xit` → `it`. */
const plainCall = (call: string): string =>
	call.replace(/\.(?:only|skip|todo)$/, '').replace(/^[fx](?=it|test|desc)/, '');

const EXAMPLES = 'A learner who has solved the exercise must see every visible test pass: correct examples/.';
const MISTAKE =
	'Name exactly the tests that it fails, or change the mistake so that it is only one thing wrong.';

const OTHER_WAY =
	'A learner who works this way is right: let the test accept it. Or correct the code, or remove it from also/.';

/** Of the folder. */
const FOLDER = {
	'unknown-file/not-editable': ({ name }) => ({
		message: `A learner cannot change a file "${name}".`,
		fix: 'Remove it, or list it in exercise.json as a file that can be edited.'
	}),
	'unknown-file/not-listed': {
		message: 'No learner would see this file: exercise.json does not list it.',
		fix: 'List it under "files", or remove it.'
	},
	'unknown-file/also': {
		message: 'Another right way is a folder, not a file.',
		fix: 'Put it into a folder named after what is different, for example also/with-reduce/main.js.'
	},
	'unknown-file/wrong': {
		message: 'A mistake is a folder, not a file.',
		fix: 'Put it into a folder named after the mistake, for example wrong/forgets-tax/main.js.'
	},
	'missing-file/wrong-json': ({ mistake }) => ({
		message: `The mistake "${mistake}" has no wrong.json.`,
		fix: 'Write { "fails": ["full name of each test that must fail"] }.'
	}),
	'missing-file/mistake': ({ mistake }) => ({
		message: `The mistake "${mistake}" changes no file, so nothing can fail.`,
		fix: 'Add the file with the mistake.'
	}),
	'missing-suite/hidden': {
		message: 'There is no hidden suite.',
		fix: 'Write the hidden suite, for example tests/main.test.js.'
	},
	'missing-suite/examples': {
		message: 'There is no test in examples/.',
		fix: 'Name the visible suite like examples/main.test.js, or remove the folder.'
	},
	'missing-solution': {
		message: 'There is no solution.',
		fix: 'Write what a learner could hand in, for example solution/main.js. It must pass every test.'
	},
	'empty-text/suite': { message: 'The suite is empty.', fix: 'Write the tests, or remove the file.' },
	'invalid-field/listed-twice': ({ path }) => ({
		message: `"${path}" is listed twice.`,
		fix: 'Keep one of the two.'
	}),
	'missing-start-file/listed': ({ path }) => ({
		message: `"${path}" is listed, but there is no file start/${path}.`,
		fix: 'Add the file, or take it off the list.'
	}),
	'missing-start-file/package-json': ({ packages }) => ({
		message: 'The exercise has packages, but there is no start/package.json.',
		fix: `Add it with { "type": "module", "dependencies": ${JSON.stringify(packages)} }, and list it under "files".`
	}),
	'entry-not-listed': ({ entry }) => ({
		message: `"${entry}" is the entry, but it is not one of "files".`,
		fix: 'Name one of the listed files.'
	}),
	'invalid-field/package-version': ({ name, version }) => ({
		message: `start/package.json does not have "${name}" in version ${version} among its dependencies.`,
		fix: 'Write the same version in both files.'
	}),
	'invalid-field/package-not-named': ({ name }) => ({
		message: `"${name}" is a dependency, but exercise.json does not name it under "packages".`,
		fix: 'Add it there, or remove it here.'
	}),
	'invalid-field/only-node': ({ field }) => ({
		message: `"${field}" is only for exercises with the need "node".`,
		fix: 'Remove it, or set "need" to "node".'
	}),
	'invalid-field/no-page': ({ entry }) => ({
		message: `The exercise has a page, but its entry "${entry}" is none.`,
		fix: 'Name the .html file that is opened.'
	}),
	'folder-too-large/hand-in': ({ characters, limit }) => ({
		message: `What a learner would hand in has ${characters} characters in all, and ${limit} are compiled.`,
		fix: 'Make the longest file shorter: long data belongs into the suite, or is made by the program.'
	}),
	'open-prototypes': {
		message: 'Code may change built-in prototypes, so a pass can be forged: it is never verified.',
		fix: 'Take "allowPrototype" out where no solution needs it.'
	},
	'few-mistakes': ({ count, wanted }) => ({
		message: `There are ${count} mistakes in wrong/.`,
		fix: `Add ${wanted} typical mistakes: they prove that the tests notice them.`
	})
} satisfies Partial<DetailWords<CodeDetails>>;

/** Of what was compiled and run. */
const PROOF = {
	'no-tests/hidden': {
		message: 'The hidden suite has no test.',
		fix: 'Write at least one test: an exercise without tests can never be passed.'
	},
	'unknown-test': ({ test }) => ({
		message: `There is no hidden test "${test}".`,
		fix: 'Write the full English name of a test in tests/ ("group > test").'
	}),
	'switched-off-test': ({ call, only }) => ({
		message: only
			? `${call} switches all other tests off: nobody could pass.`
			: `${call} switches this test off: nobody could pass.`,
		fix: `Write ${plainCall(call)} instead, or take the test out.`
	}),
	'not-available/dialog': ({ name }) => ({
		message: `${name}() does not exist here: only the window of a browser asks and answers.`,
		fix: 'Take the value as a parameter, or from process.argv with "need": "node", and print with console.log.'
	}),
	'not-available/snapshot': ({ name }) => ({
		message: `${name} compares with a file that nobody has: there are no snapshots here.`,
		fix: 'Write the expected value into the test: toBe, toEqual, or toMatchInlineSnapshot with its text.'
	}),
	'unawaited-assertion': {
		message: 'Nobody awaits this assertion: its test ends before it, and passes whatever it finds.',
		fix: 'Write await or return in front of the promise, and make the test async.'
	},
	'done-callback': ({ name }) => ({
		message: `This test says with ${name}() when it is over, as in Jest and Mocha: in Vitest nobody waits for that.`,
		fix: `Make it async and await what it waits for; or give back new Promise((${name}) => { … }).`
	}),
	'duplicate-test': ({ test, count }) => ({
		message: `${count === 2 ? 'Two' : count} tests are called "${test}".`,
		fix: 'Give each its own name: a learner reads the name to know what failed.'
	}),
	'compile-error/solution': ({ text }) => ({
		message: `The solution does not compile: ${compilerWords(text)}.`,
		fix: 'Correct it, or the file of start/ that it leaves as it is.'
	}),
	'missing-package': ({ why }) => ({
		message: why,
		fix: 'Install it where the exercises are checked, or correct "packages".'
	}),
	'start-does-not-run': ({ end }) => ({
		message: endWords('The start', end),
		fix: 'A learner begins with a program that runs and fails tests: make start/ complete enough for that.'
	}),
	'start-lacks-export': ({ name }) => ({
		message: `The suite imports "${name}", and the start does not export it: every test fails for this reason.`,
		fix: 'Write it with export in start/, with an empty body: the learner reads then what is missing in it.'
	}),
	'start-fails': ({ test }) => ({
		message: `The exercise is a refactoring, but its start fails "${test}".`,
		fix: 'Repair start/, or take "refactoring" out of exercise.json.'
	}),
	'start-passes': {
		message: 'The start passes every test: there is nothing left to do.',
		fix: 'Take out of start/ what the learner must write. Where it must only be written better: "refactoring": true.'
	},
	'solution-fails/end': ({ end }) => ({
		message: endWords('The solution', end),
		fix: 'Hand in the solution as a learner would: it must pass every test.'
	}),
	'solution-fails/test': ({ test, reason }) => ({
		message: `The solution fails "${test}": ${failureWords(reason)}`,
		fix: 'Correct the solution, or the test.'
	}),
	'solution-fails/more': ({ count, all }) => ({
		message: `The solution fails ${count} more of ${all} tests.`,
		fix: 'Correct those above first.'
	}),
	'solution-fails/unhandled': ({ error }) => ({
		message: shorten(`The solution passes every test and leaves an error that nobody handles: ${error}`),
		fix: 'Await the promise, or catch the error. Where the exercise is about such errors, name them in exercise.json: "allowsUnhandled".'
	}),
	'examples-fail/end': ({ end }) => ({ message: endWords('The solution', end), fix: EXAMPLES }),
	'examples-fail/test': ({ test, reason }) => ({
		message: `The solution fails "${test}": ${failureWords(reason)}`,
		fix: EXAMPLES
	}),
	'also-fails': ({ way, test, reason, count }) => ({
		message: `The other right way "${way}" fails "${test}": ${failureWords(reason)}${count > 0 ? ` (and ${count} more)` : ''}`,
		fix: OTHER_WAY
	}),
	'also-fails/end': ({ way, end }) => ({
		message: endWords(`The other right way "${way}"`, end),
		fix: OTHER_WAY
	}),
	'wrong-passes': ({ mistake }) => ({
		message: `The mistake "${mistake}" passes every test.`,
		fix: 'Add a test that notices it, or change the mistake.'
	}),
	'wrong-fails-others': ({ mistake, also, not, status }) => {
		const parts = [
			also.length > 0 ? `also fails ${quoted(also)}` : '',
			not.length > 0 ? `does not fail ${quoted(not)}` : ''
		].filter((part) => part !== '');
		const ended = status === 'ran' ? '' : ` (it ${STATUS_WORDS[status]})`;
		return { message: `The mistake "${mistake}" ${parts.join(' and ')}${ended}.`, fix: MISTAKE };
	},
	'wrong-fails-others/end': ({ mistake, end }) => ({
		message: endWords(`The mistake "${mistake}"`, end),
		fix: 'Let it run and do the wrong thing: a mistake is noticed by a test.'
	}),
	'test-never-fails': ({ test }) => ({
		message: `Nothing fails the test "${test}": not the start, no mistake, and no change of the solution.`,
		fix: 'Add a mistake that it must notice, or remove the test: it may check nothing.'
	}),
	'surviving-mutant': ({ was, becomes }) => ({
		message: `Every test still passes when "${was}" ${becomes === '' ? 'is taken out' : `becomes "${becomes}"`}.`,
		fix: 'If the brief forbids it, put it into wrong/ and add a test; else name it in survivors.json, with the reason.'
	}),
	'outdated-survivor': ({ was }) => ({
		message: `No change of the solution or of also/ begins with the line "${was}".`,
		fix: 'Write the line as it is today, or take it out of survivors.json.'
	}),
	'outdated-survivor/noticed': ({ was }) => ({
		message: `survivors.json names the line "${was}", and today a test fails when it is changed.`,
		fix: 'Take it out of survivors.json.'
	}),
	...UNSTABLE_WORDS
} satisfies Partial<DetailWords<CodeDetails>>;

/** What a coach reads of an exercise of code. */
export const CODE_WORDS: DetailWords<CodeDetails> = { ...FOLDER, ...PROOF };

/** What `new` asks. */
export const NEED_CHOICE: KindTemplate['choice'] = {
	flag: 'need',
	question: "What does the learner's code need?",
	usage: 'what the code needs: only the language, a page, or Node',
	choices: [
		{ value: 'worker', label: 'only the language', hint: 'functions, loops, text: "worker"' },
		{ value: 'dom', label: 'a page', hint: 'HTML, CSS, clicks: "dom"' },
		{ value: 'node', label: 'Node', hint: 'files, arguments, exit codes: "node"' }
	]
};
