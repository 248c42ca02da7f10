import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { withFails, wrongFails } from '../../src/cli/check/fix-fails.ts';
import { fixMessages } from '../../src/cli/check/fix-messages.ts';
import { runCommand } from '../../src/cli/main.ts';
import { openCheckRoots, never, type CheckRoots } from './check-roots.ts';
import { ID, SUITE, type Changes } from './late-tram.ts';
import { scriptedTerminal } from './scripted-terminal.ts';

describe('a messages file', () => {
	const spoken = {
		tests: ['late > on time', 'late > by 3', 'late > by 4', 'early'],
		notes: ['Planned 10, came 14: subtract.'],
		suites: 'expect(a, `Planned ${planned}, came ${came}: subtract.`); "Look at the clock first"'
	};
	const fixed = (value: object) => {
		const { text, ...about } = fixMessages(JSON.stringify(value), spoken)!;
		return { ...about, text: JSON.parse(text) as { tests: object; messages: object } };
	};

	test('gets a key for each test and message without one, in the order of the suite', () => {
		const { text, added, dropped } = fixed({ tests: { early: 'tôt' }, messages: {} });
		expect(Object.entries(text.tests)).toEqual([
			['late > on time', 'TODO'],
			['late > by 3', 'TODO'],
			['late > by 4', 'TODO'],
			['early', 'tôt']
		]);
		expect(text.messages).toEqual({ 'Planned 10, came 14: subtract.': 'TODO' });
		expect([added.length, dropped]).toEqual([4, []]);
	});

	test('keeps keys with placeholders that speak of a test, and every translation', () => {
		const { text, added } = fixed({
			tests: { early: 'tôt', 'late > by {n}': 'de {n}', 'late > on time': 'à l’heure' },
			messages: { 'Planned {a}, came {b}: subtract.': 'Prévu {a}', 'Look at the clock first': 'L’horloge' }
		});
		expect(Object.entries(text.tests)).toEqual([
			['early', 'tôt'],
			['late > by {n}', 'de {n}'],
			['late > on time', 'à l’heure']
		]);
		expect(added).toEqual([]);
	});

	test('loses what no test says, and it is told with its translation', () => {
		const { text, dropped } = fixed({
			tests: { 'late > on time': 'a', 'late > by {n}': 'b', early: 'c', 'greets a person': 'salue' },
			messages: { 'Say hello to {name}, with a comma.': 'Dis bonjour' }
		});
		expect(Object.keys(text.tests)).toEqual(['late > on time', 'late > by {n}', 'early']);
		expect(dropped).toEqual([
			['greets a person', 'salue'],
			['Say hello to {name}, with a comma.', 'Dis bonjour']
		]);
	});

	test('is written as it was: mark, indentation, line ends', () => {
		const before = '\uFEFF{\r\n  "tests": {},\r\n  "messages": {}\r\n}\r\n';
		const { text } = fixMessages(before, { tests: ['a'], notes: [], suites: '' })!;
		expect(text).toBe('\uFEFF{\r\n  "tests": {\r\n    "a": "TODO"\r\n  },\r\n  "messages": {}\r\n}\r\n');
	});

	test.each(['{', '[]', '{ "tests": [] }', '{ "tests": { "a": 1 } }'])('%s is left alone', (text) => {
		expect(fixMessages(text, spoken)).toBeNull();
	});
});

