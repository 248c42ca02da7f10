import { expect, test } from 'vitest';
import { earlyPress, takeEarlyPress } from './early-press.ts';

test('a press that was heard early is taken once', () => {
	const root = { dataset: { pressed: 'check' } };
	expect(earlyPress(root)).toBe('check');
	expect(takeEarlyPress(root)).toBe('check');
	expect(takeEarlyPress(root)).toBeNull();
});

test('nothing pressed, and what is no press of ours, is nothing', () => {
	expect(takeEarlyPress({ dataset: {} })).toBeNull();
	expect(takeEarlyPress({ dataset: { pressed: 'everything' } })).toBeNull();
});
