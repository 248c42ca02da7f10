import { problemMaker, type DetailWords } from '../../../src/lib/contract/problem.ts';
import { NAME } from './manifest.ts';

interface PickDetails {
	'missing-suite': null;
	'invalid-field/line-twice': { line: string };
	'solution-fails': { line: string; test: string };
	'wrong-passes': { line: string };
}

export const pickProblem = problemMaker<PickDetails>(NAME);

const CORRECT = 'Correct "right", the lines, or the suite.';

export const PICK_WORDS: DetailWords<PickDetails> = {
	'missing-suite': {
		message: 'There is no hidden suite.',
		fix: 'Write the suite that looks at the choice, for example tests/line.test.js.'
	},
	'invalid-field/line-twice': ({ line }) => ({
		message: `"${line}" stands here a second time.`,
		fix: 'Write four different lines.'
	}),
	'solution-fails': ({ line, test }) => ({
		message: `The right line, "${line}", fails "${test}".`,
		fix: CORRECT
	}),
	'wrong-passes': ({ line }) => ({ message: `The wrong line "${line}" passes.`, fix: CORRECT })
};
