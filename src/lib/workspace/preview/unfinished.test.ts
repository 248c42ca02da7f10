import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createUnfinished, SETTLED_MS } from './unfinished.ts';

const kept = new Map<string, string>();
const store = {
	getItem: (key: string) => kept.get(key) ?? null,
	setItem: (key: string, value: string) => void kept.set(key, value),
	removeItem: (key: string) => void kept.delete(key)
};
const open = (id = 'programming/todo-list') => createUnfinished(store, id);

beforeEach(() => {
	vi.useFakeTimers();
	kept.clear();
});
afterEach(() => void vi.useRealTimers());

test('a page that took the tab with it is known when the tab is there again, and only that exercise’s', () => {
	open().begin();
	expect(open().found).toBe(true);
	expect(open('programming/first-page').found).toBe(false);
});

test('a page that was shown, and went on living for a moment, is forgotten', () => {
	const one = open();
	one.begin();
	one.shown();
	expect(open().found).toBe(true);
	vi.advanceTimersByTime(SETTLED_MS);
	expect(open().found).toBe(false);
});

test('what is shown anew has its own moment; what was left is forgotten at once', () => {
	const one = open();
	one.begin();
	one.shown();
	one.begin();
	vi.advanceTimersByTime(SETTLED_MS * 2);
	expect(open().found).toBe(true);
	one.end();
	expect(open().found).toBe(false);
});

test('where nothing can be kept nothing waits', () => {
	const refuse = () => {
		throw new Error('full');
	};
	for (const none of [null, { getItem: refuse, setItem: refuse, removeItem: refuse }]) {
		const one = createUnfinished(none, 'a/b');
		one.begin();
		one.end();
		expect(one.found).toBe(false);
	}
});
