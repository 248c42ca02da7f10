import { expect, test } from 'vitest';
import { readMoves, rememberRead } from './read-move.ts';

const BLOCKED = 'webcontainer service-blocked';
const DIED = 'dom engine-failed';

test('moves that were read once are known on the next page, where the browser keeps anything', () => {
	const kept = new Map<string, string>();
	const store = {
		getItem: (key: string) => kept.get(key) ?? null,
		setItem: (key: string, text: string) => void kept.set(key, text)
	};
	expect(readMoves(store)).toEqual([]);
	rememberRead(store, BLOCKED);
	// Another one does not make the first news again.
	rememberRead(store, DIED);
	rememberRead(store, BLOCKED);
	expect(readMoves(store)).toEqual([BLOCKED, DIED]);
});

test('where nothing can be kept a move is read until the page is left', () => {
	const forbidden = () => {
		throw new Error('forbidden');
	};
	const store = { getItem: forbidden, setItem: forbidden };
	expect(rememberRead(store, BLOCKED)).toEqual([BLOCKED]);
	expect(readMoves(store)).toEqual([]);
	expect(readMoves(null)).toEqual([]);
	for (const broken of ['{', '"x"', '[1]'])
		expect(readMoves({ ...store, getItem: () => broken })).toEqual([]);
});
