import { describe, expect, test } from 'vitest';
import { rewriteSuite, type RewriteOptions } from './rewrite-suite.ts';
import { targetOfPackage, type Target } from './targets.ts';

const files: Readonly<Record<string, Target>> = {
	'./till': { kind: 'learner', specifier: '../start/till.js', shape: 'module' },
	'./till.js': { kind: 'learner', specifier: '../start/till.js', shape: 'module' },
	'./cjs': { kind: 'learner', specifier: '../start/cjs.js', shape: 'commonjs' },
	'./either': { kind: 'learner', specifier: '../start/either.js', shape: 'mixed' },
	'./cases.json': { kind: 'suite', specifier: './cases.json' }
};

const rewrite = (text: string, options: Partial<RewriteOptions> = {}) =>
	rewriteSuite(text, {
		path: 'till.spec.js',
		skipDotted: 'off',
		resolve: (name) => files[name] ?? targetOfPackage(name),
		...options
	});

/** The rewritten text without empty lines and indentation. */
function lines(text: string, options: Partial<RewriteOptions> = {}): string[] {
	const result = rewrite(text, options);
	if (!result.ok) throw new Error(result.reason);
	return result.text
		.split('\n')
		.map((line) => line.trim())
		.filter((line) => line !== '');
}

const EXPECT = `import { expect, test } from 'vitest';`;

describe('a suite for Jest becomes one of ours', () => {
	test.each<[why: string, before: string, after: string[]]>([
		[
			'globals are imported, and only those that are used',
			`test('a', () => { expect(1).toBe(1); });`,
			[EXPECT, `test('a', () => { expect(1).toBe(1); });`]
		],
		[
			'@jest/globals by import, with a name twice after renaming',
			`import { test, xtest, expect } from '@jest/globals';\nxtest('a', () => expect(1).toBe(1));\ntest('b', () => {});`,
			[EXPECT, `test('a', () => expect(1).toBe(1));`, `test('b', () => {});`]
		],
		[
			'@jest/globals by require',
			`const { test, expect: must } = require('@jest/globals');\ntest('a', () => must(1).toBe(1));`,
			[EXPECT, `test('a', () => expect(1).toBe(1));`]
		],
		[
			'a name of the suite’s own is left alone',
			`import { xtest, expect } from '@jest/globals';\nconst test = 1;\nxtest('a', () => expect(test).toBe(1));`,
			[
				`import { expect, test as vitestTest } from 'vitest';`,
				`const test = 1;`,
				`vitestTest('a', () => expect(test).toBe(1));`
			]
		],
		[
			'a parameter that is called like a function of Jest is no use of it',
			`test('a', () => { [1].forEach((it) => expect(it).toBe(1)); });`,
			[EXPECT, `test('a', () => { [1].forEach((it) => expect(it).toBe(1)); });`]
		],
		[
			'only, fit and xdescribe are plain',
			`xdescribe('g', () => { fit('a', () => {}); it.only('b', () => {}); });`,
			[
				`import { describe, it } from 'vitest';`,
				`describe('g', () => { it('a', () => {}); it('b', () => {}); });`
			]
		],
		[
			'todo goes',
			`test.todo('later');\ntest('a', () => {});`,
			[`import { test } from 'vitest';`, `test('a', () => {});`]
		],
		[
			'a table stays, its switch goes',
			`xtest.each([[1], [2]])('%i', (n) => {});`,
			[`import { test } from 'vitest';`, `test.each([[1], [2]])('%i', (n) => {});`]
		],
		[
			'failing tests and tests side by side',
			`test.failing('a', () => {});\ntest.concurrent('b', async () => {});`,
			[`import { test } from 'vitest';`, `test.fails('a', () => {});`, `test('b', async () => {});`]
		],
		[
			'a named import gets its place',
			`import { total } from './till';\ntest('a', () => expect(total()).toBe(1));`,
			[EXPECT, `import { total } from '../start/till.js';`, `test('a', () => expect(total()).toBe(1));`]
		],
		[
			'require of a module of the learner becomes import',
			`const { total, price: cost } = require('./till');\nconst all = require('./till.js');\nconst cjs = require('./cjs');`,
			[
				`import { total, price as cost } from '../start/till.js';`,
				`import * as all from '../start/till.js';`,
				`import cjs from '../start/cjs.js';`
			]
		],
		[
			'require where stub and reference export differently',
			`const either = require('./either');`,
			[
				`import * as eitherModule from '../start/either.js';`,
				`const either = (eitherModule.default ?? eitherModule);`
			]
		],
		[
			'require inside an expression',
			`const total = require('./cjs').total(require('./cases.json'));`,
			[`import cjsModule from '../start/cjs.js';`, `const total = cjsModule.total(require('./cases.json'));`]
		],
		[
			'require after modules were forgotten loads anew',
			`beforeEach(() => { jest.resetModules(); till = require('./cjs'); });\nlet till;`,
			[
				`import { beforeEach, vi } from 'vitest';`,
				`beforeEach(async () => { vi.resetModules(); till = (await import('../start/cjs.js')).default; });`,
				`let till;`
			]
		],
		[
			'a mock with its factory',
			`import { f } from './till';\njest.mock('./till', () => ({ f: jest.fn() }));`,
			[
				`import { vi } from 'vitest';`,
				`import { f } from '../start/till.js';`,
				`vi.mock('../start/till.js', () => ({ f: vi.fn() }));`
			]
		],
		[
			'the real module beside a mock is waited for',
			`jest.mock('./till', () => ({ ...jest.requireActual('./till'), f: 1 }));`,
			[
				`import { vi } from 'vitest';`,
				`vi.mock('../start/till.js', async () => ({ ...(await vi.importActual('../start/till.js')), f: 1 }));`
			]
		],
		[
			'a mock that a factory uses is made before it',
			`const mockTotal = jest.fn();\njest.mock('./till', () => ({ total: mockTotal }));`,
			[
				`import { vi } from 'vitest';`,
				`const mockTotal = vi.hoisted(() => (vi.fn()));`,
				`vi.mock('../start/till.js', () => ({ total: mockTotal }));`
			]
		],
		[
			'timers of another name',
			`jest.useFakeTimers('modern').setSystemTime(0);\njest.runTimersToTime(5);\njest.setTimeout(9);`,
			[`import { vi } from 'vitest';`, `vi.useFakeTimers().setSystemTime(0);`, `vi.advanceTimersByTime(5);`]
		],
		[
			'a hook that assigns gives nothing back',
			`let a;\nbeforeEach(() => (a = () => 1));`,
			[`import { beforeEach } from 'vitest';`, `let a;`, `beforeEach(() => { (a = () => 1); });`]
		],
		['the global object', `global.fetch = 1;`, [`globalThis.fetch = 1;`]],
		[
			'types of Jest need nothing',
			`const f = 1 as unknown as jest.Mock;`,
			[`const f = 1 as unknown as jest.Mock;`]
		]
	])('%s', (_, before, after) => {
		expect(lines(before, { path: 'till.spec.ts' })).toEqual(after);
	});
});

