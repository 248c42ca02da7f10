import { describe, expect, test } from 'vitest';
import type { Grade } from '../contract/grade.ts';
import { exerciseProgress, type ExerciseProgress } from '../contract/progress.ts';
import { mergeProgress, recordGrade, recordHint } from './record.ts';

const ID = 'programming/cafe-till';
const NOW = '2026-11-22T10:00:00.000Z';
const EARLIER = '2026-11-20T10:00:00.000Z';

const grade = (score: number, more: Partial<Grade> = {}): Grade => ({
	version: 1,
	runId: 'r',
	exercise: { id: ID, hash: 'new' },
	passed: score === 1,
	counts: true,
	testsPassed: score * 4,
	testsTotal: 4,
	score,
	points: score === 1 ? 10 : 0,
	maxPoints: 10,
	trust: 'practised',
	codes: [],
	...more
});

const record = (more: Partial<ExerciseProgress> = {}): ExerciseProgress => ({
	exerciseId: ID,
	attempts: 2,
	bestScore: 0.5,
	points: 0,
	passed: null,
	passedHash: null,
	passedAt: null,
	hintsOpened: 1,
	updatedAt: EARLIER,
	...more
});
const passed = (more: Partial<ExerciseProgress> = {}): ExerciseProgress =>
	record({ bestScore: 1, points: 10, passed: 'practised', passedHash: 'old', passedAt: EARLIER, ...more });

const newPass = { passed: 'practised', passedHash: 'new', passedAt: NOW };
const oldPass = { passed: 'practised', passedHash: 'old', passedAt: EARLIER };

/** what happens, progress before, grade, what is expected of the progress after */
const GRADES: [string, ExerciseProgress | null, Grade, Partial<ExerciseProgress>][] = [
	[
		'a first failure',
		null,
		grade(0.25),
		{ attempts: 1, bestScore: 0.25, points: 0, passed: null, updatedAt: NOW }
	],
	[
		'a first pass',
		null,
		grade(1),
		{ attempts: 1, bestScore: 1, points: 10, ...newPass } as Partial<ExerciseProgress>
	],
	['a better try', record(), grade(0.75), { attempts: 3, bestScore: 0.75, hintsOpened: 1 }],
	['a worse try keeps the best score', record(), grade(0.25), { attempts: 3, bestScore: 0.5 }],
	[
		'a failure after a pass',
		passed(),
		grade(0.5),
		{ attempts: 3, bestScore: 1, points: 10, ...oldPass } as Partial<ExerciseProgress>
	],
	[
		'a second pass keeps the first',
		passed(),
		grade(1),
		{ attempts: 3, ...oldPass } as Partial<ExerciseProgress>
	],
	['a cheaper version keeps the points', passed(), grade(1, { points: 5 }), { points: 10 }],
	[
		'a verified pass replaces a practised one',
		passed(),
		grade(1, { trust: 'verified' }),
		{ passed: 'verified', passedHash: 'new', passedAt: NOW }
	],
	[
		'a practised pass never lowers a verified one',
		passed({ passed: 'verified' }),
		grade(1),
		{ passed: 'verified', passedHash: 'old' }
	]
];

describe('recordGrade', () => {
	test.each(GRADES)('%s', (_name, before, given, after) => {
		const result = recordGrade(before, given, NOW);
		expect(result).toMatchObject(after);
		expect(exerciseProgress.parse(result)).toEqual(result);
	});

	test('a grade that does not count changes nothing', () => {
		const before = record();
		expect(recordGrade(before, grade(1, { counts: false }), NOW)).toBe(before);
		expect(recordGrade(null, grade(0, { counts: false }), NOW)).toMatchObject({ attempts: 0, passed: null });
	});
});

test('opened hints are remembered and never fall', () => {
	expect(recordHint(null, ID, 1, NOW)).toMatchObject({ exerciseId: ID, hintsOpened: 1, attempts: 0 });
	expect(recordHint(record(), ID, 3, NOW)).toMatchObject({ hintsOpened: 3, updatedAt: NOW, attempts: 2 });
	const before = record({ hintsOpened: 2 });
	expect(recordHint(before, ID, 1, NOW)).toBe(before);
});

/** what happens, here, in the file, expected */
const MERGES: [string, ExerciseProgress, ExerciseProgress, Partial<ExerciseProgress>][] = [
	['the better score wins', record({ bestScore: 0.2 }), record({ bestScore: 0.7 }), { bestScore: 0.7 }],
	['a pass wins over none', record(), passed(), oldPass as Partial<ExerciseProgress>],
	[
		'verified wins over earlier',
		passed({ passed: 'verified', passedHash: 'v', passedAt: NOW }),
		passed(),
		{ passed: 'verified', passedHash: 'v', passedAt: NOW }
	],
	[
		'attempts and hints are not summed',
		record({ attempts: 5 }),
		record({ hintsOpened: 3 }),
		{ attempts: 5, hintsOpened: 3 }
	]
];

describe('mergeProgress', () => {
	test.each(MERGES)('%s, from both sides', (_name, here, file, expected) => {
		expect(mergeProgress([here], [file])).toEqual([expect.objectContaining(expected)]);
		expect(mergeProgress([file], [here])).toEqual([expect.objectContaining(expected)]);
	});

	test.each(['2015-01-01T00:00:00.000Z', '2028-01-01T00:00:00.000Z'])(
		'of two passes with the same trust the one that is here stays, whatever the other’s clock says: %s',
		(passedAt) => {
			const here = passed({ passedHash: 'here' });
			const file = passed({ passedHash: 'file', passedAt, updatedAt: passedAt });
			expect(mergeProgress([here], [file])).toEqual([here]);
		}
	);

	test('what only one side knows is kept', () => {
		const other = record({ exerciseId: 'programming/shout' });
		expect(mergeProgress([record()], [other])).toEqual([record(), other]);
	});

	test('the same file twice adds nothing', () => {
		const all = [record(), passed({ exerciseId: 'programming/shout' })];
		expect(mergeProgress(all, all)).toEqual(all);
	});
});
