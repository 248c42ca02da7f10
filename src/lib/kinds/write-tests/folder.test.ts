import { expect, test } from 'vitest';
import { parseExercise } from '../../exercise/parse-exercise.ts';
import { kinds } from '../kinds.ts';
import { bugRemarks, unknownBugs } from '../bugs/proofs.ts';
import { bugProblem } from './problems.ts';
import type { TestsExercise } from './exercise.ts';

const ID = 'testing/some';
const BRIEF = 'Some task that is long enough to be read.\n';
const told = JSON.stringify({ told: { fr: 'Un bug.', nl: 'Een bug.', en: 'A bug.' } });
const GOOD: Record<string, string> = {
	'exercise.json': JSON.stringify({
		version: 1,
		title: { fr: 'Un', nl: 'Een', en: 'One' },
		kind: 'write-tests',
		points: 10,
		level: 1,
		minutes: 10,
		skills: ['testing']
	}),
	...Object.fromEntries(
		['fr', 'nl', 'en'].flatMap((one) => [
			[`brief.${one}.md`, BRIEF],
			[`hints.${one}.md`, 'Think.\n']
		])
	),
	'messages.fr.json': '{ "tests": {} }',
	'messages.nl.json': '{ "tests": {} }',
	'program/till.js': 'export const one = () => 1;\n',
	'start/till.test.js': 'start',
	'solution/till.test.js': 'solution',
	'also/other/till.test.js': 'other',
	'wrong/weak/till.test.js': 'weak',
	'wrong/weak/wrong.json': '{ "escapes": ["two"] }',
	'mutants/two/till.js': 'export const one = () => 2;\n',
	'mutants/two/mutant.json': told
};

const parse = (change: Record<string, string | null>) => {
	const files = Object.entries({ ...GOOD, ...change }).filter(
		(one): one is [string, string] => one[1] !== null
	);
	return parseExercise(ID, new Map(files), { hash: () => 'x', kinds: kinds.all });
};
const problemsOf = (change: Record<string, string | null>): string[] => {
	const parsed = parse(change);
	return parsed.ok ? [] : parsed.problems.map(({ detail, file }) => `${detail ?? ''} ${file}`);
};

test('a folder is read: the program, its bugs, and suites laid over the start', () => {
	const parsed = parse({});
	if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
	const exercise = parsed.exercise as TestsExercise;
	expect(exercise).toMatchObject({
		program: { 'till.js': GOOD['program/till.js'] },
		start: { 'till.test.js': 'start' },
		wrong: [{ name: 'weak', files: { 'till.test.js': 'weak' }, escapes: ['two'], fails: [] }],
		mutants: [{ name: 'two', told: { en: 'A bug.' } }],
		manifest: { program: 'shown', automatic: true, timeLimitMs: 2000 }
	});
	expect(unknownBugs(exercise, bugProblem, new Map())).toEqual([]);
	expect(bugRemarks(exercise, bugProblem).map(({ code }) => code)).toEqual(['few-bugs']);
	const other = { ...exercise, wrong: [{ ...exercise.wrong[0]!, escapes: ['tow'] }] };
	expect(unknownBugs(other, bugProblem, new Map()).map(({ code }) => code)).toEqual(['unknown-bug']);
});

test.each<[string, Record<string, string | null>, RegExp]>([
	[
		'no program',
		{ 'program/till.js': null, 'mutants/two/till.js': null, 'mutants/two/mutant.json': null },
		/program\/$/
	],
	['no tests to begin with', { 'start/till.test.js': null, 'start/notes.js': '' }, /start\/$/],
	['no solution', { 'solution/till.test.js': null }, /solution\/$/],
	['a solution of another file', { 'solution/other.test.js': 'x' }, /solution\/other\.test\.js$/],
	[
		'a bug in a file that the program does not have',
		{ 'mutants/two/other.js': 'x' },
		/mutants\/two\/other\.js$/
	],
	['a bug of which nothing is said', { 'mutants/two/mutant.json': null }, /mutants\/two\/mutant\.json$/],
	['a bug that is a file', { 'mutants/three.js': 'x' }, /mutants\/three\.js$/],
	['a weak suite that says nothing', { 'wrong/weak/wrong.json': null }, /wrong\/weak\/wrong\.json$/],
	['a bug that changes nothing', { 'mutants/two/till.js': null }, /mutants\/two\/$/]
])('%s is told with its place', (_, change, place) => {
	expect(problemsOf(change).some((one) => place.test(one))).toBe(true);
});
