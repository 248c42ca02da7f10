import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { spoken } from '../../src/lib/coach-words/problem-words.ts';
import { kinds } from '../../src/lib/kinds/kinds.ts';
import type { EngineSession } from '../../src/lib/engines/engine.ts';
import { allProblems, openCheckRoots, show, type CheckRoots } from './check-roots.ts';
import { LATE_TRAM, SUITE, type Changes } from './late-tram.ts';

let roots: CheckRoots;
beforeAll(async () => void (roots = await openCheckRoots()));
afterAll(() => roots.close());

/** A third test in the suite, which the start and the mistakes fail or not as they do the others. */
const NAMES = { fr: 'en retard > toujours', nl: 'te laat > altijd' };
function withTest(body: string, before = ''): Changes {
	const named = (locale: 'fr' | 'nl'): string => {
		const file = JSON.parse(LATE_TRAM[`messages.${locale}.json`]!) as { tests: Record<string, string> };
		return JSON.stringify({ ...file, tests: { ...file.tests, 'late > always': NAMES[locale] } });
	};
	return {
		'tests/main.test.js': `${before}${SUITE.replace(/\}\);\n$/, `\ttest('always', () => {\n\t\tminutesLate(1, 1);\n\t\t${body}\n\t});\n});\n`)}`,
		'messages.fr.json': named('fr'),
		'messages.nl.json': named('nl')
	};
}

const unstable = (problems: ReturnType<typeof allProblems>) =>
	problems.filter(({ code }) => code === 'unstable-test' || code === 'second-try');

describe('a test that is not always the same is named at its line, with what makes the difference', () => {
	test.each<[what: string, body: string, said: RegExp]>([
		[
			'the day',
			'expect(new Date().getFullYear()).toBeLessThan(2027.5);',
			/on another day \(2028-02-29 11:00 UTC\)/
		],
		[
			'a day of the week',
			'expect(new Date(Date.now() + 1000).getDay() + (new Date().getMonth() === 2 ? 0 : 9)).not.toBe(0);',
			/on another day/
		],
		['the zone', "expect(new Date('2026-01-01T12:00Z').getHours()).toBe(13);", /in another time zone \(/],
		[
			'the language',
			"expect((1234.5).toLocaleString()).toBe('1,234.5');",
			/in another language \((?:fr|nl)-BE\)/
		],
		['chance', 'expect(Math.random()).toBeGreaterThan(0.015);', /other numbers of Math\.random/]
	])('%s', async (_what, body, said) => {
		const problems = unstable(allProblems(await roots.check(await roots.newRoot(withTest(body)))));
		expect(problems.map(show)).toEqual(['unstable-test tests/main.test.js:11']);
		expect(spoken(problems[0]!, kinds).message).toMatch(said);
	});

	test('the order', async () => {
		const changes = withTest('expect(seen).toBe(2);', 'let seen = 0;\n');
		const suite = changes['tests/main.test.js']!.replaceAll(
			'expect(minutesLate',
			'seen++;\n\t\texpect(minutesLate'
		);
		const root = await roots.newRoot({ ...changes, 'tests/main.test.js': suite });
		const problems = unstable(allProblems(await roots.check(root)));
		expect(problems.map(show)).toEqual(['unstable-test tests/main.test.js:14']);
		expect(spoken(problems[0]!, kinds)).toMatchObject({
			message: expect.stringContaining('when the tests run in another order (reversed)') as string,
			fix: expect.stringContaining('vi.resetModules()') as string
		});
	});
});

test('a suite with its own clock, chance, zone and language is stable', async () => {
	const body = `vi.useFakeTimers();
		vi.setSystemTime(new Date('2026-06-01T12:00:00Z'));
		vi.spyOn(Math, 'random').mockReturnValue(0.5);
		expect(new Date().toLocaleString('fr-BE', { timeZone: 'Europe/Brussels' })).toBe('01/06/2026 14:00:00');
		expect(new Date().getUTCFullYear() + Math.random()).toBe(2026.5);
		vi.useRealTimers();`;
	const changes = withTest(body, "import { vi } from 'vitest';\n");
	expect(unstable(allProblems(await roots.check(await roots.newRoot(changes))))).toEqual([]);
});

describe('what went as it must only at the second try', () => {
	/** The first report of the solution is changed. */
	const changing = (change: (report: Awaited<ReturnType<EngineSession['run']>>) => object): EngineSession => {
		let changed = false;
		const { session } = roots.setup;
		return {
			...session,
			async run(plan, options) {
				const report = await session.run(plan, options);
				const passes = report.runs[0]?.tests.every(({ state }) => state === 'pass');
				if (changed || !passes || options.setting || plan.mode !== 'check') return report;
				changed = true;
				return { ...report, ...change(report) } as typeof report;
			}
		};
	};
	const problemsWith = async (session: EngineSession) =>
		allProblems(await roots.check(await roots.newRoot(), { setup: { ...roots.setup, session } }));

	test('is told as a test that is not always the same', async () => {
		const failure = {
			kind: 'assertion',
			name: 'AssertionError',
			message: 'expected 3 to be 4',
			note: null,
			expected: '4',
			received: '3',
			diff: null,
			location: null,
			stack: ''
		};
		const session = changing(({ runs: [run] }) => ({
			runs: [
				{ ...run, tests: run!.tests.map((one, at) => (at === 1 ? { ...one, state: 'fail', failure } : one)) }
			]
		}));
		const problems = await problemsWith(session);
		expect(problems.map(show)).toEqual(['unstable-test tests/main.test.js:8']);
		expect(spoken(problems[0]!, kinds).message).toContain('expected 3 to be 4');
	});

	test('is a remark where the first try took too long', async () => {
		const session = changing(({ runs: [run] }) => ({
			status: 'timeout',
			runs: [{ ...run, status: 'timeout', tests: [] }]
		}));
		expect((await problemsWith(session)).map(show)).toEqual(['remark second-try ']);
	});
});
