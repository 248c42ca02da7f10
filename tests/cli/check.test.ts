import { cp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkReport, describeReport, toReport } from '../../src/cli/check/report.ts';
import { findTargets } from '../../src/cli/check/targets.ts';
import { runCommand } from '../../src/cli/main.ts';
import type { Setup } from '../../src/cli/setup.ts';
import { allProblems, brief, never, openCheckRoots, show, type CheckRoots } from './check-roots.ts';
import { ID, LATE_TRAM, mapOf, SUITE, writeLateTram } from './late-tram.ts';
import { scriptedTerminal } from './scripted-terminal.ts';
import { kinds } from '../../src/lib/kinds/kinds.ts';

let roots: CheckRoots;
beforeAll(async () => void (roots = await openCheckRoots()));
afterAll(() => roots.close());

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
		expect(allProblems(await roots.check(await roots.newRoot(unnoticed))).map(show)).toEqual([]);
	});

	test('one that checks nothing is told', async () => {
		const nothing = { ...unnoticed, 'tests/main.test.js': SUITE.replace('minutesLate(10, 14)', '4') };
		expect(allProblems(await roots.check(await roots.newRoot(nothing))).map(show)).toEqual([
			'test-never-fails tests/main.test.js:8'
		]);
	});

	test('one that only fails because the start throws while it is loaded is told', async () => {
		const nothing = {
			...unnoticed,
			'start/main.js': "throw new Error('write me');\nexport const minutesLate = () => 0;\n",
			'tests/main.test.js': SUITE.replace('minutesLate(10, 14)', '4')
		};
		expect(allProblems(await roots.check(await roots.newRoot(nothing))).map(show)).toEqual([
			'test-never-fails tests/main.test.js:8'
		]);
	});
});

describe('what is known from an earlier check', () => {
	test('an exercise that has not changed is not run again, and its problems are told again', async () => {
		const root = await roots.newRoot({ 'start/main.js': LATE_TRAM['solution/main.js']! });
		const first = await roots.check(root);
		const again = await roots.check(root);
		expect(first.exercises[0]).toMatchObject({ unchanged: false, tests: 3 });
		expect(first.exercises[0]!.runs).toBeGreaterThan(4);
		expect(again.exercises[0]).toMatchObject({ unchanged: true, runs: 0, tests: 3 });
		expect(allProblems(again)).toEqual(allProblems(first));
		expect(allProblems(again).map(show)).toEqual(['start-passes start/']);
	});

	test('one that has changed is, and so is every one with --all', async () => {
		const root = await roots.newRoot();
		await roots.check(root);
		expect((await roots.check(root, { all: true })).exercises[0]).toMatchObject({ unchanged: false });
		await writeLateTram(root, { 'solution/main.js': `${LATE_TRAM['solution/main.js']}// shorter\n` });
		expect((await roots.check(root)).exercises[0]).toMatchObject({ unchanged: false });
	});

	test('what could not be tried is not remembered', async () => {
		const slow = {
			...roots.setup,
			session: { ...roots.setup.session, run: async () => Promise.reject(new Error('never')) }
		};
		const root = await roots.newRoot();
		await expect(roots.check(root, { setup: slow })).rejects.toThrow('never');
		expect((await roots.check(root)).exercises[0]).toMatchObject({ unchanged: false });
	});

	test('an engine that fails is said to be ours, and is asked again the next time', async () => {
		const root = await roots.newRoot();
		const failing: Setup = {
			...roots.setup,
			session: {
				...roots.setup.session,
				async run(plan, options) {
					const report = await roots.setup.session.run(plan, options);
					return { ...report, status: 'engine-failed', runs: [] };
				}
			}
		};
		const found = await roots.check(root, { setup: failing });
		expect(allProblems(found).map(show)).toEqual(['engine-failed ']);
		expect(allProblems(await roots.check(root))).toEqual([]);
	});
});

