import { describeConformance } from './conformance.ts';
import { openNative } from './subjects/native.ts';
import { openWebcontainer } from './subjects/webcontainer.ts';

// A run in the container's stand-in takes two seconds, and its harness is that of the engine with Node's modules.
describeConformance([['webcontainer engine, the service played by a stand-in', openWebcontainer]], {
	step: 4
});
describeConformance([
	['native engine in Node', openNative('worker')],
	["native engine with Node's modules", openNative('node')]
]);
describeConformance([['native engine in Node, with a page', openNative('dom')]], { step: 2 });
