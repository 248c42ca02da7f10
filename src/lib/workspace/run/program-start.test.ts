import { expect, test } from 'vitest';
import { NO_START, programStart, splitArguments, startFields, startKeeper } from './program-start.ts';

test.each([
	['', []],
	['   ', []],
	['12.50 3', ['12.50', '3']],
	['--name "Fernand Cocq" x', ['--name', 'Fernand Cocq', 'x']],
	["'a b' c", ['a b', 'c']],
	['--title="two words"', ['--title=two words']],
	['""', ['']],
	["l'heure", ["l'heure"]],
	['a\nb\tc', ['a', 'b', 'c']]
])('%j is split as a shell would', (line, words) => {
	expect(splitArguments(line)).toEqual(words);
});

test.each<[string, 'worker' | 'node', string, [boolean, boolean]]>([
	['reads its arguments', 'node', 'const [, , price] = process.argv;', [true, false]],
	['reads its input', 'node', 'for await (const line of process.stdin) {}', [false, true]],
	['reads file 0', 'node', "readFileSync(0, 'utf8')", [false, true]],
	['reads neither', 'node', 'console.log("argument");', [false, false]],
	['is no program of Node', 'worker', 'process.argv; process.stdin', [false, false]]
])('a program that %s is asked for what it takes', (_, need, code, [args, input]) => {
	expect(startFields(need, { 'main.js': code })).toEqual({ args, input });
});

test('what is started has no more than the server takes, and nothing that is not asked for', () => {
	const texts = { args: `${'x '.repeat(99)}${'y'.repeat(5000)}`, input: 'z'.repeat(20_000) };
	const { args, input } = programStart(texts, { args: true, input: true }, false);
	expect([args.length, input.length]).toEqual([50, 10_000]);
	const nothing = { args: false, input: false };
	expect(programStart(texts, nothing, false)).toEqual({ args: [], input: '' });
	expect(programStart(texts, nothing, true)).toEqual({ args: [], input: '', serves: true });
});

test('each exercise and each person keeps their own, and a broken or forbidden store keeps nothing', () => {
	const kept = new Map<string, string>();
	const store = {
		getItem: (key: string) => kept.get(key) ?? null,
		setItem: (key: string, value: string) => void kept.set(key, value),
		removeItem: (key: string) => void kept.delete(key)
	};
	const keeper = startKeeper(store, 'a/b', 'passerelle');
	keeper.write({ args: '1 2', input: 'x' });
	expect(keeper.read()).toEqual({ args: '1 2', input: 'x' });
	expect(startKeeper(store, 'a/c', 'passerelle').read()).toEqual(NO_START);
	expect(startKeeper(store, 'a/b', 'passerelle.2').read()).toEqual(NO_START);
	keeper.write(NO_START);
	expect(kept.size).toBe(0);
	kept.set('passerelle.start.a/b', 'null');
	expect(keeper.read()).toEqual(NO_START);
	expect(startKeeper(null, 'a/b', 'passerelle').read()).toEqual(NO_START);
	startKeeper(null, 'a/b', 'passerelle').write({ args: 'x', input: '' });
});
