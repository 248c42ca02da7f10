import { expect, test } from 'vitest';
import { isOpen } from '../start/main.js';

test('closed at 8, before the morning', () => {
	expect(
		isOpen(8, false),
		'At 8 the desk is not open yet. For the morning, both limits must hold: is `&&` between them?'
	).toBe(false);
});

test('open at 9, the first hour of the morning', () => {
	expect(
		isOpen(9, false),
		'At 9 the desk opens. The hour 9 itself counts: use `>=` for the first hour. And is `||` between `morning` and `afternoon`?'
	).toBe(true);
});

test('open at 11, the last hour of the morning', () => {
	expect(
		isOpen(11, false),
		'At 11 the desk is still open, until 12. Look at the last part of `morning`, and at `||` in the line with `return`.'
	).toBe(true);
});

test('closed at 12, during lunch', () => {
	expect(
		isOpen(12, false),
		'At 12 the morning is over. The hour 12 itself no longer counts: what is the last part of `morning`?'
	).toBe(false);
});

test('open at 13, the first hour of the afternoon', () => {
	expect(
		isOpen(13, false),
		'At 13 the desk opens again. The hour 13 itself counts. And does the line with `return` also look at `afternoon`?'
	).toBe(true);
});

test('open at 16, the last hour of the afternoon', () => {
	expect(
		isOpen(16, false),
		'At 16 the desk is still open, until 17. Look at the last part of `afternoon`, and at `||` in the line with `return`.'
	).toBe(true);
});

test('closed at 17, after the afternoon', () => {
	expect(
		isOpen(17, false),
		'At 17 the desk closes. The hour 17 itself no longer counts: what is the last part of `afternoon`?'
	).toBe(false);
});

test('closed at 20, in the evening', () => {
	expect(
		isOpen(20, false),
		'At 20 the desk has been closed for three hours. For the afternoon too, both limits must hold: what does `afternoon` say about the end?'
	).toBe(false);
});

test('closed on a public holiday in the morning', () => {
	expect(
		isOpen(10, true),
		'On a public holiday the desk is closed, at 10 too. Say the rule aloud: open in the morning or in the afternoon, and not on a public holiday. Which part of it belongs between brackets?'
	).toBe(false);
});

test('closed on a public holiday in the afternoon', () => {
	expect(
		isOpen(15, true),
		'On a public holiday the desk is closed, at 15 too. Say the rule aloud: open in the morning or in the afternoon, and not on a public holiday. Which part of it belongs between brackets?'
	).toBe(false);
});
