import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { dodonaFormat } from '../../src/cli/import/dodona/format.ts';
import type { ForeignExercise, ForeignResult } from '../../src/cli/import/format.ts';
import { WrongUse } from '../../src/cli/verb.ts';
import type { FileMap } from '../../src/lib/contract/exercise.ts';
import { makePlan } from '../support/make-plan.ts';
import { openNativeSession } from '../support/native-session.ts';

const judge = (config: object = {}): string =>
	JSON.stringify({ programming_language: 'javascript', evaluation: { handler: 'javascript' }, ...config });
const tested = (plan: string, config: object = {}): string =>
	JSON.stringify({
		programming_language: 'javascript',
		evaluation: { handler: 'tested', test_suite: plan },
		...config
	});

const FILES: Readonly<Record<string, string>> = {
	LICENSE: 'MIT License\n\nCopyright',
	'.git/config': '[remote "origin"]\n\turl = https://coach:secret@git.example/school/tasks.git\n',
	'dirconfig.json':
		'{ "access": "private", "contact": "Aylin <aylin@school.example>", "labels": ["Example"] }',
	'js/dirconfig.json': judge({ labels: ['loops'] }),
	'js/double/config.json': '{ "description": { "names": { "nl": "Dubbel", "en": "Double" } } }',
	'js/double/description/description.nl.md': 'Schrijf `double`.\n\n![foto](media/a.png)',
	'js/double/description/description.en.html': '<h2>Task</h2><p>Write <code>double</code>.</p>',
	'js/double/solution/solution.en.js':
		'const FACTOR = 2;\nfunction double(number) {\n\treturn FACTOR * number;\n}',
	'js/double/evaluation/tests.js':
		"judge.config('switch-tab', 'double');\njudge.test('double(2);', 4);\njudge.test('double(\"x\")', NaN);\n",
	'js/bag/config.json': '{}',
	'js/bag/description/description.nl.md': 'Schrijf een klasse `Bag`.',
	'js/bag/description/boilerplate/boilerplate': 'class Bag {\n\tthings = [];\n}\n',
	'js/bag/solution/solution.js':
		'class Bag {\n\tthings = [];\n\tadd(thing) {\n\t\tif (!thing) throw new RangeError("nothing to add");\n\t\tthis.things.push(thing);\n\t}\n}\nfunction unused() {}\n',
	'js/bag/evaluation/tests.js': `
		function anyOrder(expected, generated, size) {
			return generated.length === size && expected.every((one) => generated.includes(one));
		}
		judge.config('auto-switch-context', false);
		judge.config('switch-tab', 'Bag');
		judge.test('const bag = new Bag();');
		judge.test('bag.add("a");');
		judge.test('bag.add("b");');
		judge.test('bag.things', ['b', 'a'], anyOrder, 2);
		judge.config('switch-context');
		judge.test('const bag = new Bag(); bag.add()', 'exception:RangeError: nothing to add');
		judge.test('bag.things', []);
	`,
	'js/looped/config.json': '{}',
	'js/looped/description/description.nl.md': 'Tel.',
	'js/looped/solution/solution.js': 'function count() {}',
	'js/looped/evaluation/tests.js': 'for (let i = 0; i < 3; i++) judge.test(`count(${i})`, i);',
	'js/unsolved/config.json': '{}',
	'js/unsolved/description/description.nl.md': 'Tel.',
	'js/unsolved/evaluation/tests.js': "judge.test('count(1)', 1);",
	'js/broken/config.json': '{ "description": ',
	'js/silent/config.json': '{}',
	'js/silent/solution/solution.js': 'function count() {}',
	'js/silent/evaluation/tests.js': "judge.test('count()', undefined);",
	'python/echo/config.json': '{ "programming_language": "python", "evaluation": { "handler": "pythia" } }',
	'read/config.json': '{ "type": "content" }',
	'tested/calls/config.json': tested('suite.yaml'),
	'tested/calls/description/description.en.md': 'Write `Counter` and `sayIt`.',
	'tested/calls/solution/solution.js':
		'class Counter {\n\tconstructor(at) { this.at = at; }\n\tcount() { this.at++; return this; }\n\treport() { console.log(this.at); }\n}\nconst sayIt = (words, loud) => { if (!words) throw new Error("no words"); return loud ? words.join("!") : null; };\n',
	'tested/calls/evaluation/suite.yaml': `# how it is judged
- tab: "Counter"
  contexts:
    - testcases:
        - statement: "counter = Counter(5)"
        - expression: 'counter.count().report()'
          stdout: "6"
- tab: Say # a comment
  testcases:
  - expression: say_it(["a", "b"], True)
    return: "a!b"
  - expression: say_it([], False)
    return: null
  - expression: say_it(None, True)
    exception: "no words"
`,
	'tested/program/config.json': tested('plan.json'),
	'tested/program/description/description.en.md': 'Greet.',
	'tested/program/solution/solution.js':
		"const { readFileSync } = require('fs');\nconst loud = process.argv[2];\nconst name = readFileSync(0, 'utf8').trim();\nif (!name) {\n\tconsole.error('nobody');\n\tprocess.exitCode = 1;\n} else console.log(`Hello ${name}${loud ?? ''}`);\n",
	'tested/program/evaluation/plan.json': JSON.stringify([
		{
			tab: 'Greeting',
			testcases: [
				{ stdin: 'Bo', stdout: 'Hello Bo' },
				{ stdin: 'Bo', arguments: ['!'], stdout: { data: 'Hello Bo!\n' } },
				{ stdin: '', stderr: 'nobody', exit_code: 1 }
			]
		}
	]),
	'tested/oracle/config.json': tested('suite.yaml'),
	'tested/oracle/solution/solution.js': 'function a() {}',
	'tested/oracle/evaluation/suite.yaml':
		'- tab: A\n  testcases:\n    - expression: a()\n      return: !oracle\n        value: 1\n',
	'tested/files/config.json': tested('suite.yaml'),
	'tested/files/solution/solution.js': 'function a() {}',
	'tested/files/evaluation/suite.yaml':
		'- tab: A\n  testcases:\n    - expression: a()\n      files:\n        - name: x.txt\n',
	'tested/before/config.json': tested('suite.json'),
	'tested/before/solution/solution.js': 'prompt("?");',
	'tested/before/evaluation/suite.json': '{"tabs":[{"name":"T","contexts":[{"before":{},"testcases":[]}]}]}',
	'tested/python/config.json': JSON.stringify({
		programming_language: 'python',
		evaluation: { handler: 'tested' }
	})
};

