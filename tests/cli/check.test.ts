import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkAll, type CheckOptions } from '../../src/cli/check/check-all.ts';
import { checkReport, describeReport, toReport } from '../../src/cli/check/report.ts';
import { findTargets } from '../../src/cli/check/targets.ts';
import { runCommand } from '../../src/cli/main.ts';
import { openSetup, type Setup } from '../../src/cli/setup.ts';
import type { Problem } from '../../src/lib/contract/problem.ts';
import {
	ID,
	LATE_TRAM,
	MANIFEST,
	mapOf,
	SUITE,
	writeLateTram,
	writeLateTramRoot,
	type Changes
} from './late-tram.ts';
import { scriptedTerminal } from './scripted-terminal.ts';

const never = new AbortController().signal;
let folder: string;
let setup: Setup;
let count = 0;
beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'passerelle-check-'));
	setup = {
		...(await openSetup('native', never)),
		suites: join(folder, '.suites'),
		results: join(folder, '.results')
	};
});
afterAll(async () => {
	await setup.dispose();
	await rm(folder, { recursive: true, force: true });
});

async function newRoot(changes: Changes = {}): Promise<string> {
	const root = join(folder, `root-${++count}`);
	await writeLateTramRoot(root, changes);
	return root;
}

const check = async (typed: string | readonly string[], options: Partial<CheckOptions> = {}) =>
	checkAll({
		targets: await findTargets([typed].flat(), { cwd: folder, env: {} }),
		// What one root's exercise taught is not known of another's.
		setup: { ...setup, results: join(folder, `.results-${count}`) },
		jobs: 2,
		signal: never,
		...options
	});

const all = ({ exercises, maps }: Awaited<ReturnType<typeof check>>): Problem[] =>
	[...exercises, ...maps].flatMap(({ problems }) => problems);
const show = ({ code, remark, file, line }: Problem): string =>
	`${remark ? 'remark ' : ''}${code} ${file.replace(`${ID}/`, '')}${line === undefined ? '' : `:${line}`}`;

const manifest = (more: object): Changes => ({
	'exercise.json': JSON.stringify({ ...MANIFEST, ...more }, null, '\t')
});
const brief = (text: string): Changes => ({ 'brief.en.md': `${LATE_TRAM['brief.en.md']}\n${text}\n` });
const solution = LATE_TRAM['solution/main.js']!;
const origin = { source: 'https://example.org/late', licence: 'MIT' };

