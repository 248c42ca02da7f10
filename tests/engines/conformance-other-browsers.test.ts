import { OTHER_BROWSERS } from '../support/browsers/browsers.ts';
import { describeConformance } from './conformance.ts';
import { workerIn } from './subjects/other-browsers.ts';

describeConformance(
	OTHER_BROWSERS.map(([name, open]) => [`worker engine in ${name}`, workerIn(open)] as const),
	{ otherWords: true, step: 2 }
);
