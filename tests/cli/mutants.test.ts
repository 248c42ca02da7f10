import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runCommand } from '../../src/cli/main.ts';
import { mutantsOutput } from '../../src/cli/mutants/report.ts';
import { PROJECT } from '../../src/cli/setup.ts';
import { scriptedTerminal } from './scripted-terminal.ts';

const ID = 'testing/first-test';
let folder: string;
beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'passerelle-mutants-'));
	await cp(join(PROJECT, 'exercises', ID), join(folder, ID), { recursive: true });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function mutants(...args: string[]) {
	const terminal = scriptedTerminal();
	const signal = new AbortController().signal;
	const code = await runCommand(['mutants', ...args, '--engine', 'native'], terminal, signal, folder);
	return { code, out: terminal.printed.join('\n'), said: terminal.said.join('\n') };
}

test('the solution notices each bug, and it is told by which test', async () => {
	const { code, out } = await mutants(ID, '--json');
	const { score, bugs, tests } = mutantsOutput.parse(JSON.parse(out));
	expect({ code, score, tests }).toEqual({ code: 0, score: 1, tests: 'solution' });
	expect(bugs.filter(({ id }) => id.startsWith('named:')).length).toBeGreaterThanOrEqual(3);
	for (const { state, killedBy, was, becomes, told, id } of bugs) {
		expect(state).toBe('caught');
		expect(killedBy.length).toBeGreaterThan(0);
		expect(was).not.toBe(becomes);
		expect(told !== null).toBe(id.startsWith('named:'));
	}
});

test('weak tests: what escapes comes first, with what it changes', async () => {
	const { code, out } = await mutants(ID, '--tests', 'wrong/far-from-the-limits');
	expect(code).toBe(1);
	expect(out).toMatch(/^✗ escaped {2}/);
	expect(out).toMatch(/\n {4}program\/price\.js:\d+\n {6}- .+\n {6}\+ .+\n/);
	expect(out).toMatch(/mutation score \d+ %\.$/);
	expect(out.indexOf('✗ escaped')).toBeLessThan(out.indexOf('✓ caught'));
});

test('an excluded bug is listed with its reason, and counts no more', async () => {
	const { out } = await mutants(ID, '--json');
	const before = mutantsOutput.parse(JSON.parse(out));
	const bug = before.bugs.find(({ told }) => told === null)!.id;
	const copy = 'testing/excluded';
	await cp(join(folder, ID), join(folder, copy), { recursive: true });
	const file = join(folder, copy, 'exercise.json');
	const manifest = JSON.parse(await readFile(file, 'utf8')) as Record<string, unknown>;
	const excluded = [{ bug, because: 'Nobody has to notice it.' }];
	await writeFile(file, JSON.stringify({ ...manifest, excluded }));
	const after = mutantsOutput.parse(JSON.parse((await mutants(copy, '--json')).out));
	expect(after.excluded).toEqual(excluded);
	expect(after.bugs.map(({ id }) => id)).toEqual(before.bugs.map(({ id }) => id).filter((id) => id !== bug));
	expect((await mutants(copy)).out).toContain(`– excluded  ${bug}: Nobody has to notice it.`);
});

test('tests of a folder; tests that are not valid are tried on no bug', async () => {
	await mkdir(join(folder, 'hers'));
	await writeFile(
		join(folder, 'hers/price.test.js'),
		"import { expect, test } from 'vitest';\ntest('wrong', () => expect(1).toBe(2));\n"
	);
	const { code, said } = await mutants(ID, '--files', join(folder, 'hers'));
	expect(code).toBe(2);
	expect(said).toMatch(/✗ wrong[^]*do not pass on the correct program/);
});

test.each([
	[['programming/cafe-till'], 'has no bugs that tests are tried on'],
	[[ID, '--tests', 'wrong/none'], 'has no tests "wrong/none". There are: '],
	[[], 'Say which exercise'],
	[[ID, '--tests', 'start', '--files', 'x'], 'exclude each other']
])('%j: the command was wrong, and it says why', async (args, why) => {
	const { code, said } = await mutants(...args);
	expect(code).toBe(2);
	expect(said).toContain(why);
});
