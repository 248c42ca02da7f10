import * as esbuild from 'esbuild';
import { expect, test } from 'vitest';
import type { Failure } from '../../contract/report.ts';
import { mapFailure } from './map-failure.ts';

const code = `const a = 1;
export function é() {
	throw new Error('x');
}
`;
const built = await esbuild.build({
	stdin: { contents: code, sourcefile: 'learner:lib/main.js' },
	write: false,
	outfile: 'learner.js',
	sourcemap: 'external',
	sourcesContent: false
});
const [map, script] = built.outputFiles.map(({ text }) => text);
/** Where the script throws, as the engine counts: the wrapper's head is one more line. */
const thrown = script!.split('\n').findIndex((line) => line.includes('throw')) + 2;

const failure = (stack: string): Failure => ({
	kind: 'error',
	name: 'Error',
	message: 'x',
	note: null,
	expected: null,
	received: null,
	diff: null,
	location: null,
	stack
});

test.each([
	['V8', `Error: x\n    at é (passerelle-learner.js:${thrown}:9)\n    at passerelle-suite.js:3:1`],
	['V8, with an address', `Error: x\n    at é (blob:null/passerelle-learner.js:${thrown}:9)`],
	['SpiderMonkey and JavaScriptCore', `é@passerelle-learner.js:${thrown}:9\n@passerelle-suite.js:3:1`]
])('finds the learner’s line in a stack of %s', (_engine, stack) => {
	expect(mapFailure(failure(stack), map!).location).toMatchObject({ file: 'lib/main.js', line: 3 });
});

test.each([
	['only of the suite', 'Error: x\n    at passerelle-suite.js:3:1'],
	['without frames', ''],
	['outside the script', 'at passerelle-learner.js:9999:1']
])('says nothing where the stack is %s', (_what, stack) => {
	expect(mapFailure(failure(stack), map!).location).toBeNull();
});

test('says nothing without a source map', () => {
	expect(mapFailure(failure(`at passerelle-learner.js:${thrown}:9`), '').location).toBeNull();
});
