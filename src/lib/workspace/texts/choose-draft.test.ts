import { expect, test } from 'vitest';
import type { Draft } from '../../contract/progress.ts';
import { chooseStart } from './choose-draft.ts';

const exercise = {
	locale: 'nl' as const,
	files: [
		{ path: 'main.js', editable: true, text: 'start' },
		{ path: 'data.js', editable: false, text: 'fixed' }
	]
};
const draft = (locale: Draft['locale'], updatedAt: string, files: Draft['files']): Draft => ({
	exerciseId: 'programming/shout',
	locale,
	files,
	updatedAt
});

test('without drafts the exercise itself is the start', () => {
	expect(chooseStart(exercise, [])).toEqual({
		files: { 'main.js': 'start', 'data.js': 'fixed' },
		from: 'start',
		updatedAt: null,
		newer: null
	});
});

test('a file called as something that every object inherits begins with its own text', () => {
	const files = [{ path: 'constructor', editable: true, text: 'start' }];
	expect(chooseStart({ ...exercise, files }, []).files).toEqual({ constructor: 'start' });
});

test('a language without a draft begins with the newest of the others', () => {
	const drafts = [draft('en', '1', { 'main.js': 'old' }), draft('fr', '2', { 'main.js': 'new' })];
	expect(chooseStart(exercise, drafts)).toMatchObject({
		from: 'fr',
		files: { 'main.js': 'new' },
		newer: null
	});
});

test("the language's own draft comes first, and a newer one of another language is offered", () => {
	const drafts = [draft('nl', '1', { 'main.js': 'mine' }), draft('fr', '2', { 'main.js': 'later' })];
	const start = chooseStart(exercise, drafts);
	expect(start.files['main.js']).toBe('mine');
	expect(start.newer).toEqual({ locale: 'fr', files: { 'main.js': 'later', 'data.js': 'fixed' } });
});

test('a newer draft with the same text is not worth a word', () => {
	const drafts = [draft('nl', '1', { 'main.js': 'same' }), draft('fr', '2', { 'main.js': 'same' })];
	expect(chooseStart(exercise, drafts).newer).toBeNull();
});

test('a draft cannot change a read-only file, nor bring back one that the exercise no longer has', () => {
	const drafts = [draft('nl', '1', { 'main.js': '', 'data.js': 'changed', 'gone.js': 'x' })];
	expect(chooseStart(exercise, drafts).files).toEqual({ 'main.js': '', 'data.js': 'fixed' });
});
