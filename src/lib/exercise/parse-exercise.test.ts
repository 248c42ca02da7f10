import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { spoken } from '../coach-words/problem-words.ts';
import { KNOWN_LIMITS } from '../contract/exercise.ts';
import { PROBLEM_CODES, type Problem } from '../contract/problem.ts';
import { chance } from '../engines/harness/setting/chance.ts';
import { asCodeExercise } from '../kinds/code/exercise.ts';
import { kinds } from '../kinds/kinds.ts';
import { checkSuiteNames, type CollectedNames } from './check-suite-names.ts';
import { exerciseOfTexts, parseExercise } from './parse-exercise.ts';

const ROOT = 'tests/fixtures/folders';
const ID = 'programming/twice';
const hash = (text: string): string => createHash('sha256').update(text).digest('hex');

type Files = Map<string, Uint8Array | string>;
type Found = Pick<Problem, 'code' | 'file'> & { line?: number };

function readAll(folder: string, prefix = ''): [string, Buffer][] {
	return readdirSync(`${folder}/${prefix}`, { withFileTypes: true }).flatMap((entry): [string, Buffer][] => {
		const path = `${prefix}${entry.name}`;
		if (entry.isDirectory()) return readAll(folder, `${path}/`);
		return [[path, readFileSync(`${folder}/${path}`)]];
	});
}

const good = new Map(readAll(`${ROOT}/ok`).filter(([path]) => !path.startsWith('_')));
const goodNames: CollectedNames = {
	hidden: ['twice > doubles 2', 'twice > doubles 5'],
	examples: ['doubles 1, as you can see']
};

/** The good folder with a case laid over it, and what is expected of the result. */
function loadCase(name: string): { files: Files; names: CollectedNames; expected: Found[] } {
	const overlay = new Map(readAll(`${ROOT}/${name}`));
	const special = <T>(file: string, fallback: T): T => {
		const content = overlay.get(file);
		return content ? (JSON.parse(content.toString()) as T) : fallback;
	};
	const files: Files = new Map([...good, ...[...overlay].filter(([path]) => !path.startsWith('_'))]);
	for (const path of special<string[]>('_delete.json', [])) {
		if (!files.delete(path)) throw new Error(`${name} deletes ${path}, which is not there`);
	}
	return {
		files,
		names: special('_names.json', goodNames),
		expected: special<Found[]>('_expect.json', []).map((one) => ({ ...one, file: `${ID}/${one.file}` }))
	};
}

function problemsOf(files: Files, names: CollectedNames = goodNames, id: string = ID): Problem[] {
	const parsed = parseExercise(id, files, { hash, kinds: kinds.all });
	if (!parsed.ok) return parsed.problems;
	const sources = new Map([...files].map(([path, content]) => [`${id}/${path}`, content.toString()]));
	return checkSuiteNames(parsed.exercise, names, kinds.get('code'), sources);
}

const brief = (problems: readonly Problem[]): Found[] =>
	problems.map(({ code, file, line }) => (line === undefined ? { code, file } : { code, file, line }));

const cases = readdirSync(ROOT);
const generated: [string, Problem['code'], string, Uint8Array | string][] = [
	['a file of 10 MB', 'file-too-large', 'start/main.js', new Uint8Array(10_000_000).fill(97)],
	[
		'a file one byte too large',
		'file-too-large',
		'start/main.js',
		'é'.repeat(KNOWN_LIMITS.fileBytes / 2) + 'x'
	],
	['a picture', 'not-utf8', 'brief.fr.md', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0xff, 0xfe])],
	['Latin-1', 'not-utf8', 'brief.fr.md', Buffer.from('caf\u00e9', 'latin1')],
	['a text with a zero byte', 'not-utf8', 'brief.fr.md', 'a\0b'],
	['a file outside the folder', 'unsafe-path', '../x.js', 'x'],
	['".." in the middle', 'unsafe-path', 'start/../../x.js', 'x'],
	['"." as a name', 'unsafe-path', 'start/./x.js', 'x'],
	['an absolute path', 'unsafe-path', '/etc/passwd', 'x'],
	['a Windows drive', 'unsafe-path', 'C:/x.js', 'x'],
	['a backslash', 'unsafe-path', 'start\\x.js', 'x'],
	['an empty name', 'unsafe-path', 'start//x.js', 'x'],
	['a space', 'unsafe-path', 'start/my file.js', 'x'],
	['a line break', 'unsafe-path', 'start/a\nb.js', 'x'],
	['a name that JavaScript reserves', 'unsafe-path', 'start/__proto__', 'x'],
	['a very long path', 'unsafe-path', `start/${'a/'.repeat(150)}x.js`, 'x']
];

