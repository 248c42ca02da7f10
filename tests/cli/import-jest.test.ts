import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ForeignResult } from '../../src/cli/import/format.ts';
import { jestFormat } from '../../src/cli/import/jest/format.ts';
import { importReport } from '../../src/cli/import/report.ts';
import { runCommand } from '../../src/cli/main.ts';
import { scriptedTerminal } from './scripted-terminal.ts';

const suite = (file: string, name = 'is one'): string =>
	`const one = require('${file}');\ntest('${name}', () => expect(one()).toBe(1));\n`;
const START = 'module.exports = () => 0;\n';
const RIGHT = 'module.exports = () => 1;\n';

const FILES: Readonly<Record<string, string>> = {
	'kit/several/README.md': '# Several\n\nWrite them.\n',
	'kit/several/max.js': START,
	'kit/several/max.test.js': suite('./max.js'),
	'kit/several/sum.js': START,
	'kit/several/sum.test.js': suite('./sum.js'),
	'kit/several/solution/max.js': RIGHT,
	'kit/several/solution/sum.js': RIGHT,
	'kit/in-src/src/lift.js': START,
	'kit/in-src/tests/lift.test.js': suite('../src/lift'),
	'kit/in-src/solution/lift.js': RIGHT,
	'kit/capital/floor.js': START,
	'kit/capital/floor.Test.js': suite('./floor.js'),
	'kit/capital/solution/floor.js': RIGHT,
	'kit/near/get-lift.js': START,
	'kit/near/get-lift.test.js': suite('./get-Lift'),
	'kit/near/solution/get-lift.js': RIGHT,
	'kit/blocked/ask.js': START,
	'kit/blocked/ask.test.js': `const rewire = require('rewire');\nconst lodash = require('lodash');\nconst name = prompt('?');\n${suite('./ask.js')}`,
	'kit/double/fare.js': 'function fare(stops) {}\nmodule.exports = { fare };\n',
	'kit/double/fare.test.js': `const { fare } = require('./fare.js');
test('2 euro', () => expect(fare(3)).toBe(2));
test('2 euro', () => expect(fare(9)).toBe(3));
`,
	'kit/double/solution/fare.js':
		'function fare(stops) {\n\treturn stops > 5 ? 3 : 2;\n}\nmodule.exports = { fare };\n',
	'kit/late/late.js': 'export const late = () => 0;\n',
	'kit/late/late.test.js': `import { expect, test } from 'vitest';
import { late } from './late.js';
test('is late', (done) => {
	setTimeout(() => {
		expect(late()).toBe(1);
		done();
	}, 1);
});
`,
	'kit/late/solution/late.js': 'export const late = () => 1;\n',
	'kit/loose/loose.js': START,
	'kit/loose/loose.test.js': `${suite('./loose.js')}test('is one, later', () => {
	Promise.resolve(1).then((value) => expect(one()).toBe(value));
});
`,
	'kit/loose/solution/loose.js': RIGHT,
	'kit/weak/weak.js': START,
	'kit/weak/weak.test.js': "test('passes', () => {});\ntest.todo('is one');\n",
	'kit/weak/solution/weak.js': RIGHT,
	'branch/starts/count/count.js': START,
	'branch/starts/count/count.test.js': suite('./count.js'),
	'branch/solutions/count/count.js': RIGHT,
	'branch/solutions/count/count.test.js': suite('./count.js')
};

let folder = '';
let results: ForeignResult[] = [];
const origin = { origin: 'https://example.org/kit' };
const { signal } = new AbortController();

async function read(path: string, options = {}): Promise<ForeignResult[]> {
	const found: ForeignResult[] = [];
	for await (const one of jestFormat.read(join(folder, path), signal, { ...origin, ...options }))
		found.push(one);
	return found;
}

async function run(...args: string[]) {
	const terminal = scriptedTerminal();
	const code = await runCommand(['import', ...args], terminal, signal, folder);
	return { code, printed: terminal.printed.join('\n'), said: terminal.said.join('\n') };
}

beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'passerelle-import-jest-'));
	for (const [path, content] of Object.entries(FILES)) {
		await mkdir(dirname(join(folder, path)), { recursive: true });
		await writeFile(join(folder, path), content);
	}
	results = await read('kit');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const named = (name: string) => {
	const found = results.find((one) => (one.ok ? one.exercise.name : one.name) === name);
	if (!found) throw new Error(`${name} was not found`);
	return found;
};
const exercise = (name: string) => {
	const found = named(name);
	if (!found.ok) throw new Error(found.reason);
	return found.exercise;
};
const reason = (name: string): string => {
	const found = named(name);
	return found.ok ? '' : found.reason;
};

