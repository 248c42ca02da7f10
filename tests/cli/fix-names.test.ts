import { afterEach, beforeEach, expect, test } from 'vitest';
import { fixNames, renameFields } from '../../src/cli/check/fix-names.ts';
import { spoken } from '../../src/lib/coach-words/problem-words.ts';
import { readExercise } from '../../src/lib/server/catalog/read-folder.ts';
import { ExerciseCopy } from '../support/exercise-copy.ts';
import { kinds } from '../../src/lib/kinds/kinds.ts';

const ID = 'programming/shout';
const NAMES = new Map([['engine', 'need']]);

let copy: ExerciseCopy;
beforeEach(() => void (copy = new ExerciseCopy(ID)));
afterEach(() => copy.dispose());

const problems = (): string[] => {
	const read = readExercise(copy.root, ID);
	return read.ok
		? []
		: read.problems.map((one) => spoken(one, kinds)).map(({ code, line, fix }) => `${code}:${line} ${fix}`);
};

test('a folder with an old name has one problem, with its line and what to do; the fix makes it right', async () => {
	const today = copy.read('exercise.json');
	copy.change('exercise.json', '"need"', '"engine"');
	const line = today.split('\n').findIndex((one) => one.includes('"need"')) + 1;
	expect(problems()).toEqual([`renamed-field:${line} Write "need", or let "check --fix" do it.`]);
	expect(await fixNames({ root: copy.root, id: ID })).toEqual([
		{ path: `${copy.folder}/exercise.json`, line, from: 'engine', to: 'need' }
	]);
	expect(copy.read('exercise.json')).toBe(today);
	expect(problems()).toEqual([]);
	expect(await fixNames({ root: copy.root, id: ID })).toEqual([]);
});

test('both names: the coach decides', async () => {
	copy.change('exercise.json', '"need"', '"engine": "worker",\n\t"need"');
	const before = copy.read('exercise.json');
	expect(problems()).toEqual([expect.stringContaining('Remove "engine".')]);
	expect(await fixNames({ root: copy.root, id: ID })).toEqual([]);
	expect(copy.read('exercise.json')).toBe(before);
});

test.each([
	[
		'everything around stays as it is written',
		'{\r\n  "a":1 ,"engine"  : "dom"}\r\n\r\n',
		'{\r\n  "a":1 ,"need"  : "dom"}\r\n\r\n'
	],
	['a mark at the beginning stays', '\uFEFF{"engine":"dom"}', '\uFEFF{"need":"dom"}'],
	['the same name deeper is another field', '{"a":{"engine":1}}', '{"a":{"engine":1}}'],
	['a text that is not JSON is left alone', '{"engine":', '{"engine":'],
	['a list is left alone', '["engine"]', '["engine"]']
])('%s', (_, text, renamed) => {
	expect(renameFields(text, NAMES).text).toBe(renamed);
});
