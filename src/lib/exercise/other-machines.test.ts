import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { spoken } from '../coach-words/problem-words.ts';
import { asCodeExercise } from '../kinds/code/exercise.ts';
import { kinds } from '../kinds/kinds.ts';
import { checkSuiteNames } from './check-suite-names.ts';
import { locateJson } from './json-lines.ts';
import { isNear } from './near-names.ts';
import { parseExercise } from './parse-exercise.ts';
import { parseMap } from './parse-map.ts';

const ID = 'programming/twice';
const OK = 'tests/fixtures/folders/ok';
type Content = Uint8Array | string;
type Changes = Readonly<Record<string, Content | null>>;

const good = new Map<string, Content>(
	readdirSync(OK, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile() && !entry.name.startsWith('_'))
		.map(({ parentPath, name }) => `${parentPath}/${name}`)
		.map((path) => [path.slice(OK.length + 1), readFileSync(path, 'utf8')])
);

function parse(changes: Changes) {
	const files = new Map(good);
	for (const [path, content] of Object.entries(changes))
		if (content === null) files.delete(path);
		else files.set(path, content);
	return parseExercise(ID, files, { hash: (text) => text, kinds: kinds.all });
}

function said(changes: Changes): string[] {
	const parsed = parse(changes);
	if (parsed.ok) return [];
	return parsed.problems.map((one) => {
		const { file, message } = spoken(one, kinds);
		return `${file.slice(ID.length + 1)}: ${message}`;
	});
}

const text = (path: string): string => String(good.get(path));
const utf16 = (written: string): Buffer => Buffer.from(`\uFEFF${written}`, 'utf16le');
const start = text('start/main.js');

test.each([
	'desktop.ini',
	'Desktop.ini',
	'Thumbs.db',
	'start/Thumbs.db',
	'tests/.DS_Store',
	'~$brief.fr.docx',
	'start/main.js~',
	'__MACOSX/start/main.js'
])('%s, which a system leaves behind, is no part of an exercise', (path) => {
	const parsed = parse({ [path]: new Uint8Array([0, 1, 2, 255]) });
	expect(parsed.ok).toBe(true);
	expect(parsed).toEqual(parse({}));
});

test.each<[string, Changes, string[]]>([
	[
		'a capital',
		{ 'start/main.js': null, 'start/Main.js': start },
		['start/Main.js: Found start/Main.js, expected start/main.js.']
	],
	[
		'an ending that Windows hides',
		{ 'brief.fr.md': null, 'brief.fr.md.txt': text('brief.fr.md') },
		['brief.fr.md.txt: Found brief.fr.md.txt, expected brief.fr.md.']
	],
	[
		'a second download',
		{ 'messages.nl.json': null, 'messages.nl (1).json': text('messages.nl.json') },
		['messages.nl (1).json: Found messages.nl (1).json, expected messages.nl.json.']
	],
	[
		'a suite with a capital',
		{ 'tests/main.test.js': null, 'tests/main.Test.js': text('tests/main.test.js') },
		['tests/main.Test.js: Found tests/main.Test.js, expected tests/main.test.js.']
	],
	[
		'a second suite with a capital',
		{ 'tests/more.Spec.js': text('tests/main.test.js') },
		['tests/more.Spec.js: Found tests/more.Spec.js, expected tests/more.test.js.']
	],
	[
		'two names that differ by case',
		{ 'tests/Tools.js': '', 'tests/tools.js': '' },
		[
			'tests/tools.js: "tests/tools.js" and "tests/Tools.js" differ only in capitals: on Windows and on a Mac they are one file.'
		]
	],
	[
		'UTF-16',
		{ 'start/main.js': utf16(start) },
		['start/main.js: The file is saved as UTF-16, not as UTF-8.']
	],
	[
		'UTF-16 without a mark',
		{ 'start/main.js': utf16(start).subarray(2) },
		['start/main.js: The file is saved as UTF-16, not as UTF-8.']
	],
	[
		'Latin-1',
		{ 'brief.fr.md': Buffer.from('Écris à côté\n', 'latin1') },
		['brief.fr.md: The file is saved as Windows-1252, not as UTF-8.']
	],
	[
		'a picture',
		{ 'brief.fr.md': new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]) },
		['brief.fr.md: The file is not text in UTF-8.']
	]
])('%s is named, once', (_, changes, expected) => {
	expect(said(changes)).toEqual(expected);
});

test.each([
	['start/app.js', 'start/main.js', false],
	['start/main.js', 'start/main.js', false],
	['start/main - Copie.js', 'start/main.js', true],
	['start/e\u0301te.js', 'start/\u00e9te.js', true]
])('%s near %s: %s', (found, expected, near) => {
	expect(isNear(found, expected)).toBe(near);
});

test('a map with a byte order mark is read, and its lines are found', () => {
	const map = readFileSync('exercises/map.json', 'utf8');
	expect(parseMap(`\uFEFF${map}`)).toEqual(parseMap(map));
	const located = locateJson('\uFEFF{\n"a": 1,\n"b": 2\n}');
	expect(located.ok && [located.json.value, located.json.line(['b'])]).toEqual([{ a: 1, b: 2 }, 3]);
});

test('two tests of one name are named, at the second', () => {
	const suite = [2, 5].map((n) => `test('doubles 2', () => expect(twice(${n})).toBe(${n * 2}));\n`).join('');
	const parsed = parse({
		'tests/main.test.js': suite,
		'wrong/adds-two/wrong.json': '{ "fails": ["twice > doubles 2"] }'
	});
	if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
	const names = {
		hidden: ['twice > doubles 2', 'twice > doubles 2'],
		examples: ['doubles 1, as you can see']
	};
	const found = checkSuiteNames(asCodeExercise(parsed.exercise), names, kinds.get('code'));
	const twice = found.find(({ code }) => code === 'duplicate-test')!;
	expect(spoken(twice, kinds)).toMatchObject({
		file: `${ID}/tests/main.test.js`,
		line: 2,
		message: 'Two tests are called "twice > doubles 2".'
	});
});