let folder = '';
let results: ForeignResult[] = [];
const named = (name: string): ForeignExercise => {
	const found = results.find((result) => result.ok && result.exercise.name === name);
	if (!found?.ok) throw new Error(`${name} was not read`);
	return found.exercise;
};

async function readAll(source: string): Promise<ForeignResult[]> {
	const read: ForeignResult[] = [];
	for await (const result of dodonaFormat.read(source, new AbortController().signal)) read.push(result);
	return read;
}

beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'passerelle-dodona-'));
	for (const [path, text] of Object.entries(FILES)) {
		await mkdir(join(folder, path, '..'), { recursive: true });
		await writeFile(join(folder, path), text);
	}
	results = await readAll(folder);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Nothing here is slow; the machine that runs the tests may be. */
const TIME_MS = 20_000;

/** Name and state of each test, with these files of a learner. */
async function statesWith(exercise: ForeignExercise, files: FileMap): Promise<Record<string, string>> {
	const { start, solution, tests: suite, entry, need } = exercise;
	const plan = await makePlan({
		files,
		reference: { ...start, ...solution },
		suite,
		entry,
		need,
		timeMs: TIME_MS
	});
	const session = await openNativeSession();
	const report = await session.run(plan, { signal: new AbortController().signal });
	expect(report.status).toBe('ran');
	return Object.fromEntries(report.runs[0]!.tests.map(({ name, state }) => [name, state]));
}

