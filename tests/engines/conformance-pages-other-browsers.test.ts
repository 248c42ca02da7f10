import { OTHER_BROWSERS } from '../support/browsers/browsers.ts';
import { describeConformance } from './conformance.ts';
import { domIn } from './subjects/other-browsers.ts';

describeConformance(
	OTHER_BROWSERS.map(([name, open]) => [`dom engine in ${name}, with a page`, domIn('dom', open)] as const),
	{ otherWords: true, step: 3 }
);
