import type { DetailWords } from '../../contract/problem.ts';
import { BUG_WORDS } from '../bugs/words.ts';
import type { TestsDetails } from './problems.ts';

/** What is said to a coach of the problems that only this kind has. */
export const TESTS_WORDS: DetailWords<TestsDetails> = {
	...BUG_WORDS,
	'missing-suite/start': {
		message: 'There is no file of tests in start/.',
		fix: 'Write what a learner begins with, for example start/till.test.js. One weak test is enough.'
	},
	'missing-solution': {
		message: 'There is no solution.',
		fix: 'Write tests that notice every bug, for example solution/till.test.js.'
	}
};