describe('tests that are switched off with a dot', () => {
	const suite = `describe('g', () => {\n\ttest('a', () => {});\n\n\ttest.skip('b', () => {});\n});\ndescribe.skip('h', () => {\n\ttest('c', () => {});\n\ttest.each([[1], [2]])('%i', () => {});\n});\n`;

	test('are left out and counted where they stay off', () => {
		const result = rewrite(suite);
		expect(result).toMatchObject({ ok: true, skipped: 4 });
		expect(lines(suite)).toEqual([
			`import { describe, test } from 'vitest';`,
			`describe('g', () => {`,
			`test('a', () => {});`,
			'});'
		]);
	});

	test('run where they are switched on', () => {
		const result = rewrite(suite, { skipDotted: 'on' });
		expect(result).toMatchObject({ ok: true, skipped: 0 });
		expect(result.ok && result.text).not.toContain('skip');
	});

	test('take their group with them, which Vitest would fail for being empty', () => {
		expect(lines(`describe('g', () => { test.skip('a', () => {}); });\ntest('b', () => {});`)).toEqual([
			`import { test } from 'vitest';`,
			`test('b', () => {});`
		]);
	});
});

test('a test that says "done" becomes one that is waited for', async () => {
	const result = rewrite(`test('a', (done) => { setTimeout(() => done(), 0); });`);
	const text = result.ok ? result.text.replace(/^import.*$/m, '') : '';
	const given: (() => Promise<unknown>)[] = [];
	new Function('test', text)((_: string, run: () => Promise<unknown>) => void given.push(run));
	await expect(given[0]!()).resolves.toBeUndefined();
	const failing = rewrite(`test('a', (done) => { done(new Error('no')); });`);
	new Function('test', failing.ok ? failing.text.replace(/^import.*$/m, '') : '')(
		(_: string, run: () => Promise<unknown>) => void given.push(run)
	);
	await expect(given[1]!()).rejects.toThrow('no');
});

test('a suite that needs files or the process needs Node', () => {
	expect(rewrite(`const fs = require('fs');`)).toMatchObject({ ok: true, node: true });
	expect(rewrite(`test('a', () => process.cwd());`)).toMatchObject({ ok: true, node: true });
	expect(rewrite(`test('a', (process) => process.cwd());`)).toMatchObject({ ok: true, node: false });
});

describe('what cannot work is refused by its name', () => {
	test.each([
		[`import { spawn } from 'node:child_process';`, 'child_process'],
		[`const { Worker } = require('worker_threads');`, 'worker_threads'],
		[`import chai from 'chai';`, 'npm package chai'],
		[`test('a', () => { jest.isolateModules(() => {}); });`, 'jest.isolateModules'],
		[`jest.mock('fs');`, 'only the learner'],
		[`test('a', () => { expect(1).toMatchSnapshot(); });`, 'toMatchSnapshot'],
		[`test('a', () => { document.title; });`, 'document'],
		[`import * as jestGlobals from '@jest/globals';`, 'whole object'],
		[`import(name);`, 'computed name'],
		[`test('a', () => {`, 'does not parse: line 1']
	])('%s', (text, reason) => {
		const result = rewrite(text);
		expect(result.ok ? result.text : result.reason).toContain(reason);
		expect(result.ok).toBe(false);
	});
});

test('the rest of a suite stays as it was written', () => {
	const own = `// A word to coaches.\n\n\tconst  odd = [ 1,2 ] ; /* kept */\n`;
	expect(rewrite(own)).toMatchObject({ ok: true, text: own });
});
