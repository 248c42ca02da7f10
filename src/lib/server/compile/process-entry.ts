import { createRequire } from 'node:module';
import { compileLearner } from '../../compile/compile-learner.ts';
import type { Esbuild } from '../../compile/esbuild-port.ts';
import { createLineReader } from '../sandbox/line-reader.ts';
import type { CompileMessage, CompileRequest } from './protocol.ts';

/*
 * The program of a process that compiles what strangers sent. Its argument: a file beside which esbuild is installed.
 * Whatever goes wrong is its end: the host starts another one.
 */

const [, , installedBeside = ''] = process.argv;
const esbuild = createRequire(installedBeside)('esbuild') as Esbuild;

const send = (message: CompileMessage): void => void process.stdout.write(`${JSON.stringify(message)}\n`);
const fail = (error: unknown): void => {
	console.error(error);
	process.exit(1);
};

// The only child is esbuild's own process: without it nothing can be compiled here, and the host should know now.
process.on('SIGCHLD', () => fail(new Error('esbuild has ended')));

const reader = createLineReader(Infinity, {
	line(text) {
		const { source } = JSON.parse(text) as CompileRequest;
		compileLearner(esbuild, source).then((result) => send({ result }), fail);
	},
	tooMuch() {}
});
process.stdin.on('data', reader);
// The end of stdin is the end of the server.
process.stdin.on('end', () => process.exit(0));

// The first build starts esbuild, and is by far the slowest.
const warm = { 'main.js': 'export const a = 1;' };
compileLearner(esbuild, { files: warm, entry: 'main.js', mocked: [], need: 'worker', packages: [] }).then(
	() => send({ ready: true }),
	fail
);
