import { expect, test } from 'vitest';
import { locateJson } from './json-lines.ts';

const text = `{
	"title": {
		"fr": "a \\"b\\" }",
		"nl": "c"
	},

	"files": [{ "path": "x" },
		{ "path": "y", "n": -1.5e3 }],
	"empty": {}, "none": [], "yes": true
}
`;

test.each([
	[[], 1],
	[['title'], 2],
	[['title', 'fr'], 3],
	[['title', 'en'], 2],
	[['files', 0, 'path'], 7],
	[['files', 1], 8],
	[['files', 1, 'n'], 8],
	[['files', 7, 'path'], 7],
	[['yes'], 9],
	[['unheard', 'of'], 1]
])('the path %j stands on line %i', (path, line) => {
	const result = locateJson(text);
	expect(result.ok && result.json.line(path)).toBe(line);
});

test('the value is what JSON.parse gives', () => {
	const result = locateJson(text);
	expect(result.ok && result.json.value).toEqual(JSON.parse(text));
});

test('a name that stands twice is found', () => {
	const result = locateJson('{\n"a": 1,\n"b": {"a": 2},\n"a": 3\n}');
	expect(result.ok && result.json.duplicates).toEqual([{ key: 'a', line: 4 }]);
});

test.each([
	['{"a": "x \\" : y", "b": ["c:", {"d" : "\\\\"}]}', []],
	['{"a": 1, "\\u0061": 2}', ['a']],
	['[{"a": {"b": 1, "b": 2}}, {"a": 1}]', ['b']],
	['{"__proto__": {"x": 1}, "x": 1}', []],
	['{"__proto__": 1, "__proto__": 2}', ['__proto__']]
])('the names that stand twice in %s', (twice, keys) => {
	const result = locateJson(twice);
	expect(result.ok && result.json.duplicates.map(({ key }) => key)).toEqual(keys);
	expect(result.ok && JSON.stringify(result.json.value)).toBe(JSON.stringify(JSON.parse(twice)));
});

test('what is whole but nested too deeply is refused', () => {
	const deep = '['.repeat(60) + ']'.repeat(60);
	expect(locateJson(deep)).toMatchObject({ ok: false, json: { fault: 'too-deep' } });
});

test.each([
	['', 1, 'ends-early'],
	['{\n"a": 1\n"b": 2\n}', 3, 'no-comma-in-object'],
	['{\n"a": 1,\n}', 3, 'no-name'],
	['[\n1,\n]', 3, 'comma-before-list-end'],
	['[\n1\n2]', 3, 'no-comma-in-list'],
	['{\n"a" 1}', 2, 'no-colon'],
	['{\n"a": "open\n}', 2, 'open-text'],
	['{"a": "\\q"}', 1, 'bad-character'],
	['{"a": "x\ty"}', 1, 'bad-character'],
	['{\n// why\n"a": 1}', 2, 'comment'],
	['{"a": yes}', 1, 'no-value'],
	["{'a': 1}", 1, 'no-name'],
	['{"a": 01}', 1, 'no-comma-in-object'],
	['{"a": 1}\n\n{', 3, 'text-after-end'],
	['{"a":', 1, 'ends-early'],
	['['.repeat(100_000), 1, 'too-deep']
])('%j breaks on line %i', (broken, line, fault) => {
	expect(locateJson(broken)).toEqual({ ok: false, line, json: expect.objectContaining({ fault }) });
});