test('each suite of a folder with several is an exercise of its own', () => {
	expect(Object.keys(exercise('several/max').start)).toEqual(['max.js']);
	expect(exercise('several/sum')).toMatchObject({
		title: { en: 'Several' },
		solution: { 'sum.js': RIGHT },
		tests: { 'tests/sum.test.js': expect.stringContaining('is one') }
	});
});

test('code in src/ and suites in tests/ are one exercise', () => {
	expect(exercise('in-src')).toMatchObject({ entry: 'src/lift.js', solution: { 'src/lift.js': RIGHT } });
});

test('a suite with a capital in its ending is a suite', () => {
	expect(Object.keys(exercise('capital').tests)).toEqual(['tests/floor.test.js']);
});

test('a file that is there but for its capitals is named', () => {
	expect(reason('near')).toContain(
		'imports ./get-Lift, which is not there; get-lift.js is, and capitals count'
	);
});

test('a refusal names everything that is in the way', () => {
	expect(reason('blocked')).toBe(
		'there is no reference for ask.js: write solution/ask.js, or name a folder that is laid out like this one with --solutions; where it is whole, --write-tests makes an exercise in which learners write its tests; ask.test.js needs rewire, which reaches what a file does not export: export it, and import it in the suite; ask.test.js needs the npm package lodash; ask.test.js uses prompt, which waits for a person to type'
	);
});

test('what a refusal advises works', async () => {
	await mkdir(join(folder, 'advice/src/solution'), { recursive: true });
	await mkdir(join(folder, 'advice/tests'));
	await writeFile(join(folder, 'advice/src/ask.js'), START);
	await writeFile(join(folder, 'advice/tests/ask.test.js'), suite('../src/ask'));
	const [before] = await read('advice');
	const wanted = /write (\S+),/.exec(before!.ok ? '' : before!.reason)![1]!;
	await mkdir(dirname(join(folder, 'advice', wanted)), { recursive: true });
	await writeFile(join(folder, 'advice', wanted), RIGHT);
	expect(await read('advice')).toMatchObject([{ ok: true, exercise: { name: 'advice' } }]);
});

/** Programs with their suites and no stub: one beside its suite, one only among the solutions, one that its suite refuses. */
const WHOLE: Readonly<Record<string, string>> = {
	'whole/fare/fare.js': 'module.exports = (stops) => (stops > 5 ? 3 : 2);\n',
	'whole/fare/fare.test.js': `const fare = require('./fare');
describe('short', () => {
	it('three stops', () => expect(fare(3)).toBe(2));
	it('five stops', () => expect(fare(5)).toBe(2));
});
describe('long', () => {
	it.each([[6], [9]])('%i stops', (stops) => expect(fare(stops)).toBe(3));
});
`,
	'whole/add/solution/add.js': 'export const add = (a, b) => a + b;\n',
	'whole/add/add.test.js': "import { add } from './add';\ntest('adds', () => expect(add(2, 3)).toBe(5));\n",
	'whole/bad/bad.js': START,
	'whole/bad/bad.test.js': suite('./bad.js')
};

test('a program with a suite and no stub becomes an exercise in which learners write the tests', async () => {
	for (const [path, content] of Object.entries(WHOLE)) {
		await mkdir(dirname(join(folder, path)), { recursive: true });
		await writeFile(join(folder, path), content);
	}
	const from = ['jest', 'whole', '--engine', 'native', '--origin', origin.origin, '--track', 'kit'];
	const { printed } = await run(...from, '--out', 'tests-out', '--write-tests', '--json');
	const { exercises } = importReport.parse(JSON.parse(printed));
	expect(exercises).toMatchObject([
		{ id: 'kit/add', tests: 1, startFails: false },
		{ id: null, reason: expect.stringContaining('the reference fails 1 of 1 tests') as string },
		{ id: 'kit/fare', tests: 4, startFails: true }
	]);
	const text = (path: string) => readFile(join(folder, 'tests-out/kit', path), 'utf8');
	expect(await text('fare/program/fare.js')).toBe(WHOLE['whole/fare/fare.js']);
	expect(await text('fare/solution/fare.test.js')).toContain("import fare from './fare.js';");
	const start = await text('fare/start/fare.test.js');
	expect(start).toContain('three stops');
	expect(start).not.toMatch(/five stops|long|it\.each/);
	const terminal = scriptedTerminal();
	await runCommand(
		['check', 'tests-out/kit/fare', '--engine', 'native', '--trusted'],
		terminal,
		signal,
		folder
	);
	expect(terminal.printed.join('\n')).toMatch(/mutation score 100 %[^]*\b0 problems/);
});