describe('parseExercise', () => {
	test.each(cases)('finds exactly what is wrong: %s', (name) => {
		const { files, names, expected } = loadCase(name);
		const problems = problemsOf(files, names);
		expect(brief(problems)).toEqual(expected);
		for (const { message, fix } of problems.map((one) => spoken(one, kinds))) {
			expect(message).toMatch(/^\S.{5,}[.?]$/s);
			expect(fix.length).toBeGreaterThan(10);
		}
	});

	test.each(generated)('refuses %s', (_name, code, path, content) => {
		expect(brief(problemsOf(new Map([...good, [path, content]])))).toEqual([{ code, file: `${ID}/${path}` }]);
	});

	test('refuses a folder that is too large, though each file is not', () => {
		const files: Files = new Map(good);
		for (let index = 0; index < 9; index++) files.set(`tests/data-${index}.js`, 'x'.repeat(250 * 1024));
		expect(brief(problemsOf(files))).toEqual([{ code: 'folder-too-large', file: ID }]);
	});

	test.each([
		'twice',
		'Programming/twice',
		'programming/../twice',
		'programming/twice/deep',
		'programming/été',
		''
	])('refuses the id "%s"', (id) => {
		expect(brief(problemsOf(new Map(good), goodNames, id))).toEqual([{ code: 'unsafe-path', file: id }]);
	});

	test('every code about a folder has a case named after it', () => {
		const elsewhere =
			/^(map-|duplicate-|switched-off-|compile-error|collect-failed|missing-package|prerequisite-cycle|unknown-prerequisite|former-name-|text-too-|few-hints|open-prototypes|no-note|same-text|not-translated|unexplained-name|not-available|broken-link|html-in-text|suite-in-brief|few-mistakes|few-bugs|unknown-bug|start-|solution-|also-|examples-|wrong-|test-|unstable-test|surviving-|outdated-|second-try|unawaited-assertion|done-callback|note-|near-time-limit|engine-)/;
		const missing = PROBLEM_CODES.filter(
			(code) =>
				!elsewhere.test(code) &&
				code !== 'folder-too-large' &&
				!cases.some((name) => name.startsWith(code)) &&
				!generated.some(([, one]) => one === code)
		);
		expect(missing).toEqual([]);
	});
});