describe('several exercises', () => {
	test('come in the order of their names, and their maps are looked at', async () => {
		const root = await roots.newRoot();
		for (const slug of ['b-tram', 'a-tram', 'c-tram'])
			await cp(join(root, ID), join(root, 'programming', slug), { recursive: true });
		const map = mapOf(['programming/a-tram', 'programming/b-tram', ID, 'programming/gone']);
		map.lines[0]!.sections[0]!.stations[1]!.y = 1;
		await writeFile(join(root, 'map.json'), JSON.stringify(map, null, '\t'));
		const found = await roots.check(root, { jobs: 3 });
		expect(found.exercises.map(({ id }) => id.split('/')[1])).toEqual([
			'a-tram',
			'b-tram',
			'c-tram',
			'late-tram'
		]);
		expect(allProblems(found).map(({ code }) => code)).toEqual([
			'map-missing-station',
			'map-off-line',
			'map-unknown-exercise'
		]);
		const one = await roots.check(join(root, 'programming/b-tram'));
		expect(allProblems(one).map(({ code }) => code)).toEqual(['map-off-line']);
	});

	test('stop when they are aborted', async () => {
		const root = await roots.newRoot();
		const stop = new AbortController();
		const running = roots.check(root, { signal: stop.signal, all: true });
		stop.abort(new Error('stopped'));
		await expect(running).rejects.toThrow('stopped');
	});
});

describe('the command', () => {
	const run = async (args: readonly string[]) => {
		const terminal = scriptedTerminal();
		const code = await runCommand(args, terminal, never, roots.folder);
		return { code, out: terminal.printed.join('\n'), said: terminal.said.join('\n') };
	};

	test('says where, what and what to do, and sums up', async () => {
		const root = await roots.newRoot({ 'start/main.js': LATE_TRAM['solution/main.js']! });
		const { code, out } = await run(['check', root, '--all']);
		const place = `${root.slice(roots.folder.length + 1)}/${ID}/start/`;
		expect(out).toContain(
			`${ID}\n  ${place}  The start passes every test: there is nothing left to do.\n      Take out`
		);
		expect(out).toMatch(/\n1 exercise, 1 problem, 0 remarks, \d+ runs, \d+\.\d s\.$/);
		expect(code).toBe(1);
	});

	test('prints one object that its schema describes', async () => {
		const { code, out } = await run(['check', await roots.newRoot(brief('[a](#b)')), '--json', '--all']);
		const report = checkReport.parse(JSON.parse(out));
		expect(report.exercises[0]!.problems[0]).toMatchObject({ code: 'broken-link', line: 3 });
		expect(report.summary).toMatchObject({ exercises: 1, problems: 1, remarks: 0, tests: 3 });
		expect([code, report.ok]).toEqual([1, false]);
	});

	test('counts remarks only when asked to', async () => {
		const root = await roots.newRoot({ 'brief.en.md': 'Write the function minutesLate.\n' });
		const found = await roots.check(root);
		const [mild, strict] = [false, true].map((one) =>
			toReport(found, { cwd: roots.folder, engine: 'native', strict: one, kinds })
		);
		expect([mild!.ok, strict!.ok]).toEqual([true, false]);
		expect(describeReport(mild!)).toContain('brief.en.md:1  remark: ');
	});

	test.each([
		[['check', 'nothing-here'], 'neither a folder'],
		[['check', '--engine', 'fast'], '--engine is native or remote'],
		[['check', '--jobs', '0'], '--jobs is a number'],
		[['check', '--fast'], "Unknown option '--fast'.\nTry: check --help"],
		[['grade', ID], 'Say which exercise']
	])('%j makes no sense, and it says why', async (args, why) => {
		const { code, out, said } = await run(args);
		expect([code, out]).toEqual([2, '']);
		expect(said).toContain(why);
	});

	test('the open file of an exercise means its folder, and a folder that EXERCISES names must be there', async () => {
		const root = await roots.newRoot({});
		const env = { EXERCISES: join(root, 'gone') };
		const named = await findTargets([join(root, ID, 'exercise.json')], { cwd: root, env });
		expect(named).toEqual({ exercises: [{ root, id: ID }], roots: [] });
		await expect(findTargets([], { cwd: root, env })).rejects.toThrow(/^EXERCISES names the folder/);
	});

	test('"help check" and "check --help" are the same', async () => {
		const [one, other] = [await run(['help', 'check']), await run(['check', '--help'])];
		expect(one.out).toContain('Checks exercises and proves them');
		expect(one).toEqual(other);
	});

	test('says that threads are no sandbox', async () => {
		for (const verb of ['check', 'grade']) expect((await run([verb, '--help'])).out).toMatch(/no sandbox/i);
	});
});
