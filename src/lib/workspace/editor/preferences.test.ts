import { expect, test } from 'vitest';
import { readPreferences, writePreferences } from './preferences.ts';

const UNCHOSEN = { fontSize: 16, kind: null, tabMoves: false };
const storeOf = (kept: string | null) => ({ getItem: () => kept });

test.each([
	['nothing', null, UNCHOSEN],
	['no JSON', '{', UNCHOSEN],
	['something else', '7', UNCHOSEN],
	['a size and a kind that do not exist', '{"fontSize":15,"kind":"vi"}', UNCHOSEN],
	[
		'the simple editor of an earlier version',
		'{"fontSize":20,"simple":true}',
		{ fontSize: 20, kind: 'light' }
	],
	['the full editor of an earlier version', '{"fontSize":16,"simple":false}', { kind: 'full' }],
	['nothing chosen in an earlier version', '{"fontSize":18,"simple":null}', { fontSize: 18, kind: null }],
	['a choice', '{"fontSize":14,"kind":"plain","tabMoves":true}', { kind: 'plain', tabMoves: true }]
])('a device that keeps %s is understood', (_what, kept, preferences) => {
	expect(readPreferences(storeOf(kept))).toMatchObject(preferences);
});

test('what was chosen is read again', () => {
	let kept: string | null = null;
	const chosen = { fontSize: 24, kind: 'light', tabMoves: true } as const;
	writePreferences({ setItem: (_key, value) => void (kept = value) }, chosen);
	expect(readPreferences(storeOf(kept))).toEqual(chosen);
});
