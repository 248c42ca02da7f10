import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { chooseEngine } from '../../src/cli/engine-option.ts';
import { foreignCode } from '../../src/cli/foreign-code.ts';
import { runCommand } from '../../src/cli/main.ts';
import { PROJECT } from '../../src/cli/setup.ts';
import { NobodyAnswers } from '../../src/cli/terminal.ts';
import { ExerciseCopy } from '../support/exercise-copy.ts';
import { scriptedTerminal } from './scripted-terminal.ts';

const own = { foreign: null, trusted: false, flag: '--trusted' };
const foreign = { ...own, foreign: 'code of somebody else' };
const never = new AbortController().signal;
const ORIGIN = '"origin": { "source": "https://a.example/", "licence": "MIT" },\n\t"points": 10,';

let copy: ExerciseCopy;
beforeEach(() => void (copy = new ExerciseCopy('programming/shout')));
afterEach(() => {
	copy.dispose();
	vi.unstubAllEnvs();
});

const withoutDeno = (): void => void vi.stubEnv('DENO_BIN', '/nowhere/deno');

describe('where Deno is', () => {
	test('code runs in the sandbox, whoever wrote it', async () => {
		for (const wish of [own, foreign])
			expect(await chooseEngine({ ...wish, typed: undefined }, scriptedTerminal())).toBe('remote');
	});

	test("only by name, the project's own exercises run in threads, and nobody is asked", async () => {
		const terminal = scriptedTerminal();
		expect(await chooseEngine({ ...own, typed: 'native' }, terminal)).toBe('native');
		expect(terminal.asked).toEqual([]);
	});

	test('code of others runs in threads when a person says yes, and not when they say no', async () => {
		const answer = (word: string) =>
			chooseEngine({ ...foreign, typed: 'native' }, scriptedTerminal({ 'This is code of somebody': word }));
		expect(await answer('yes')).toBe('native');
		await expect(answer('no')).rejects.toThrow('Nothing was run. Give --engine remote, or --trusted');
	});

	test('where nobody can answer it is refused, with what to do; a flag that says so is enough', async () => {
		const terminal = scriptedTerminal();
		const refused = chooseEngine({ ...foreign, typed: 'native' }, terminal);
		await expect(refused).rejects.toThrow(NobodyAnswers);
		await expect(refused).rejects.toThrow('--engine remote, or --trusted if you have read the code');
		expect(terminal.said.join()).toContain('can do whatever you can');
		expect(await chooseEngine({ ...foreign, typed: 'native', trusted: true }, terminal)).toBe('native');
	});
});

describe('without Deno', () => {
	beforeEach(withoutDeno);

	test("the project's own exercises run in threads, and it is said", async () => {
		const terminal = scriptedTerminal();
		expect(await chooseEngine({ ...own, typed: undefined }, terminal)).toBe('native');
		expect(terminal.said.join()).toContain('Deno is not installed');
	});

	test.each([
		['preview', (): string[] => [copy.folder]],
		['check', () => [copy.folder]],
		['grade', () => [copy.folder, '--files', `${copy.folder}/start`]],
		['import', () => ['jest', copy.root, '--out', `${copy.root}/out`]]
	])('%s of code of others is refused where nobody can answer', async (verb, args) => {
		const terminal = scriptedTerminal();
		const code = await runCommand([verb, ...args()], terminal, never, copy.root);
		expect(code).toBe(2);
		expect(terminal.said.join('\n')).toMatch(/Deno is not installed.*\n.*Nobody can answer here\. Give --/);
	});
});

test("what lies elsewhere or has an origin is not the project's own", async () => {
	const shout = `${PROJECT}/exercises/programming/shout`;
	expect(await foreignCode([shout])).toBeNull();
	expect(await foreignCode([shout, copy.folder])).toContain(copy.folder);
	expect(await foreignCode([`${PROJECT}/exercises/../tests/fixtures/outcomes/pass`])).toContain(
		'not Passerelle'
	);
	expect(await foreignCode([copy.folder], copy.root)).toBeNull();
	copy.change('exercise.json', '"points": 10,', ORIGIN);
	expect(await foreignCode([copy.folder], copy.root)).toContain('code of somebody else');
});
