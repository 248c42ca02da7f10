import { describeConformance } from './conformance.ts';
import { openDom } from './subjects/dom.ts';
import { openWorker } from './subjects/worker.ts';

describeConformance([
	['worker engine in Chromium', openWorker],
	['dom engine in Chromium', openDom('worker')],
	['dom engine in Chromium, with a page', openDom('dom')]
]);
