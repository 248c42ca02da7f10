import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { FileMap } from '../../src/lib/contract/exercise.ts';
import type { EngineSession } from '../../src/lib/engines/engine.ts';
import type { Report } from '../../src/lib/contract/report.ts';
import { gradeKills } from '../../src/lib/kinds/bugs/grade.ts';
import { openNativeSession } from '../support/native-session.ts';
import { planOfTests } from '../support/tested-program.ts';

const FARES = `export function priceFor(age) {
	if (age < 6) return 0;
	if (age >= 65) return 1.3;
	return 2.6;
}
`;
const PROGRAM = { 'fares.js': FARES };
const HEAD = `import { expect, test } from 'vitest';\nimport { priceFor } from './fares.js';\n`;
const GOOD = `test('adult', () => expect(priceFor(30)).toBe(2.6));
test('five', () => expect(priceFor(5)).toBe(0));
test('six', () => expect(priceFor(6)).toBe(2.6));
test('64', () => expect(priceFor(64)).toBe(2.6));
test('65', () => expect(priceFor(65)).toBe(1.3));
`;
const NAMED = [{ name: 'six-is-free', files: { 'fares.js': FARES.replace('age < 6', 'age <= 6') } }];

let session: EngineSession;
beforeAll(async () => void (session = await openNativeSession()));
afterAll(() => session.dispose());

const { signal } = new AbortController();
async function check(
	tests: string,
	options: Parameters<typeof planOfTests>[2] = {},
	program: FileMap = PROGRAM
): Promise<Report> {
	return session.run(await planOfTests(program, tests, options), { signal });
}
const caught = ({ kills }: Report): string[] =>
	(kills?.bugs ?? []).filter(({ state }) => state === 'caught').map(({ id }) => id);
const scoreOf = (report: Report): number => gradeKills(report, { points: 10 }).score;

describe('what a suite is worth', () => {
	test('thorough tests catch every bug, and it is known which test caught which', async () => {
		const report = await check(HEAD + GOOD, { named: NAMED });
		expect(gradeKills(report, { points: 10 })).toMatchObject({ passed: true, score: 1, points: 10 });
		const { tests, bugs, unstable } = report.kills!;
		expect({ tests, unstable }).toEqual({ tests: ['adult', 'five', 'six', '64', '65'], unstable: [] });
		expect(bugs.find(({ id }) => id === 'named:six-is-free')).toEqual({
			id: 'named:six-is-free',
			state: 'caught',
			how: 'failed',
			by: [2]
		});
		expect(bugs.length).toBeGreaterThan(8);
	});

	test('a test that is taken away never makes it better, and what it alone caught escapes', async () => {
		const lines = GOOD.trim().split('\n');
		const all = await check(HEAD + GOOD, { named: NAMED });
		for (const index of lines.keys()) {
			const less = await check(HEAD + lines.filter((_, other) => other !== index).join('\n'), {
				named: NAMED
			});
			expect(scoreOf(less)).toBeLessThanOrEqual(scoreOf(all));
			const alone = all
				.kills!.bugs.filter(({ by }) => by.length === 1 && by[0] === index)
				.map(({ id }) => id);
			const lost = caught(all).filter((id) => !caught(less).includes(id));
			expect(lost).toEqual(alone);
		}
	});

	test('tests that fail on the correct program are worth nothing, and no bug is tried', async () => {
		const report = await check(`${HEAD + GOOD}test('wrong', () => expect(priceFor(6)).toBe(0));`);
		expect(report.kills).toBeUndefined();
		expect(gradeKills(report, { points: 10 })).toMatchObject({
			passed: false,
			score: 0,
			codes: [{ code: 'tests-invalid', params: { count: 1 } }]
		});
	});

	test('no test, and a test of nothing', async () => {
		expect((await check(HEAD)).status).toBe('nothing-ran');
		const report = await check(
			`${HEAD}test('nothing', () => {});\ntest('true', () => expect(true).toBe(true));`
		);
		expect(caught(report)).toEqual([]);
		expect(report.kills!.bugs.every(({ state }) => state === 'unreached')).toBe(true);
	});

	test('what a program does while it is loaded is caught, and stops nothing', async () => {
		const program = {
			'fares.js': `const rates = { adult: 2.6 };\nexport const adult = rates.adult.toFixed(2);\n`
		};
		const tests = `import { expect, test } from 'vitest';\nimport { adult } from './fares.js';\ntest('adult', () => expect(adult).toBe('2.60'));`;
		const report = await check(tests, {}, program);
		expect(report.kills!.bugs.map(({ state, how }) => `${state} ${how}`)).toEqual(['caught load']);
	});
});

