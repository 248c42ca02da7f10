import { expect, test } from 'vitest';
import { lastRead, rememberRead } from './read-move.ts';

test('a move that was read once is known on the next page, where the browser keeps anything', () => {
	const kept = new Map<string, string>();
	const store = {
		getItem: (key: string) => kept.get(key) ?? null,
		setItem: (key: string, text: string) => void kept.set(key, text)
	};
	expect(lastRead(store)).toBeNull();
	rememberRead(store, 'webcontainer service-blocked');
	expect(lastRead(store)).toBe('webcontainer service-blocked');
	const forbidden = () => {
		throw new Error('forbidden');
	};
	expect(() => rememberRead({ getItem: forbidden, setItem: forbidden }, 'x')).not.toThrow();
	expect(lastRead({ getItem: forbidden, setItem: forbidden })).toBeNull();
	expect(lastRead(null)).toBeNull();
});