test('a folder that is given by its own path has its own name', async () => {
	expect(await read('kit/capital')).toMatchObject([{ ok: true, exercise: { name: 'capital' } }]);
});

test('a folder’s address is given only where the site is known to have one', async () => {
	expect(exercise('several/max').origin.source).toBe('https://example.org/kit');
	const onGitHub = await read('kit', { origin: 'https://github.com/a/b' });
	expect(onGitHub.find((one) => one.ok && one.exercise.name === 'capital')).toMatchObject({
		exercise: { origin: { source: 'https://github.com/a/b/tree/HEAD/capital' } }
	});
});

test('solutions may lie in a second folder', async () => {
	const solutions = join(folder, 'branch/solutions');
	expect(await read('branch/starts', { solutions })).toMatchObject([
		{ ok: true, exercise: { name: 'count', start: { 'count.js': START }, solution: { 'count.js': RIGHT } } }
	]);
});

test('a suite that its start passes is not ready; tests that are only promised are counted; a name that nobody has is said', async () => {
	const { printed, said } = await run(
		...['jest', '--starts', 'kit', '--solutions', 'branch/solutions', '--out', 'out', '--engine', 'native'],
		...['--origin', 'https://example.org/kit', '--only', 'weak,nosuch', '--json']
	);
	const { exercises, counts } = importReport.parse(JSON.parse(printed));
	expect(exercises).toMatchObject([{ id: 'imported/weak', startFails: false, skippedTests: 1 }]);
	expect(exercises[0]!.remarks).toContainEqual(expect.stringContaining('the suite is passed by its start'));
	expect(counts).toMatchObject({ imported: 1, startsThatFail: 0 });
	expect(said).toContain('--only: no exercise is called nosuch.');
});

test.each([
	[['exercism', '--starts', 'a', '--solutions', 'b', '--out', 'x'], 'are for jest'],
	[['jest', '--starts', 'a', '--out', 'x'], 'needs --solutions'],
	[['exercism', 'a', '--write-tests', '--out', 'x'], '--write-tests is for jest'],
	[['jest', 'kit', '--starts', 'a', '--solutions', 'b', '--out', 'x'], 'stands for the folder']
])('%j is told what to write', async (args, sentence) => {
	const { code, said } = await run(...args);
	expect([code, said]).toEqual([2, expect.stringContaining(sentence)]);
});

test('a test of Vitest that says with done when it is over is named with its line', async () => {
	const { printed, said } = await run(
		...['jest', 'kit', '--only', 'late', '--engine', 'native', '--origin', origin.origin, '--out', 'late']
	);
	expect(`${printed}\n${said}`).toMatch(/late\.test\.js:3: this test says with done\(\) when it is over/);
});

test('an assertion that nobody awaits is told with its line', async () => {
	const { printed, said } = await run(
		...['jest', 'kit', '--only', 'loose', '--engine', 'native', '--origin', origin.origin, '--out', 'loose']
	);
	expect(`${printed}\n${said}`).toMatch(/tests\/loose\.test\.js:5: nobody awaits this assertion/);
});

test('two tests of one name are told when they are imported, and by check', async () => {
	const engine = ['--engine', 'native', '--trusted'];
	const from = [
		'jest',
		'kit',
		'--only',
		'double',
		'--track',
		'kit',
		...engine.slice(0, 2),
		'--origin',
		origin.origin
	];
	const { printed, said } = await run(...from, '--out', 'twice');
	expect(`${printed}\n${said}`).toMatch(/fare\.test\.js:4: Two tests are called "2 euro"/);
	const terminal = scriptedTerminal();
	await runCommand(['check', 'twice', ...engine], terminal, signal, folder);
	expect(terminal.printed.join('\n')).toMatch(
		/tests\/fare\.test\.js:4 {2}remark: Two tests are called "2 euro"/
	);
});
