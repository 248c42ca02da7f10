import { expect, test } from 'vitest';
import { readYaml, YamlNotRead } from './read-yaml.ts';

test.each<[string, string, unknown]>([
	['nothing', '# only a comment\n', null],
	['a map', 'a: 1\nb: text here\nc:\n', { a: 1, b: 'text here', c: null }],
	[
		'numbers, truth and nothing',
		'[1, -2.5, 1e3, true, False, null, ~, "1"]',
		[1, -2.5, 1000, true, false, null, null, '1']
	],
	['maps in a list', '- a: 1\n  b: 2\n- a: 3\n', [{ a: 1, b: 2 }, { a: 3 }]],
	['a list below its key, not indented', 'a:\n- 1\n- 2\nb: 3', { a: [1, 2], b: 3 }],
	['lists in lists', '- - 1\n  - 2\n- - 3', [[1, 2], [3]]],
	['comments, but not in texts', "a: 'x # y' # z\nb: c#d # e\n", { a: 'x # y', b: 'c#d' }],
	['quotes in quotes', `a: 'it''s'\nb: "a \\"b\\"\\n"`, { a: "it's", b: 'a "b"\n' }],
	['code with quotes that is not quoted', 'a: say("x", \'y\') # z', { a: 'say("x", \'y\')' }],
	['a colon in a text', 'a: b:c\nd: http://e', { a: 'b:c', d: 'http://e' }],
	['maps on one line', '{ a: [1, { b: "c" }], d: e }', { a: [1, { b: 'c' }], d: 'e' }],
	['a text of several lines', 'a: |\n  one\n    two\n\n  three\nb: 1', { a: 'one\n  two\n\nthree\n', b: 1 }],
	['without its last line end', 'a: |-\n  one # no comment\n  two\n', { a: 'one # no comment\ntwo' }],
	['folded', 'a: >-\n  one\n  two\n', { a: 'one two' }],
	['a key that has quotes', '"a b": 1', { 'a b': 1 }],
	['spaces before a colon', '"a b"  : 1\nc d \t: 2', { 'a b': 1, 'c d': 2 }]
])('%s', (_, text, value) => {
	expect(readYaml(text)).toEqual(value);
});

test.each([
	['an anchor', 'a: &x 1'],
	['an alias', 'a: *x'],
	['a tag', 'a: !expression "b"'],
	['a tab', 'a:\n\tb: 1'],
	['a list that is not closed', 'a: [1, 2'],
	['a line that belongs to nothing', 'a: 1\n   b: 2'],
	['two documents', 'a: 1\n---\nb: 2']
])('%s is refused, not guessed', (_, text) => {
	expect(() => readYaml(text)).toThrow(YamlNotRead);
});

test('a line of spaces nearly as long as a plan may be is read and does not hang', () => {
	const space = ' '.repeat(90_000);
	expect(readYaml(`a${space}b`)).toBe(`a${space}b`);
	expect(readYaml(`a:${space}b\nd: e`)).toEqual({ a: 'b', d: 'e' });
});

test.each(['[', '{', '- ', '? ', '"', 'a: ', '\n- ', '&a ', '# ', '|\n', '- a\n', '{a: 1}, ', '\n\t'])(
	'100,000 characters of nothing but %j are read or refused, and nothing else happens',
	(part) => {
		const text = part.repeat(100_000 / part.length);
		try {
			readYaml(text);
		} catch (error) {
			expect(error).toBeInstanceOf(YamlNotRead);
		}
	},
	60_000
);

test('a plan that would grow without end is refused before it does', () => {
	const lists = Array.from({ length: 9 }, (_, at) => `l${at}: &l${at} [${`*l${at - 1}, `.repeat(9)}]`);
	expect(() => readYaml(lists.slice(1).join('\n'))).toThrow(YamlNotRead);
	expect(() => readYaml('a'.repeat(100_001))).toThrow('it has more than 100000 characters');
	expect(() => readYaml('a: 1\na: 2')).toThrow('line 2 has the key "a" a second time');
});
