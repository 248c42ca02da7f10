import { expect, test } from 'vitest';
import type { KeyValue } from './journal.ts';
import { becomePerson, deviceName, MOST_PEOPLE, personName, readPeople } from './people.ts';

function store(kept: Record<string, string> = {}): KeyValue {
	const entries = new Map(Object.entries(kept));
	return {
		length: entries.size,
		key: (index) => [...entries.keys()][index] ?? null,
		getItem: (key) => entries.get(key) ?? null,
		setItem: (key, value) => void entries.set(key, value),
		removeItem: (key) => void entries.delete(key)
	};
}

test('a device has one person, until somebody says that they are another; each can come back', () => {
	const device = store();
	expect(readPeople(device)).toEqual({ current: 1, count: 1 });
	expect(becomePerson(device, 2)).toBe(true);
	expect(readPeople(device)).toEqual({ current: 2, count: 2 });
	becomePerson(device, 1);
	expect(readPeople(device)).toEqual({ current: 1, count: 2 });
});

test('each person has a storage of their own, and the first one’s is where it always was', () => {
	const names = [1, 2, 3].map((current) =>
		personName(store({ 'passerelle.people': JSON.stringify({ current, count: 3 }) }))
	);
	expect(names[0]).toBe('passerelle');
	expect(new Set(names).size).toBe(3);
	// No journal of one is found by the beginning of another's keys.
	for (const name of names)
		for (const other of names)
			if (name !== other) expect(`${other}.draft.x`.startsWith(`${name}.draft.`)).toBe(false);
});

test.each(['{', '{"current":9,"count":2}', '{"current":0,"count":-1}', 'null', '{"count":1e9}'])(
	'what is not ours counts as nothing: %s',
	(kept) => {
		const { current, count } = readPeople(store({ 'passerelle.people': kept }));
		expect(current).toBe(1);
		expect(count).toBeLessThanOrEqual(2);
	}
);

test('a device that remembers nothing, or enough people, stays with who it has', () => {
	expect(becomePerson(null, 2)).toBe(false);
	expect(becomePerson(store(), MOST_PEOPLE + 1)).toBe(false);
});

test('a device keeps the name that chance gave it', () => {
	const device = store();
	expect(deviceName(device)).toBe(deviceName(device));
	expect(deviceName(store())).not.toBe(deviceName(device));
});