test('what cannot be brought over is refused in one line that says why', () => {
	expect(results.flatMap((result) => (result.ok ? [] : [`${result.name}: ${result.reason}`]))).toEqual([
		'js/broken: its config.json is no JSON',
		'js/looped: its tests are put together by a program',
		'js/silent: it has no description in French, Dutch or English',
		'js/unsolved: it has no solution in JavaScript, so nothing can prove it',
		'python/echo: its judge is "pythia", not JavaScript',
		'read: it is a page to read, without a task',
		'tested/before: its plan uses "before"',
		'tested/files: its plan uses "files"',
		'tested/oracle: its plan suite.yaml cannot be read: line 4 uses "!oracle"',
		'tested/python: its language is "python", not JavaScript'
	]);
});

test('texts, names, labels and the people to ask come from the folder and those above it', () => {
	const { title, brief, skills, origin, remarks } = named('js/double');
	expect(title).toEqual({ nl: 'Dubbel', en: 'Double' });
	expect(brief).toEqual({ nl: 'Schrijf `double`.\n\nfoto', en: '### Task\n\nWrite `double`.' });
	expect(skills).toEqual(['example', 'loops']);
	expect(origin).toEqual({
		source: 'https://git.example/school/tasks',
		licence: 'MIT',
		authors: ['Aylin']
	});
	expect(remarks).toContain('Its authors keep it private on Dodona: ask them before you publish it.');
	expect(remarks).toContain('Pictures were removed; their descriptions stayed.');
});

test('a program becomes a module: the solution and the start export what the tests use, and only that', () => {
	expect(named('js/double').solution['main.js']).toContain('\nexport function double(number)');
	expect(named('js/double').solution['main.js']).toContain('const FACTOR');
	expect(named('js/double').solution['main.js']).not.toContain('export const');
	expect(named('js/double').start['main.js']).toBe('export function double(number) {}\n');
	expect(named('js/bag').start['main.js']).toBe('export class Bag {\n\tthings = [];\n}\n');
	expect(named('tested/calls').start['main.js']).toBe(
		'export class Counter {}\n\nexport function sayIt(words, loud) {}\n'
	);
});

test.each([
	['js/double', ['double: double(2)', 'double: double("x")']],
	['js/bag', ['Bag', 'Bag (2)']],
	[
		'tested/calls',
		['Counter', 'Say: sayIt(["a", "b"], true)', 'Say: sayIt([], false)', 'Say: sayIt(null, true)']
	],
	['tested/program', ['Greeting: "Bo"', 'Greeting: ! "Bo"', 'Greeting: ""']]
])('%s: the solution passes every test of its judge, the start does not', async (name, tests) => {
	const exercise = named(name);
	const solved = await statesWith(exercise, { ...exercise.start, ...exercise.solution });
	expect(solved).toEqual(Object.fromEntries(tests.map((one) => [one, 'pass'])));
	expect(Object.values(await statesWith(exercise, exercise.start))).toContain('fail');
});

test.each([
	['double', 'js/double', 'export const double = (number) => number + 2;', { 'double: double("x")': 'fail' }],
	[
		'a bag in another order',
		'js/bag',
		'export class Bag { things = []; add(x) { if (!x) throw new RangeError("nothing to add"); this.things.unshift(x); } }',
		{}
	],
	[
		'a bag that says something else',
		'js/bag',
		'export class Bag { things = []; add(x) { if (!x) throw new RangeError("no"); this.things.push(x); } }',
		{ 'Bag (2)': 'fail' }
	],
	[
		'a program that does not export',
		'js/double',
		'function double(number) { return 2 * number; }',
		{ 'double: double(2)': 'fail', 'double: double("x")': 'fail' }
	]
])('%s: fails exactly what its judge would fail', async (_, name, code, failing) => {
	const states = await statesWith(named(name), { 'main.js': code });
	expect(Object.fromEntries(Object.entries(states).filter(([, state]) => state !== 'pass'))).toEqual(failing);
});

test('a folder without any config.json is a wrong use of the command', async () => {
	await expect(readAll(join(folder, 'js/double/solution'))).rejects.toThrow(WrongUse);
	await expect(readAll(join(folder, 'nowhere'))).rejects.toThrow('no repository of Dodona');
});