describe('a good folder', () => {
	const parse = (files: Files) => {
		const parsed = parseExercise(ID, files, { hash, kinds: kinds.all });
		if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
		return asCodeExercise(parsed.exercise);
	};
	const exercise = parse(good);

	test('becomes an exercise', () => {
		expect(exercise).toMatchObject({ id: ID, manifest: { timeLimitMs: 2000, allowPrototype: false } });
		expect(Object.keys(exercise.start)).toEqual(['given.js', 'main.js']);
		expect(Object.keys(exercise.tests)).toEqual(['tests/main.test.js']);
		expect(Object.keys(exercise.examples)).toEqual(['examples/main.test.js']);
		expect(Object.keys(exercise.solution)).toEqual(['main.js']);
		expect(exercise.wrong).toEqual([
			{
				name: 'adds-two',
				files: { 'main.js': expect.stringContaining('n + 2') },
				fails: ['twice > doubles 5']
			}
		]);
	});

	test('has as many hints as written, and --- in a code block is part of a hint', () => {
		expect(exercise.hints.en).toEqual(['Which sum gives twice a number?', 'Use `*`.']);
		expect(exercise.hints.fr[1]).toContain('// ---\nn * 3\n---\n```');
	});

	test('has one hash whatever the order, the line ends and the byte order mark', () => {
		const windows = [...good].reverse().map(([path, content]): [string, string] => {
			return [path, '\uFEFF' + content.toString().replaceAll('\n', '\r\n')];
		});
		expect(parse(new Map(windows))).toEqual(exercise);
		expect(exercise.hash).toMatch(/^[0-9a-f]{64}$/);
	});

	test('has another hash when any text or name changes, but not with its notes', () => {
		const changed = (path: string, content: string): string =>
			parse(new Map<string, string | Uint8Array>([...good, [path, content]])).hash;
		expect(changed('README.md', 'other notes')).toBe(exercise.hash);
		const hashes = ['brief.fr.md', 'tests/main.test.js', 'solution/main.js', 'tests/tools.js'].map((path) =>
			changed(path, 'changed')
		);
		expect(new Set([...hashes, exercise.hash]).size).toBe(5);
	});
});

test('500 damaged folders give an exercise or problems, and never an exception', () => {
	// The same folders in every run.
	const random = chance(20261122);
	const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
	const damages: ((text: Buffer) => Buffer)[] = [
		(text) => text.subarray(0, Math.floor(random() * text.length)),
		(text) => Buffer.concat([text, text]),
		(text) => Buffer.from(text.map((byte) => (random() < 0.02 ? Math.floor(random() * 256) : byte))),
		(text) =>
			Buffer.from(
				text
					.toString()
					.replace(pick([/"/, /:/, /\{/, /\}/, /,/, /\n/]), pick(['', '[', '__proto__', '\0', '{}']))
			),
		(text) =>
			Buffer.from(
				text
					.toString()
					.replaceAll(/"[^"]*"/g, (found) =>
						random() < 0.1 ? pick(['null', '1', '{}', '[]', '"__proto__"']) : found
					)
			),
		() =>
			Buffer.from(
				pick(['', 'null', '{"__proto__": 1}', '[[[[', '"', '---\n---', '{"tests": {"{a}{b}": "{c}"}}'])
			)
	];
	const names = [
		...good.keys(),
		'__proto__',
		'constructor',
		'wrong/a/b/c',
		'start/',
		'tests',
		'../../x',
		'wrong/adds-two'
	];
	let refused = 0;
	for (let round = 0; round < 500; round++) {
		const files: Files = new Map(good);
		for (let damage = 0; damage <= random() * 4; damage++) {
			const path = pick([...files.keys()]);
			const content = Buffer.from(files.get(path) ?? '');
			if (random() < 0.2) files.delete(path);
			if (random() < 0.2) files.set(pick(names), content);
			else if (files.has(path)) files.set(path, pick(damages)(content));
		}
		const problems = problemsOf(files);
		if (problems.length > 0) refused++;
		for (const problem of problems) expect(PROBLEM_CODES).toContain(problem.code);
	}
	expect(refused).toBeGreaterThan(300);
	expect(Object.prototype).not.toHaveProperty('main.js');
});

test('an exercise is the same when it is read again of the text that its hash was made of', () => {
	let texts = '';
	const keep = (text: string): string => hash((texts = text));
	const start = '\uFEFF\uFEFFexport const twice = 1;\r\n// \u2028 \ud83d\n';
	const files: Files = new Map<string, Uint8Array | string>(good).set('start/main.js', start);
	const parsed = parseExercise(ID, files, { hash: keep, kinds: kinds.all });
	if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
	expect(exerciseOfTexts(ID, texts, { hash, kinds: kinds.all })).toEqual(parsed.exercise);
	expect(() => exerciseOfTexts(ID, '[]', { hash, kinds: kinds.all })).toThrow(ID);
});