describe('bugs that do not end', () => {
	const COUNT = {
		'count.js': `export function count(list) {
	let sum = 0;
	for (let at = 0; at < list.length; at++) sum += list[at];
	return sum;
}
`
	};
	const tests = `import { expect, test } from 'vitest';\nimport { count } from './count.js';\ntest('adds', () => expect(count([1, 2])).toBe(3));\ntest('throws nothing', () => { try { count([5]); } catch {} });`;

	test('a loop is stopped from inside, whatever the test makes of it', async () => {
		const report = await check(tests, {}, COUNT);
		const endless = report.kills!.bugs.filter(({ how }) => how === 'endless');
		expect(endless.map(({ id }) => id)).toEqual(['count.js:3:37 at--']);
		expect(endless[0]!.by).toEqual([0, 1]);
	});

	test('a loop that cannot be stopped so costs a sandbox; the others are tried in another one', async () => {
		const named = [
			{
				name: 'waits',
				files: {
					'count.js': COUNT['count.js'].replace(
						'let sum = 0;',
						'let sum = 0; while (sum < 1) { if (list.none) break; }'
					)
				}
			}
		];
		const report = await check(tests, { named }, COUNT);
		expect(report.kills!.bugs[0]).toEqual({ id: 'named:waits', state: 'caught', how: 'endless', by: [0, 1] });
		expect(report.kills!.bugs.find(({ id }) => id === 'count.js:3:37 at--')?.state).toBe('caught');
	}, 30_000);
});

/** Each passes on the correct program, and would catch what it cannot have found out by trying. */
const HOSTILE: Record<string, string> = {
	'counts its runs on the global object': `globalThis.runs = (globalThis.runs ?? 0) + 1;
test('x', () => { priceFor(1); expect(globalThis.runs).toBeLessThan(5); });`,
	'remembers what it saw first': `const seen = [1, 6, 30, 65, 80].map(priceFor).join();
Date.seen ??= seen;
test('x', () => expect([1, 6, 30, 65, 80].map(priceFor).join()).toBe(Date.seen));`,
	'remembers on what Vitest gives': `expect.seen ??= [1, 6, 30, 65, 80].map(priceFor).join();
test('x', () => expect([1, 6, 30, 65, 80].map(priceFor).join()).toBe(expect.seen));`,
	'remembers in a matcher': `const seen = [1, 6, 30, 65, 80].map(priceFor).join();
if (!expect.known) { expect.known = true; expect.extend({ toBeSeen: (now) => ({ pass: now === seen, message: () => 'no' }) }); }
test('x', () => expect([1, 6, 30, 65, 80].map(priceFor).join()).toBeSeen());`,
	'looks at the time': `test('x', () => { priceFor(1); expect(performance.now()).toBeLessThan(Date.limit ??= performance.now() + 20); });`,
	'sees that others are left out': `let others = 0;
test('before', () => { others++; });
test('x', () => { [1, 6, 70].map(priceFor); expect(others).toBeGreaterThan(0); });
test('after', () => { others++; });`,
	'cannot be read a second time': `Date.runs = (Date.runs ?? 0) + 1;
if (Date.runs > 1) throw new Error('again');
test('x', () => { [1, 6, 70].map(priceFor); });`,
	'cannot be read where it sees something new': `const seen = [1, 6, 30, 65, 80].map(priceFor).join();
Date.seen ??= seen;
if (seen !== Date.seen) throw new Error('new');
test('x', () => { [1, 6, 70].map(priceFor); });`,
	'is another test where it sees something new': `const seen = [1, 6, 30, 65, 80].map(priceFor).join();
Date.seen ??= seen;
test('x', () => { [1, 6, 70].map(priceFor); });
if (seen !== Date.seen) test('y', () => {});`,
	'calls so often that it looks endless, after its first run': `const often = (Date.runs = (Date.runs ?? 0) + 1) > 1 ? 3000 : 1;
test('x', () => { for (let time = 0; time < often; time++) [1, 6, 70].map(priceFor); });`,
	'fails by chance': `test('x', () => { priceFor(1); if (Math.random() < 0.4) throw new Error('by chance'); });`,
	'reads the source': `test('x', () => { expect(String(priceFor)).toMatch(/native code/); expect(String(priceFor)).not.toMatch(/stry|age/); });`,
	'asks for the switch': `test('x', () => { priceFor(1); expect(typeof stryMutAct_9fa48).toBe('undefined'); expect(Object.keys(globalThis).join()).not.toMatch(/stry/); });`,
	'reads the stack': `test('x', () => { let stack = ''; priceFor({ valueOf() { stack = new Error('x').stack; return 30; } }); expect(stack).not.toMatch(/passerelle-program/); });`
};

test.each(Object.entries(HOSTILE))(
	'a test that %s catches nothing',
	async (_, tests) => {
		const report = await check(HEAD + tests, { named: NAMED });
		// Either it is found out before, or while the bugs are tried.
		expect(gradeKills(report, { points: 10 }).passed).toBe(false);
		expect(caught(report)).toEqual([]);
	},
	30_000
);

test('tests that need each other are run together', async () => {
	const program = {
		'till.js': `let total = 0;\nexport const add = (price) => (total += price);\nexport const empty = () => {\n\ttotal = 0;\n};\n`
	};
	const tests = `import { expect, test } from 'vitest';
import { add, empty } from './till.js';
test('a', () => expect(add(2)).toBe(2));
test('b', () => expect(add(3)).toBe(5));
test('c', () => { empty(); expect(add(1)).toBe(1); });`;
	const report = await check(tests, {}, program);
	expect(report.kills!.unstable).toEqual([]);
	const emptied = report.kills!.bugs.find(({ id }) => id.startsWith('till.js:3:28'));
	expect(emptied).toMatchObject({ state: 'caught', by: [2] });
});
