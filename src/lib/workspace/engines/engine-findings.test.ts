import { expect, test } from 'vitest';
import { readFindings, writeFindings } from './engine-findings.ts';

const storeOf = (text: string | null) => {
	let kept = text;
	return { getItem: () => kept, setItem: (_: string, next: string) => void (kept = next) };
};

test('what did not boot on this device is known when the page is loaded again, but not what failed later, or that the server was busy', () => {
	const store = storeOf(null);
	writeFindings(
		store,
		new Map([
			['worker', 'boot-failed'],
			['dom', 'run-failed'],
			['remote', 'unavailable']
		])
	);
	expect([...readFindings(store)]).toEqual([['worker', 'boot-failed']]);
});

test.each([null, 'x', '[]', '3', '{"worker":"ios","dom":7,"other":"boot-failed"}'])(
	'a text that is not ours counts as none: %s',
	(text) => {
		expect([...readFindings(storeOf(text))]).toEqual([]);
	}
);

test('a store that refuses is no obstacle', () => {
	const refuse = () => {
		throw new Error('full');
	};
	expect(() => writeFindings({ setItem: refuse }, new Map([['dom', 'run-failed']]))).not.toThrow();
	expect([...readFindings({ getItem: refuse })]).toEqual([]);
});
