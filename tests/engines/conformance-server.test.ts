import { describeConformance } from './conformance.ts';
import { openRemote } from './subjects/remote.ts';

describeConformance([['remote engine, Deno on the server', openRemote('worker')]]);
// The same processes, with the harness of the native engine; and the same pages, each in a browser of its own for two seconds.
describeConformance([["remote engine, Deno on the server, with Node's modules", openRemote('node')]], {
	step: 3
});
describeConformance([['remote engine, Chromium on the server, with a page', openRemote('dom')]], { step: 4 });
