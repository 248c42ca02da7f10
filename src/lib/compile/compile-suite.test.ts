import * as esbuild from 'esbuild';
import { describe, expect, test } from 'vitest';
import type { FileMap } from '../contract/exercise.ts';
import { compileSuite, SuiteError } from './compile-suite.ts';

const START = { 'main.js': '', 'lib/prices.ts': '' };
const V = "import { expect, test, vi } from 'vitest';\n";
const compile = (suite: string | FileMap) =>
	compileSuite(esbuild, typeof suite === 'string' ? { 'tests/x.test.js': suite } : suite, START, 'worker');

/** what is wrong, the suite, "file:line", part of the message */
const ERRORS: [string, string | FileMap, string, string][] = [
	['a syntax error', `${V}\ntest('a', () => {\n\tconst é = ;\n});`, 'tests/x.test.js:4', 'Unexpected ";"'],
	[
		'a syntax error in TypeScript',
		{ 'tests/x.test.ts': `${V}const a: = 1;` },
		'tests/x.test.ts:2',
		'Unexpected "="'
	],
	[
		'a syntax error beside vi.mock',
		`${V}vi.mock('../start/main.js');\n\nlet = ;`,
		'tests/x.test.js:4',
		'Unexpected ";"'
	],
	[
		'a learner file that is not there',
		`${V}\n\nimport { a } from '../start/nope.js';`,
		'tests/x.test.js:4',
		'Could not resolve "../start/nope.js"'
	],
	[
		'a file of the suite that is not there',
		`${V}import './nope.js';`,
		'tests/x.test.js:2',
		'Could not resolve'
	],
	['a package', "import fs from 'node:fs';", 'tests/x.test.js:1', 'A suite can import "vitest"'],
	['a file outside', "import x from '../../../package.json';", 'tests/x.test.js:1', 'Could not resolve'],
	['the solution', "import x from '../solution/main.js';", 'tests/x.test.js:1', 'Could not resolve'],
	['import.meta', `${V}test(import.meta.url, () => {});`, 'tests/x.test.js:2', 'import.meta'],
	[
		'an import whose name is computed',
		`${V}const n = 'a';\nimport(\`../start/\${n}.js\`);`,
		'tests/x.test.js:3',
		'Could not resolve'
	],
	[
		'a helper with a mistake',
		{ 'tests/x.test.js': "import './helper.js';", 'tests/helper.js': '\nconst a;' },
		'tests/helper.js:2',
		'must be initialized'
	],
	[
		'a helper that does not export a name',
		{
			'tests/x.test.js': "\nimport { g } from './helper.js';\ng();",
			'tests/helper.js': 'export const h = 1;'
		},
		'tests/x.test.js:2',
		'No matching export'
	],
	[
		'broken JSON',
		{ 'tests/x.test.js': "import a from './a.json';", 'tests/a.json': '{\n"a": ,}' },
		'tests/a.json:2',
		'Unexpected ","'
	],
	[
		'a mock that comes too late for a helper',
		{
			'tests/x.test.js': `${V}import './helper.js';\nvi.mock('../start/lib/prices.ts', () => ({}));`,
			'tests/helper.js': "import '../start/main.js';"
		},
		'tests/helper.js:undefined',
		'must be imported in the file that calls vi.mock'
	],
	[
		'a hoisted export',
		`${V}export const x = vi.hoisted(() => 1);`,
		'tests/x.test.js:undefined',
		'Cannot export hoisted variable'
	]
];

test.each(ERRORS)('refuses %s, with its place', async (_what, suite, place, message) => {
	const error: unknown = await compile(suite).catch((thrown: unknown) => thrown);
	expect(error).toBeInstanceOf(SuiteError);
	const { file, line, message: text } = error as SuiteError;
	expect(`${file}:${line}`).toBe(place);
	expect(text).toContain(message);
});

describe('what a suite says about learner files', () => {
	test('static imports are loaded before it, in order, each once', async () => {
		const { statics, mocked } = await compile({
			'tests/b.test.js': `${V}import '../start/main.js';`,
			'tests/a.test.ts': `${V}import { a } from '../start/lib/prices.js';\nimport b from '../start/main';\ntest(a, b);`
		});
		expect(statics).toEqual(['lib/prices.ts', 'main.js']);
		expect(mocked).toEqual([]);
	});

	test('dynamic imports are asked for when it runs', async () => {
		const { code, statics } = await compile(`${V}test('a', async () => await import('../start/main.js'));`);
		expect(statics).toEqual([]);
		expect(code).toContain('__passerelle_learner__.import("../start/main.js")');
	});

	test('vi.mock makes imports of its file later ones, and names what may be replaced', async () => {
		const { code, statics, mocked } = await compile(
			`${V}import { a } from '../start/main.js';\nvi.mock('../start/lib/prices', () => ({}));\nvi.doMock(import('../start/main.js'));\ntest('a', a);`
		);
		expect(statics).toEqual([]);
		expect(mocked).toEqual(['lib/prices.ts', 'main.js']);
		expect(code.indexOf('vi.mock(')).toBeLessThan(
			code.indexOf('__passerelle_learner__.import("../start/main.js")')
		);
	});

	test('vi.mock in a comment changes nothing', async () => {
		const { statics } = await compile(
			`${V}// not here: vi.mock('../start/main.js')\nimport '../start/main.js';`
		);
		expect(statics).toEqual(['main.js']);
	});
});

test('a suite is a script: no import and no export is left', async () => {
	const { code } = await compile({
		'tests/x.test.ts': `${V}import text from './menu.txt';\nimport data from './data.json';\nexport const a: string = text + data.b;\ntest(a, () => {});`,
		'tests/menu.txt': 'soup',
		'tests/data.json': '{ "b": 1 }'
	});
	expect(code).not.toMatch(/^\s*(?:import|export)\b/m);
	expect(
		() => new Function('__passerelle_api__', '__passerelle_learner__', `return async () => {${code}}`)
	).not.toThrow();
});

test('a helper is not a suite: only *.test and *.spec files are started', async () => {
	const { code } = await compile({
		'tests/helper.js': 'globalThis.started = true;',
		'tests/x.spec.js': 'console.log("spec");'
	});
	expect(code).not.toContain('started');
	expect(code).toContain('spec');
});

/** what a suite imports, what the exercise needs, whether it may */
const GIVEN: [string, 'worker' | 'dom' | 'node', boolean][] = [
	['@testing-library/dom', 'dom', true],
	['passerelle/page', 'dom', true],
	['passerelle/page', 'worker', false],
	['passerelle/program', 'node', true],
	['node:fs', 'node', true],
	['node:fs', 'dom', false],
	['node:child_process', 'node', false],
	['slugify', 'node', false]
];

test.each(GIVEN)('a suite that imports %s where the code needs %s: %s', async (name, need, may) => {
	const suite = { 'tests/x.test.js': `${V}import * as given from '${name}';\ntest('a', () => given);` };
	const compiled = compileSuite(esbuild, suite, START, need).then(({ code }) => code);
	if (may) expect(await compiled).toContain(`__passerelle_learner__.given("${name}")`);
	else await expect(compiled).rejects.toThrow(SuiteError);
});
