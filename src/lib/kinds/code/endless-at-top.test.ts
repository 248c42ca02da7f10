import { expect, test } from 'vitest';
import { endlessAtTop } from './endless-at-top.ts';

const found = (text: string): string | null => {
	const one = endlessAtTop({ 'tests/a.test.js': text });
	return one && `${one.what} ${one.line}${one.sure ? '' : ' perhaps'}`;
};

test.each([
	['while (true) {}', 'loop 1'],
	['const a = 1;\nfor (;;) {\n\tconsole.log(a);\n}', 'loop 2'],
	['let i = 0;\nwhile (i < 3) {\n\tconsole.log(i);\n}', 'loop 2'],
	['let i = 0, j = 0;\nfor (i = 0; i < 3; j++) {}', 'loop 2'],
	["describe('a', () => {\n\tdo {} while (true);\n});", 'loop 2'],
	['(() => {\n\twhile (1) {}\n})();', 'loop 2'],
	['function prepare() {\n\twhile (true) {}\n}\nprepare();', 'loop 2'],
	['for (let i = 0; i < 3; i++) {}\nwhile (true) {}', 'loop 2'],
	['await new Promise(() => {});', 'wait 1'],
	['const a = await new Promise((resolve) => setTimeout(() => {}, 5));', 'wait 1'],
	['let i = 0;\nwhile (i < 3) {\n\ti -= 1;\n}', 'loop 2 perhaps'],
	["const a = 1;\nconst page = await load('x');", 'wait 2 perhaps']
])('%j is named with its line', (text, place) => {
	expect(found(text)).toBe(place);
});

test.each([
	['nothing that goes on', 'const a = 1;'],
	['a loop of a test, with a way out', "test('a', () => {\n\twhile (true) break;\n});"],
	['a loop over a list', 'for (const a of [1]) test(a, () => {});'],
	['two that could be meant', 'let i = 0;\nwhile (next()) {}\nwhile (other()) {}'],
	['what does not parse', 'while (true']
])('%s: no line', (_, text) => {
	expect(found(text)).toBeNull();
});
