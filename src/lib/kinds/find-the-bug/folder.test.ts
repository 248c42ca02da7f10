import { expect, test } from 'vitest';
import { parseExercise } from '../../exercise/parse-exercise.ts';
import { kinds } from '../kinds.ts';
import type { FindExercise } from './exercise.ts';
import { unknownTests } from '../own-program/proofs.ts';
import { findProblem } from './problems.ts';
import { findRemarks } from './proofs.ts';

const GOOD: Record<string, string> = {
	'exercise.json': JSON.stringify({
		version: 1,
		title: { fr: 'Un', nl: 'Een', en: 'One' },
		kind: 'find-the-bug',
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
	'start/till.js': 'bug',
	'start/till.test.js': 'weak',
	'solution/till.js': 'right',
	'solution/till.test.js': 'shows',
	'tests/till.test.js': 'hidden',
	'also/other/till.js': 'other',
	'wrong/misses/till.test.js': 'misses',
	'wrong/misses/wrong.json': '{ "misses": true }',
	'wrong/breaks/till.js': 'breaks',
	'wrong/breaks/wrong.json': '{ "fails": ["one"] }'
};

const parse = (change: Record<string, string | null>) => {
	const files = Object.entries({ ...GOOD, ...change }).filter(
		(one): one is [string, string] => one[1] !== null
	);
	return parseExercise('testing/some', new Map(files), { hash: () => 'x', kinds: kinds.all });
};
const placesOf = (change: Record<string, string | null>): string[] => {
	const parsed = parse(change);
	return parsed.ok ? [] : parsed.problems.map(({ detail, file }) => `${detail ?? ''} ${file}`);
};

test('a folder is read: the program with its bug, the right one, tests of each', () => {
	const parsed = parse({});
	if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
	const exercise = parsed.exercise as FindExercise;
	expect(exercise).toMatchObject({
		start: { 'till.js': 'bug', 'till.test.js': 'weak' },
		solution: { 'till.js': 'right', 'till.test.js': 'shows' },
		tests: { 'tests/till.test.js': 'hidden' },
		also: [{ name: 'other', files: { 'till.js': 'other' } }],
		wrong: [
			{ name: 'breaks', files: { 'till.js': 'breaks' }, misses: false, invalid: [], fails: ['one'] },
			{ name: 'misses', files: { 'till.test.js': 'misses' }, misses: true, invalid: [], fails: [] }
		]
	});
	expect(findRemarks(exercise)).toEqual([]);
	expect(findRemarks({ ...exercise, wrong: [] }).map(({ code }) => code)).toEqual([
		'few-mistakes',
		'few-mistakes'
	]);
	expect(unknownTests(exercise, ['one'], new Map(), findProblem)).toEqual([]);
	expect(unknownTests(exercise, ['two'], new Map(), findProblem).map(({ code }) => code)).toEqual([
		'unknown-test'
	]);
});

test('of a folder only the start is public', () => {
	const parsed = parse({});
	if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
	const hidden = { code: 'SUITE', statics: [], mocked: [], expected: [] };
	const runnable = kinds
		.get('find-the-bug')
		.runnable(parsed.exercise, { hidden, examples: null, packages: null });
	expect(runnable).toMatchObject({ entry: 'till.test.js', program: {} });
	expect(JSON.stringify(runnable)).not.toMatch(/right|shows|hidden|other|SUITE/);
});

test.each<[string, Record<string, string | null>, RegExp]>([
	[
		'no program',
		{ 'start/till.js': null, 'solution/till.js': null },
		/missing-start-file\/program .*start\/$/
	],
	['no tests to begin with', { 'start/till.test.js': null }, /missing-suite\/start .*start\/$/],
	['a solution without a test', { 'solution/till.test.js': null }, /missing-solution\/test .*solution\/$/],
	['no bug', { 'solution/till.js': 'bug' }, /missing-solution\/program .*solution\/$/],
	['no hidden suite', { 'tests/till.test.js': null }, /missing-suite\/hidden .*tests\/$/],
	['a file that a learner does not have', { 'also/other/b.js': 'x' }, /not-in-start .*also\/other\/b\.js$/],
	['a mistake that is a file', { 'wrong/three.js': 'x' }, /alone .*wrong\/three\.js$/],
	['a mistake that says nothing', { 'wrong/misses/wrong.json': null }, /layer-json .*misses\/wrong\.json$/],
	['a mistake that changes nothing', { 'wrong/breaks/till.js': null }, /layer .*wrong\/breaks\/$/],
	[
		'a misspelled field of a mistake',
		{ 'wrong/misses/wrong.json': '{ "mises": true }' },
		/misses\/wrong\.json$/
	]
])('%s is told with its place', (_, change, place) => {
	expect(placesOf(change).some((one) => place.test(one))).toBe(true);
});
