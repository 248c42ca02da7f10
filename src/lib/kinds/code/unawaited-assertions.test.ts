import { expect, test } from 'vitest';
import { unawaitedAssertions } from './unawaited-assertions.ts';

test.each([
	[
		'then without return',
		"test('a', () => {\n\tload().then((x) => {\n\t\texpect(x).toBe(1);\n\t});\n});",
		[3]
	],
	['catch without await', "test('a', async () => {\n\tload().catch((e) => expect(e).toBe(1));\n});", [2]],
	[
		'then, then finally',
		"test('a', () => {\n\tload().then((x) => expect(x).toBe(1)).finally(() => {});\n});",
		[2]
	],
	['void', "test('a', () => {\n\tvoid load().then((x) => expect(x).toBe(1));\n});", [2]],
	[
		'an async loop',
		"test('a', () => {\n\tlist.forEach(async (x) => {\n\t\texpect(await x).toBe(1);\n\t});\n});",
		[3]
	],
	['a timer', "test('a', () => {\n\tsetTimeout(() => expect(x).toBe(1), 10);\n});", [2]],
	[
		'an async function called at once',
		"test('a', () => {\n\t(async () => {\n\t\texpect(await x).toBe(1);\n\t})();\n});",
		[3]
	],
	[
		'a helper',
		"async function same(x) {\n\texpect(await x).toBe(1);\n}\ntest('a', () => {\n\tsame(2);\n});",
		[5]
	],
	[
		'a helper in a variable',
		"const same = async (x) => expect(await x).toBe(1);\ntest('a', async () => {\n\tsame(2);\n});",
		[3]
	],
	['assert', "test('a', () => {\n\tload().then((x) => assert.equal(x, 1));\n});", [2]]
])('%s is named, with the line of the assertion', (_, text, lines) => {
	expect(unawaitedAssertions(text)).toEqual(lines);
});

test.each([
	['return', "test('a', () => {\n\treturn load().then((x) => expect(x).toBe(1));\n});"],
	['an arrow that returns', "test('a', () => load().then((x) => expect(x).toBe(1)));"],
	['await', "test('a', async () => {\n\tawait load().then((x) => expect(x).toBe(1));\n});"],
	[
		'Promise.all',
		"test('a', async () => {\n\tawait Promise.all(list.map(async (x) => expect(await x).toBe(1)));\n});"
	],
	[
		'kept for later',
		"test('a', async () => {\n\tconst p = load().then((x) => expect(x).toBe(1));\n\tawait p;\n});"
	],
	['an ordinary loop', "test('a', () => {\n\tlist.forEach((x) => expect(x).toBe(1));\n});"],
	[
		'a chain without an assertion',
		"test('a', () => {\n\tload().then((x) => seen.push(x));\n\texpect(1).toBe(1);\n});"
	],
	[
		'in a promise',
		"test('a', () => new Promise((done) => {\n\tload().then((x) => {\n\t\texpect(x).toBe(1);\n\t\tdone();\n\t});\n}));"
	],
	[
		'fake timers',
		"vi.useFakeTimers();\ntest('a', () => {\n\tsetTimeout(() => expect(x).toBe(1), 10);\n\tvi.runAllTimers();\n});"
	],
	[
		'an awaited helper',
		"const same = async (x) => expect(await x).toBe(1);\ntest('a', async () => {\n\tawait same(2);\n\treturn same(3);\n});"
	],
	['resolves, which Vitest awaits itself', "test('a', () => {\n\texpect(load()).resolves.toBe(1);\n});"],
	['no JavaScript', "test('a', (): void => {});"]
])('%s is no unawaited assertion', (_, text) => {
	expect(unawaitedAssertions(text)).toEqual([]);
});

test.each([
	['a chain of calls', `test('a', () => {\n\tp${'.then((x) => expect(x).toBe(1))'.repeat(3000)};\n});`, [2]],
	['a chain of names', `x${'.y'.repeat(10_000)};\np.then(() => expect(1).toBe(1));`, [2]],
	['more than the parser can read', `${'['.repeat(20_000)}${']'.repeat(20_000)};`, []]
])('code that nests as deep as it likes is no error: %s', (_, text, lines) => {
	expect(unawaitedAssertions(text)).toEqual(lines);
});
