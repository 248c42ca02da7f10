import { describeConformance } from './conformance.ts';
import { openRemote } from './subjects/remote.ts';

describeConformance([
	['remote engine, Deno on the server', openRemote('worker')],
	["remote engine, Deno on the server, with Node's modules", openRemote('node')],
	['remote engine, Chromium on the server, with a page', openRemote('dom')]
]);