describe('wrong.json', () => {
	test('names what a mistake does fail, in the order of the suite', () => {
		const params = { mistake: 'adds', also: ['c', 'a'], not: ['b'], status: 'ran' };
		const found = [{ code: 'wrong-fails-others', detail: 'wrong-fails-others', file: 'x', params } as const];
		expect(wrongFails(found, new Map([['adds', ['b', 'd']]]), ['a', 'b', 'c', 'd'])).toEqual([
			{ mistake: 'adds', fails: ['a', 'c', 'd'] }
		]);
	});

	test('keeps what else is written in it', () => {
		const text = withFails('{\r\n\t"$schema": "../x",\r\n\t"fails": ["b"]\r\n}\r\n', ['a', 'c']);
		expect(JSON.parse(text)).toEqual({ $schema: '../x', fails: ['a', 'c'] });
		expect(text).toMatch(/^\{\r\n\t"\$schema": "\.\.\/x",\r\n\t"fails": \[/);
		expect(withFails('{', ['a'])).toBe('{');
	});
});

describe('check --fix', () => {
	let roots: CheckRoots;
	beforeAll(async () => void (roots = await openCheckRoots()));
	afterAll(() => roots.close());

	const CHANGED: Changes = {
		'tests/main.test.js': SUITE.replace('a late tram', 'a tram that comes late'),
		'messages.nl.json': null,
		'wrong/adds/wrong.json': null
	};

	async function fix(answers: Readonly<Record<string, string>>, ...flags: string[]) {
		const root = await roots.newRoot(CHANGED);
		const terminal = scriptedTerminal(answers);
		const args = ['check', root, '--fix', '--engine', 'native', '--trusted', ...flags];
		const code = await runCommand(args, terminal, never, roots.folder);
		const read = async (path: string): Promise<unknown> =>
			JSON.parse(await readFile(join(root, ID, path), 'utf8'));
		return { root, code, read, out: terminal.printed.join('\n'), said: terminal.said.join('\n') };
	}

	test('leaves only sentences that need a human, each at its line', async () => {
		const { root, code, read, out, said } = await fix({}, '--fails');
		expect(await read('wrong/adds/wrong.json')).toEqual({
			fails: ['late > a tram on time', 'late > a tram that comes late']
		});
		expect(await read('wrong/never-late/wrong.json')).toEqual({ fails: ['late > a tram that comes late'] });
		expect(await read('messages.fr.json')).toMatchObject({
			tests: {
				'late > a tram on time': 'en retard > un tram à l’heure',
				'late > a tram that comes late': 'TODO'
			}
		});
		expect(await read('messages.nl.json')).toEqual({
			tests: { 'late > a tram on time': 'TODO', 'late > a tram that comes late': 'TODO' },
			messages: {
				'Planned 10, came 10: nobody waited for it.': 'TODO',
				'Planned 10, came 14: subtract the planned minute.': 'TODO'
			}
		});
		expect(said).toContain('taken out, because no test says it: "late > a late tram"');
		expect(out).toMatch(
			/messages\.fr\.json:\d+ {2}The test "late > a tram that comes late" has no translation\./
		);
		expect(out).toMatch(/\n1 exercise, 5 problems, /);
		expect(code).toBe(1);
		for (const locale of ['fr', 'nl']) {
			const path = join(root, ID, `messages.${locale}.json`);
			const written = (await readFile(path, 'utf8')).replaceAll('"TODO"', '"une phrase ou une autre"');
			await writeFile(path, written);
		}
		const terminal = scriptedTerminal();
		await runCommand(['check', root, '--engine', 'native', '--trusted'], terminal, never, roots.folder);
		expect(terminal.printed.join('\n')).not.toMatch(/untranslated|has no translation/);
	});

	test('fills an empty list of failed tests like one that is missing', async () => {
		const root = await roots.newRoot({ 'wrong/adds/wrong.json': '{ "fails": [] }' });
		const args = ['check', root, '--fix', '--fails', '--engine', 'native', '--trusted'];
		expect(await runCommand(args, scriptedTerminal(), never, roots.folder)).toBe(0);
		expect(JSON.parse(await readFile(join(root, ID, 'wrong/adds/wrong.json'), 'utf8'))).toEqual({
			fails: ['late > a tram on time', 'late > a late tram']
		});
	});

	test('asks before it fills "fails"; where nobody sits it says which flag does it', async () => {
		const asked = await fix({ 'The mistake': 'yes' });
		expect(await asked.read('wrong/adds/wrong.json')).toMatchObject({ fails: { length: 2 } });
		const alone = await fix({});
		expect(await alone.read('wrong/adds/wrong.json')).toEqual({ fails: ['TODO'] });
		expect(alone.said).toContain('Must it fail exactly this? Give --fails to write it.');
	});
});
