import { expect, test } from 'vitest';
import { parseExercise } from '../../exercise/parse-exercise.ts';
import { kinds } from '../kinds.ts';
import type { RefactorExercise } from './exercise.ts';
import { refactorRemarks } from './proofs.ts';

const told = JSON.stringify({ told: { fr: 'Un bug.', nl: 'Een bug.', en: 'A bug.' } });
const GOOD: Record<string, string> = {
	'exercise.json': JSON.stringify({
		version: 1,
		title: { fr: 'Un', nl: 'Een', en: 'One' },
		kind: 'refactor-safely',
		points: 10,
		level: 1,
		minutes: 10,
		skills: ['testing']
	}),
	...Object.fromEntries(
		['fr', 'nl', 'en'].flatMap((one) => [
			[`brief.${one}.md`, 'Some task that is long enough to be read.\n'],
			[`hints.${one}.md`, 'Think.\n']
		])
	),
	'messages.fr.json': '{ "tests": {} }',
	'messages.nl.json': '{ "tests": {} }',
	'start/till.js': 'ugly',
	'start/till.test.js': 'weak',
	'solution/till.js': 'clean',
	'solution/till.test.js': 'net',
	'tests/till.test.js': 'hidden',
	'mutants/two/till.js': 'wrong',
	'mutants/two/mutant.json': told,
	'also/other/till.js': 'other',
	'wrong/hole/till.test.js': 'hole',
	'wrong/hole/wrong.json': '{ "escapes": ["two"] }',
	'wrong/breaks/till.js': 'breaks',
	'wrong/breaks/wrong.json': '{ "fails": ["one"], "unguarded": true }'
};

const parse = (change: Record<string, string | null>) => {
	const files = Object.entries({ ...GOOD, ...change }).filter(
		(one): one is [string, string] => one[1] !== null
	);
	return parseExercise('testing/some', new Map(files), { hash: () => 'x', kinds: kinds.all });
};
function exerciseOf(): RefactorExercise {
	const parsed = parse({});
	if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
	return parsed.exercise as RefactorExercise;
}
const kind = kinds.get('refactor-safely');

test('a folder is read: the program as it is, its bugs, tests and other versions', () => {
	const exercise = exerciseOf();
	expect(exercise).toMatchObject({
		start: { 'till.js': 'ugly', 'till.test.js': 'weak' },
		program: { 'till.js': 'ugly' },
		solution: { 'till.js': 'clean', 'till.test.js': 'net' },
		tests: { 'tests/till.test.js': 'hidden' },
		mutants: [{ name: 'two', files: { 'till.js': 'wrong' }, told: { en: 'A bug.' } }],
		also: [{ name: 'other', files: { 'till.js': 'other' } }],
		wrong: [
			{ name: 'breaks', escapes: [], invalid: [], fails: ['one'], unguarded: true },
			{ name: 'hole', escapes: ['two'], invalid: [], fails: [], unguarded: false }
		]
	});
	expect(refactorRemarks(exercise).map(({ code }) => code)).toEqual(['few-bugs']);
	expect(refactorRemarks({ ...exercise, wrong: [] }).map(({ code }) => code)).toEqual([
		'few-bugs',
		'few-mistakes',
		'few-mistakes',
		'few-mistakes'
	]);
	const problems = (hidden: string[], escapes: string[]) => {
		const wrong = exercise.wrong.map((one) => (one.name === 'hole' ? { ...one, escapes } : one));
		return kind.folder
			.nameProblems({ ...exercise, wrong } as never, hidden, new Map())
			.map(({ code }) => code);
	};
	expect(problems(['one'], ['two'])).toEqual([]);
	expect(problems(['other'], ['tow'])).toEqual(['unknown-bug', 'unknown-test']);
});

test('of a folder only the start is public', () => {
	const hidden = { code: 'SUITE', statics: [], mocked: [], expected: [] };
	const runnable = kind.runnable(exerciseOf(), { hidden, examples: null, packages: null });
	expect(runnable).toMatchObject({ entry: 'till.test.js', program: {}, plants: ['till.js'] });
	expect(JSON.stringify(runnable)).not.toMatch(/clean|net|hidden|other|wrong|hole|SUITE/);
});

test.each<[string, Record<string, string | null>, RegExp]>([
	[
		'no program',
		{
			'start/till.js': null,
			'solution/till.js': null,
			'mutants/two/till.js': null,
			'also/other/till.js': null
		},
		/missing-start-file\/program .*start\/$/
	],
	['a program with types', { 'start/more.ts': 'types' }, /unknown-file\/not-javascript .*start\/more\.ts$/],
	['no tests to begin with', { 'start/till.test.js': null }, /missing-suite\/start .*start\/$/],
	['a solution without a test', { 'solution/till.test.js': null }, /missing-solution\/test .*solution\/$/],
	[
		'nothing that is written better',
		{ 'solution/till.js': 'ugly' },
		/missing-solution\/program .*solution\/$/
	],
	['no hidden suite', { 'tests/till.test.js': null }, /missing-suite\/hidden .*tests\/$/],
	[
		'a bug in the tests',
		{ 'mutants/two/till.test.js': 'x' },
		/not-in-program .*mutants\/two\/till\.test\.js$/
	],
	['a file that a learner does not have', { 'also/other/b.js': 'x' }, /not-in-start .*also\/other\/b\.js$/],
	['a mistake that says nothing', { 'wrong/hole/wrong.json': null }, /layer-json .*hole\/wrong\.json$/],
	[
		'a misspelled field of a mistake',
		{ 'wrong/hole/wrong.json': '{ "escape": ["two"] }' },
		/hole\/wrong\.json$/
	]
])('%s is told with its place', (_, change, place) => {
	const parsed = parse(change);
	const places = parsed.ok ? [] : parsed.problems.map(({ detail, file }) => `${detail ?? ''} ${file}`);
	expect(places.some((one) => place.test(one))).toBe(true);
});
