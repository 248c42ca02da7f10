import { expect, test } from 'vitest';
import type { Draft, OtherText } from '../../contract/progress.ts';
import { chooseStart } from './choose-draft.ts';

const exercise = {
	files: [
		{ path: 'main.js', editable: true, text: 'start' },
		{ path: 'data.js', editable: false, text: 'fixed' }
	]
};
const draft = (files: Draft['files'], ...others: OtherText[]): Draft => ({
	exerciseId: 'programming/shout',
	files,
	edits: { here: 1 },
	others,
	updatedAt: '1'
});
const other = (text: string, seen = false): OtherText => ({
	files: { 'main.js': text },
	edits: {},
	from: 'file',
	seen
});

test('without a draft the exercise itself is the start', () => {
	expect(chooseStart(exercise, null)).toEqual({
		files: { 'main.js': 'start', 'data.js': 'fixed' },
		updatedAt: null,
		other: null
	});
});

test('a file called as something that every object inherits begins with its own text', () => {
	const files = [{ path: 'constructor', editable: true, text: 'start' }];
	expect(chooseStart({ files }, null).files).toEqual({ constructor: 'start' });
});

test('other code is offered once, the draft comes first', () => {
	const start = chooseStart(exercise, draft({ 'main.js': 'mine' }, other('theirs')));
	expect(start.files['main.js']).toBe('mine');
	expect(start.other).toEqual({ from: 'file', files: { 'main.js': 'theirs' } });
	expect(chooseStart(exercise, draft({ 'main.js': 'mine' }, other('theirs', true))).other).toBeNull();
});

test('other code with the same text, or with the start’s, is not worth a word', () => {
	const start = chooseStart(exercise, draft({ 'main.js': 'mine' }, other('mine'), other('start')));
	expect(start.other).toBeNull();
});

test('a draft cannot change a read-only file, nor bring back one that the exercise no longer has', () => {
	const kept = draft({ 'main.js': '', 'data.js': 'changed', 'gone.js': 'x' });
	expect(chooseStart(exercise, kept).files).toEqual({ 'main.js': '', 'data.js': 'fixed' });
});
