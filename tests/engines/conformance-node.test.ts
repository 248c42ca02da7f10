import { describeConformance } from './conformance.ts';
import { openNative } from './subjects/native.ts';
import { openWebcontainer } from './subjects/webcontainer.ts';

describeConformance([
	['webcontainer engine, the service played by a stand-in', openWebcontainer],
	['native engine in Node', openNative('worker')],
	["native engine with Node's modules", openNative('node')],
	['native engine in Node, with a page', openNative('dom')]
]);
