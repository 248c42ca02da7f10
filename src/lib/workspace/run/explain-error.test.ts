import { expect, test } from 'vitest';
import { RELOADED } from '../../engines/harness/page/block-navigation.ts';
import { LEFT } from '../../engines/host/run-in-sandbox.ts';
import { explainError } from './explain-error.ts';

/** Thrown by this very engine, so that its own words are what is recognised. */
const thrown = (program: string): { kind: string; name: string; message: string } => {
	try {
		new Function(program)();
	} catch (error) {
		const { name, message } = error as Error;
		return { kind: 'error', name, message };
	}
	throw new Error(`Nothing thrown by: ${program}`);
};

test.each([
	['const total = 3; total();', 'not-a-function', { name: 'total' }],
	['const list = []; list.pus(1);', 'not-a-function', { name: 'list.pus' }],
	['throw new TypeError("shout is not an exported function");', 'not-exported', { name: 'shout' }],
	['throw new ReferenceError("localStorage is not defined");', 'no-storage', { name: 'localStorage' }],
	['throw new ReferenceError("Temporal is not defined");', 'no-temporal', { name: 'Temporal' }],
	[
		'throw new ReferenceError("DisposableStack is not defined");',
		'not-everywhere',
		{ name: 'DisposableStack' }
	],
	['throw new TypeError("Iterator.zip is not a function");', 'not-everywhere', { name: 'Iterator.zip' }],
	['throw new TypeError("Promise.try is not a function");', 'not-everywhere', { name: 'Promise.try' }],
	['price + 1;', 'not-defined', { name: 'price' }],
	['alert("hi");', 'no-page', { name: 'alert' }],
	['document.title;', 'no-page', { name: 'document' }],
	['total; let total = 1;', 'too-early', { name: 'total' }],
	['const a = undefined; a.length;', 'read-of-nothing', { value: 'undefined', name: 'length' }],
	['const a = null; a[0];', 'read-of-nothing', { value: 'null', name: '0' }],
	['const a = undefined; a.size = 1;', 'write-to-nothing', { value: 'undefined', name: 'size' }],
	['const a = 1; a = 2;', 'assign-to-constant', {}],
	['"use strict"; Object.freeze([1]).push(2);', 'read-only', {}],
	['"use strict"; Object.freeze({ a: 1 }).a = 2;', 'read-only', { name: 'a' }],
	['"use strict"; Object.freeze(class {}.prototype).last = 2;', 'not-extensible', { name: 'last' }],
	['Object.defineProperty(Object.freeze({}), "last", { value: 1 });', 'not-extensible', { name: 'last' }],
	['Object.defineProperty(Object.freeze({ a: 1 }), "a", { value: 2 });', 'read-only', { name: 'a' }],
	['function f() { f(); } f();', 'endless-recursion', {}],
	['new Array(-1);', 'invalid-array-length', {}],
	['"a".repeat(-1);', 'invalid-count', { name: '-1' }],
	['const n = 3; for (const x of n) {}', 'not-iterable', { name: 'n' }],
	['const n = 3; new n();', 'not-a-constructor', { name: 'n' }],
	['JSON.parse("{");', 'json', {}],
	['new Date("x").toISOString();', 'invalid-date', {}],
	['(1).toFixed(200);', 'invalid-digits', {}]
])('explains what %s throws', (program, code, params) => {
	const explanation = explainError(thrown(program));
	expect(explanation?.code).toBe(code);
	expect(explanation?.params).toMatchObject(params);
});

test.each([
	['ReferenceError', "Can't find variable: price", 'not-defined', { name: 'price' }],
	[
		'TypeError',
		"undefined is not an object (evaluating 'a.b.length')",
		'read-of-nothing',
		{ name: 'length' }
	],
	['TypeError', 'can\'t access property "length", a is undefined', 'read-of-nothing', { name: 'length' }],
	['InternalError', 'too much recursion', 'endless-recursion', {}],
	['RangeError', 'The code is nested too deeply', 'nested-too-deeply', {}],
	[
		'TypeError',
		'can\'t define property "last": Array.prototype is not extensible',
		'not-extensible',
		{ name: 'last' }
	],
	[
		'TypeError',
		'can\'t define property "last": Object is not extensible',
		'not-extensible',
		{ name: 'last' }
	],
	['TypeError', 'Attempting to define property on object that is not extensible.', 'not-extensible', {}],
	[
		'TypeError',
		"Cannot assign to read only property 'map' of a built-in object",
		'not-extensible',
		{ name: 'map' }
	],
	['TypeError', 'Attempted to assign to readonly property.', 'read-only', {}],
	['PageReload', RELOADED.form, 'page-reload-form', {}],
	['PageReload', RELOADED.link, 'page-reload-link', {}],
	['PageReload', RELOADED.write, 'page-replaced', {}],
	['PageReload', LEFT.message, 'page-left', {}],
	[
		'RangeError',
		'A watched function was called more than 50000 times',
		'called-too-often',
		{ value: '50000' }
	],
	['SyntaxError', 'class and super cannot be used in onclick="…"', 'class-in-html', { name: 'onclick' }]
])('knows how other browsers say %s: %s', (name, message, code, params) => {
	expect(explainError({ kind: 'error', name, message })).toMatchObject({ code, params });
});

test('a test that ran out of its own time is explained, whatever the message', () => {
	expect(explainError({ kind: 'limit', name: 'Error', message: 'Test timed out' })?.code).toBe('test-time');
});

test("an error in the learner's own words stays as it is", () => {
	expect(explainError({ kind: 'error', name: 'Error', message: 'No bread left' })).toBeNull();
	expect(explainError({ kind: 'error', name: 'TypeError', message: 'No bread left' })).toBeNull();
});
