import { expect, test } from 'vitest';
import { mayHold, mayTakeForEver } from './slow-patterns.ts';

test.each([
	/^(a+)+$/,
	/(a*)*b/,
	/(?:\d+)+x/,
	/^(\w+\s?)*$/,
	/(a|a)*b/,
	/(a|ab)+c/,
	/(\w|\d)+!/,
	/(.|x)*y/,
	/((ab)+c?)*d/,
	/(?<word>[a-z]+){2,}!/,
	/(x+x+)+y/
])('may take for ever: %s', ({ source }) => {
	expect(mayTakeForEver(source)).toBe(true);
});

test.each([
	/brussel|bruxelles/i,
	/^\d+([.,]\d\d)?$/,
	/(?<![\d.])37[.,]50(?!\d)/,
	/^[\w.]+@[\w.]+\.[a-z]{2,}$/,
	/(a|b)+c/,
	/(?:foo|bar)*/,
	/(a+){2}/,
	/\(a+\)+/,
	/[(a+)]+/,
	/^\p{Lu}\p{Ll}+$/u,
	/a{2,}b{3}c?/,
	/(?=.*\d)(?=.*[a-z]).{8,}/,
	/a+?b*?/
])('does not: %s', ({ source }) => {
	expect(mayTakeForEver(source)).toBe(false);
});

test.each([
	['const re = /^(a+)+$/;', true],
	['const re = new RegExp("(a+)+$");', true],
	['const re = RegExp(`(a+)+$`);', false],
	['const text = "(a+)+";', false],
	['const half = a / (b + c) + d / e;', false],
	['while (', false]
])('in a script: %s', (code, slow) => {
	expect(mayHold(code, {})).toBe(slow);
});

test.each([
	['<button onclick="while (true) {}">', true],
	["<body onload='go(); for (;;);'>", true],
	['<button onclick="forget()" title="for you">', false],
	['<p>onclick="while"</p>', false]
])('a loop in an attribute: %s', (html, holds) => {
	expect(mayHold('', { 'index.html': html })).toBe(holds);
	expect(mayHold('', { 'notes.md': html })).toBe(false);
});
