import { expect, test } from 'vitest';
import { sameLanguage } from './same-language.ts';

const has = (...names: readonly string[]) => Object.fromEntries(names.map((name) => [name, () => {}]));

test('what only some engines have is taken from a realm, and nothing else', () => {
	const realm = {
		...has('Temporal', 'DisposableStack', 'AsyncDisposableStack', 'SuppressedError', 'Promise'),
		Date: { prototype: has('toTemporalInstant', 'getDay') },
		Intl: has('v8BreakIterator', 'NumberFormat'),
		Iterator: { ...has('concat', 'zip', 'zipKeyed', 'from'), prototype: has('includes', 'join', 'map') }
	};
	sameLanguage(realm);
	expect(Object.keys(realm)).toEqual(['Promise', 'Date', 'Intl', 'Iterator']);
	expect(Object.keys(realm.Intl)).toEqual(['NumberFormat']);
	expect(Object.keys(realm.Date.prototype)).toEqual(['getDay']);
	expect(Object.keys(realm.Iterator)).toEqual(['from', 'prototype']);
	expect(Object.keys(realm.Iterator.prototype)).toEqual(['map']);
});

test('a realm that has no iterators of its own, as Node 20, is left as it is', () => {
	const realm = { Date: { prototype: {} } };
	sameLanguage(realm);
	expect(realm).toEqual({ Date: { prototype: {} } });
});