/** What is changed, and every problem that is told then. */
const TABLE: [name: string, changes: Changes, expected: string[]][] = [
	['nothing', {}, []],
	['a file too many', { 'solution/other.js': '' }, ['unknown-file solution/other.js']],
	[
		'a long title',
		manifest({ title: { ...MANIFEST.title, en: 'The tram that always comes late' } }),
		['text-too-long exercise.json:6']
	],
	[
		'a brief that is not translated',
		{ 'brief.nl.md': LATE_TRAM['brief.en.md']! },
		['same-text brief.en.md:1']
	],
	[
		'a hint that is not translated',
		{
			'hints.nl.md': LATE_TRAM['hints.nl.md']!.replace('Gebruik een aftrekking.', 'Utilise une soustraction.')
		},
		['same-text hints.nl.md:4']
	],
	[
		'a message that is not translated',
		{
			'messages.nl.json': LATE_TRAM['messages.nl.json']!.replace(
				/Verwacht 10, gekomen 10.*"/,
				'Planned 10, came 10: nobody waited for it."'
			)
		},
		['same-text messages.nl.json:7']
	],
	['a link to no exercise', brief('See [this](../programming/gone).'), ['broken-link brief.en.md:3']],
	['a link to an anchor', brief('See [above](#task).'), ['broken-link brief.en.md:3']],
	['a link that is not encrypted', brief('See http://example.org/a.'), ['broken-link brief.en.md:3']],
	[
		'links that lead somewhere, and addresses in code',
		brief(
			'[a](https://example.org) [b](../programming/late-tram) [c](late-tram) `[d](#e)`\n\n```\n[f](http://g)\n```'
		),
		[]
	],
	[
		'a line of the suite in the brief',
		brief('`expect(minutesLate(10, 14), …` and Planned 10, came 14: subtract the planned minute.'),
		['suite-in-brief brief.en.md:3']
	],
	[
		'the solution in a hint',
		{
			'solution/main.js':
				'export function minutesLate(planned, came) {\n\treturn Math.round(came - planned);\n}\n',
			'hints.en.md': `${LATE_TRAM['hints.en.md']}\n\`return Math.round(came - planned);\`\n`
		},
		['suite-in-brief hints.en.md:11']
	],
	[
		'a short brief',
		{ 'brief.en.md': 'Write the function minutesLate.\n' },
		['remark text-too-short brief.en.md:1']
	],
	[
		'one mistake',
		{ 'wrong/never-late/main.js': null, 'wrong/never-late/wrong.json': null },
		['remark few-mistakes wrong/']
	],
	[
		'two hints',
		Object.fromEntries(
			['fr', 'nl', 'en'].map((one) => [
				`hints.${one}.md`,
				LATE_TRAM[`hints.${one}.md`]!.split('---').slice(0, 2).join('---')
			])
		),
		['remark few-hints hints.fr.md']
	],
	[
		'a suite that does not compile',
		{ 'tests/main.test.js': SUITE.replace('toBe(0);', 'toBe(0;') },
		['compile-error tests/main.test.js:6']
	],
	[
		'a solution that does not compile',
		{ 'solution/main.js': 'export function minutesLate( {\n' },
		['compile-error solution/main.js:2']
	],
	[
		'a suite that throws',
		{ 'tests/main.test.js': `${SUITE}\nthrow new Error('early');\n` },
		['collect-failed tests/']
	],
	[
		'a suite without a test',
		{ 'tests/main.test.js': "import { expect } from 'vitest';\nexpect(1).toBe(1);\n" },
		['no-tests tests/']
	],
	[
		'a test without a translation',
		{ 'messages.nl.json': LATE_TRAM['messages.nl.json']!.replace(/,\n\s*"late > a late tram".*\n/, '\n') },
		['untranslated-test messages.nl.json:2']
	],
	[
		'a failure without a translation',
		{ 'messages.nl.json': LATE_TRAM['messages.nl.json']!.replace(/,\n\s*"Planned 10, came 14.*\n/, '\n') },
		['note-not-translated messages.nl.json:6']
	],
	[
		'a failure without a message',
		{ 'tests/main.test.js': SUITE.replace(", 'Planned 10, came 14: subtract the planned minute.'", '') },
		['remark no-note tests/main.test.js:8']
	],
	['a start that passes', { 'start/main.js': solution }, ['start-passes start/']],
	['a refactoring', { ...manifest({ refactoring: true }), 'start/main.js': solution }, []],
	['a refactoring whose start fails', manifest({ refactoring: true }), ['start-fails start/']],
	[
		'a start that does not compile',
		{ 'start/main.js': 'export function minutesLate( {\n' },
		['start-does-not-run start/main.js:2']
	],
	[
		'a start from elsewhere that does not compile',
		{ ...manifest({ origin }), 'start/main.js': 'export function minutesLate( {\n' },
		['remark start-does-not-run start/main.js:2']
	],
	[
		'a solution that fails',
		{ 'solution/main.js': solution.replace('came - planned', 'came') },
		[
			'examples-fail examples/main.test.js:5',
			'solution-fails tests/main.test.js:5',
			'solution-fails tests/main.test.js:8'
		]
	],
	[
		'visible tests that ask for something else',
		{ 'examples/main.test.js': LATE_TRAM['examples/main.test.js']!.replace('toBe(0)', 'toBe(1)') },
		['examples-fail examples/main.test.js:5']
	],
	['a mistake that passes', { 'wrong/adds/main.js': solution }, ['wrong-passes wrong/adds/wrong.json:2']],
	[
		'a mistake that fails other tests',
		{ 'wrong/adds/wrong.json': '{\n"fails": ["late > a late tram"]\n}' },
		['wrong-fails-others wrong/adds/wrong.json:2']
	],
	[
		'a mistake that names no test',
		{ 'wrong/never-late/wrong.json': '{ "fails": ["a tram"] }' },
		['unknown-test wrong/never-late/wrong.json:1', 'wrong-fails-others wrong/never-late/wrong.json:1']
	],
	[
		'a slow solution',
		{
			...manifest({ timeLimitMs: 2000 }),
			'tests/main.test.js': SUITE.replaceAll(
				"', () => {\n\t\t",
				"', async () => {\n\t\tawait new Promise((done) => setTimeout(done, 550));\n\t\t"
			)
		},
		['near-time-limit exercise.json:27']
	],
	[
		'only one language',
		{
			...manifest({ languages: ['en'], origin }),
			...Object.fromEntries(
				['fr', 'nl']
					.flatMap((one) => [`brief.${one}.md`, `hints.${one}.md`, `messages.${one}.json`])
					.map((path) => [path, null])
			)
		},
		['remark not-translated exercise.json:27']
	],
	[
		'a prerequisite that is not there',
		manifest({ prerequisites: ['programming/gone'] }),
		['unknown-prerequisite exercise.json:27']
	]
];

describe('one change in an exercise that is right', () => {
	test.each(TABLE)('%s', async (_name, changes, expected) => {
		const found = all(await check(await newRoot(changes)));
		expect(found.map(show).sort()).toEqual([...expected].sort());
		for (const { message, fix } of found) expect(`${message}${fix}`).not.toMatch(/undefined|\[object/);
	});
});

describe('tests that nothing fails', () => {
	/** Neither the start nor a mistake fails the second test. */
	const unnoticed = {
		'start/main.js':
			'export function minutesLate(planned, came) {\n\treturn Math.max(0, came - planned) + (came === 10);\n}\n',
		'solution/main.js':
			'export function minutesLate(planned, came) {\n\treturn Math.max(0, came - planned);\n}\n',
		'wrong/adds/main.js': 'export function minutesLate(planned, came) {\n\treturn came === 10 ? 2 : 4;\n}\n',
		'wrong/adds/wrong.json': '{ "fails": ["late > a tram on time"] }',
		'wrong/never-late/main.js':
			'export function minutesLate(planned, came) {\n\treturn came === 10 ? 1 : 4;\n}\n',
		'wrong/never-late/wrong.json': '{ "fails": ["late > a tram on time"] }'
	};

	test('one that a changed solution fails checks something', async () => {
		expect(all(await check(await newRoot(unnoticed))).map(show)).toEqual([]);
	});

	test('one that checks nothing is told', async () => {
		const nothing = { ...unnoticed, 'tests/main.test.js': SUITE.replace('minutesLate(10, 14)', '4') };
		expect(all(await check(await newRoot(nothing))).map(show)).toEqual([
			'test-never-fails tests/main.test.js:8'
		]);
	});

	test('one that only fails because the start throws while it is loaded is told', async () => {
		const nothing = {
			...unnoticed,
			'start/main.js': "throw new Error('write me');\nexport const minutesLate = () => 0;\n",
			'tests/main.test.js': SUITE.replace('minutesLate(10, 14)', '4')
		};
		expect(all(await check(await newRoot(nothing))).map(show)).toEqual([
			'test-never-fails tests/main.test.js:8'
		]);
	});
});

describe('what is known from an earlier check', () => {
	test('an exercise that has not changed is not run again, and its problems are told again', async () => {
		const root = await newRoot({ 'start/main.js': LATE_TRAM['solution/main.js']! });
		const first = await check(root);
		const again = await check(root);
		expect(first.exercises[0]).toMatchObject({ unchanged: false, tests: 3 });
		expect(first.exercises[0]!.runs).toBeGreaterThan(4);
		expect(again.exercises[0]).toMatchObject({ unchanged: true, runs: 0, tests: 3 });
		expect(all(again)).toEqual(all(first));
		expect(all(again).map(show)).toEqual(['start-passes start/']);
	});

	test('one that has changed is, and so is every one with --all', async () => {
		const root = await newRoot();
		await check(root);
		expect((await check(root, { all: true })).exercises[0]).toMatchObject({ unchanged: false });
		await writeLateTram(root, { 'solution/main.js': `${LATE_TRAM['solution/main.js']}// shorter\n` });
		expect((await check(root)).exercises[0]).toMatchObject({ unchanged: false });
	});

	test('what could not be tried is not remembered', async () => {
		const slow = {
			...setup,
			session: { ...setup.session, run: async () => Promise.reject(new Error('never')) }
		};
		const root = await newRoot();
		await expect(check(root, { setup: slow })).rejects.toThrow('never');
		expect((await check(root)).exercises[0]).toMatchObject({ unchanged: false });
	});

	test('an engine that fails is said to be ours, and is asked again the next time', async () => {
		const root = await newRoot();
		const failing: Setup = {
			...setup,
			session: {
				...setup.session,
				async run(plan, options) {
					const report = await setup.session.run(plan, options);
					return { ...report, status: 'engine-failed', runs: [] };
				}
			}
		};
		const found = await check(root, { setup: failing });
		expect(all(found).map(show)).toEqual(['engine-failed ']);
		expect(all(await check(root))).toEqual([]);
	});
});

describe('several exercises', () => {
	test('come in the order of their names, and their maps are looked at', async () => {
		const root = await newRoot();
		for (const slug of ['b-tram', 'a-tram', 'c-tram'])
			await cp(join(root, ID), join(root, 'programming', slug), { recursive: true });
		const map = mapOf(['programming/a-tram', 'programming/b-tram', ID, 'programming/gone']);
		map.lines[0]!.sections[0]!.stations[1]!.y = 1;
		await writeFile(join(root, 'map.json'), JSON.stringify(map, null, '\t'));
		const found = await check(root, { jobs: 3 });
		expect(found.exercises.map(({ id }) => id.split('/')[1])).toEqual([
			'a-tram',
			'b-tram',
			'c-tram',
			'late-tram'
		]);
		expect(all(found).map(({ code }) => code)).toEqual([
			'map-missing-station',
			'map-off-line',
			'map-unknown-exercise'
		]);
		const one = await check(join(root, 'programming/b-tram'));
		expect(all(one).map(({ code }) => code)).toEqual(['map-off-line']);
	});

	test('stop when they are aborted', async () => {
		const root = await newRoot();
		const stop = new AbortController();
		const running = check(root, { signal: stop.signal, all: true });
		stop.abort(new Error('stopped'));
		await expect(running).rejects.toThrow('stopped');
	});
});

describe('the command', () => {
	const run = async (args: readonly string[]) => {
		const terminal = scriptedTerminal();
		const code = await runCommand(args, terminal, never, folder);
		return { code, out: terminal.printed.join('\n'), said: terminal.said.join('\n') };
	};

	test('says where, what and what to do, and sums up', async () => {
		const root = await newRoot({ 'start/main.js': LATE_TRAM['solution/main.js']! });
		const { code, out } = await run(['check', root, '--all']);
		const place = `${root.slice(folder.length + 1)}/${ID}/start/`;
		expect(out).toContain(
			`${ID}\n  ${place}  The start passes every test: there is nothing left to do.\n      Take out`
		);
		expect(out).toMatch(/\n1 exercise, 1 problem, 0 remarks, \d+ runs, \d+\.\d s\.$/);
		expect(code).toBe(1);
	});

	test('prints one object that its schema describes', async () => {
		const { code, out } = await run(['check', await newRoot(brief('[a](#b)')), '--json', '--all']);
		const report = checkReport.parse(JSON.parse(out));
		expect(report.exercises[0]!.problems[0]).toMatchObject({ code: 'broken-link', line: 3 });
		expect(report.summary).toMatchObject({ exercises: 1, problems: 1, remarks: 0, tests: 3 });
		expect([code, report.ok]).toEqual([1, false]);
	});

	test('counts remarks only when asked to', async () => {
		const root = await newRoot({ 'brief.en.md': 'Write the function minutesLate.\n' });
		const found = await check(root);
		const [mild, strict] = [false, true].map((one) =>
			toReport(found, { cwd: folder, engine: 'native', strict: one })
		);
		expect([mild!.ok, strict!.ok]).toEqual([true, false]);
		expect(describeReport(mild!)).toContain('brief.en.md:1  remark: ');
	});

	test.each([
		[['check', 'nothing-here'], 'neither a folder'],
		[['check', '--engine', 'fast'], '--engine is native or remote'],
		[['check', '--jobs', '0'], '--jobs is a number'],
		[['check', '--fast'], 'check --help'],
		[['grade', ID], 'Say which exercise']
	])('%j makes no sense, and it says why', async (args, why) => {
		const { code, out, said } = await run(args);
		expect([code, out]).toEqual([2, '']);
		expect(said).toContain(why);
	});

	test('says that threads are no sandbox', async () => {
		for (const verb of ['check', 'grade']) expect((await run([verb, '--help'])).out).toMatch(/no sandbox/i);
	});
});
