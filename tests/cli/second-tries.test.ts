import { describe, expect, test } from 'vitest';
import { gradeSubmission } from '../../src/cli/grade/grading.ts';
import type { ForeignExercise } from '../../src/cli/import/format.ts';
import { tryExercise } from '../../src/cli/import/try-exercise.ts';
import type { Plan } from '../../src/lib/contract/plan.ts';
import type { Report, RunStatus } from '../../src/lib/contract/report.ts';
import type { EngineSession } from '../../src/lib/engines/engine.ts';
import { result } from '../../src/lib/engines/host/fake-sandbox.ts';
import { failedRun, reportOf } from '../../src/lib/engines/host/reports.ts';
import { code } from '../../src/lib/kinds/code/kind.ts';
import { parseExercise } from '../../src/lib/exercise/parse-exercise.ts';
import { compileExercise } from '../../src/lib/server/catalog/compile-exercise.ts';
import { exerciseFolder } from '../../src/cli/import/write/exercise-folder.ts';
import { asCodeExercise } from '../../src/lib/kinds/code/exercise.ts';

/*
 * What was red at first and green at a second try is never told as green alone: by whoever tries again.
 */

const NAME = 'is on';
const foreign: ForeignExercise = {
	name: 'lamps',
	title: { en: 'Lamps' },
	brief: { en: '# Lamps\n\nWrite `isOn`.\n' },
	hints: {},
	need: 'worker',
	start: { 'lamps.js': 'export const isOn = () => false;\n' },
	fixed: [],
	entry: 'lamps.js',
	tests: {
		'tests/lamps.test.js': `import { expect, test } from 'vitest';\nimport { isOn } from '../start/lamps.js';\ntest('${NAME}', () => expect(isOn(1)).toBe(true));\n`
	},
	solution: { 'lamps.js': 'export const isOn = () => true;\n' },
	origin: { source: 'https://lamps.example/', licence: 'MIT', authors: ['A'] },
	level: 1,
	minutes: 10,
	skills: ['lamps'],
	prerequisites: [],
	allowPrototype: false,
	skippedTests: 0,
	remarks: []
};
const collect = async (): Promise<string[]> => [NAME];
const { signal } = new AbortController();

/** A session whose runs end so, one after another; the last one again and again. */
function sessionOf(...ends: (RunStatus | 'fails')[]): EngineSession & { count: number } {
	const one = {
		count: 0,
		async run(plan: Plan): Promise<Report> {
			const end = ends[Math.min(one.count, ends.length - 1)]!;
			one.count += 1;
			const run = failedRun(plan, plan.runs[0]!);
			const engine = { id: 'native', reason: 'asked' } as const;
			if (end !== 'ran' && end !== 'fails') return reportOf(plan, engine, [{ ...run, status: end }]);
			const tests = [result(NAME, end === 'ran' ? 'pass' : 'fail')];
			return reportOf(plan, engine, [{ ...run, status: 'ran', tests }]);
		},
		dispose() {}
	};
	return one;
}

describe('an import', () => {
	const tried = async (session: EngineSession, alone: EngineSession) => {
		const trial = await tryExercise('lamps/lamps', foreign, [], { collect, signal, session, alone });
		return trial.ok ? trial.remarks : trial.reason;
	};

	test('says nothing where each first try went as it must', async () => {
		expect(await tried(sessionOf('ran', 'fails'), sessionOf('ran'))).toEqual([]);
	});

	test.each([
		['timeout', 'the reference takes longer than 30 s'],
		['fails', `the reference fails 1 of 1 tests, first "${NAME}"`]
	] as const)(
		'says that the reference passed only at the second try, and why not at first: %s',
		async (end, why) => {
			const remarks = await tried(sessionOf(end, 'fails'), sessionOf('ran'));
			expect(remarks).toEqual([
				expect.stringContaining(`the reference passes only at a second try; the first time ${why}`)
			]);
		}
	);

	test('says that the start ran only at the second try', async () => {
		const remarks = await tried(sessionOf('ran', 'timeout'), sessionOf('fails'));
		expect(remarks).toEqual([
			expect.stringMatching(/^the start runs only at a second try; the first time it .+/)
		]);
	});

	test('refuses what is red at both', async () => {
		expect(await tried(sessionOf('fails'), sessionOf('fails'))).toMatch(/^the reference fails 1 of 1 tests/);
	});
});

describe('a grade', async () => {
	const found = { timeLimitMs: 2000, allowPrototype: false, prerequisites: [] };
	const parsed = parseExercise('lamps/lamps', exerciseFolder(foreign, found), {
		hash: (text) => String(text.length),
		kinds: [code]
	});
	if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
	const exercise = asCodeExercise(parsed.exercise);
	const artifacts = await compileExercise(exercise, collect, '');
	const graded = (session: EngineSession, alone: EngineSession) =>
		gradeSubmission(
			{ exercise, kind: code, root: '' },
			artifacts,
			{ submission: { 'lamps.js': 'export const isOn = () => true;\n' }, notes: [] },
			{ session, alone },
			signal
		);

	test.each(['timeout', 'engine-failed'] as const)(
		'of a second try says so, and what came of the first: %s',
		async (end) => {
			const { done, firstTry } = await graded(sessionOf(end), sessionOf('ran'));
			expect([done.passed, firstTry]).toEqual([true, end]);
		}
	);

	test('of wrong work is never tried again', async () => {
		const alone = sessionOf('ran');
		const { done, firstTry } = await graded(sessionOf('fails'), alone);
		expect([done.passed, firstTry, alone.count]).toEqual([false, null, 0]);
	});
});
