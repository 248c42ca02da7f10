import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { runCommand } from '../../src/cli/main.ts';
import { scriptedTerminal } from './scripted-terminal.ts';

const PAGE = resolve('exercises/programming/first-page');

async function grade(engine: string, handIn: string) {
	const terminal = scriptedTerminal();
	const args = ['grade', PAGE, '--files', `${PAGE}/${handIn}`, '--engine', engine];
	const code = await runCommand(args, terminal, new AbortController().signal, process.cwd());
	return { code, said: terminal.said.join('\n') };
}

test('a page is graded in Chromium, and nothing has to be said of that', { timeout: 120_000 }, async () => {
	expect(await grade('remote', 'solution')).toEqual({ code: 0, said: '' });
	expect(await grade('remote', 'start')).toEqual({ code: 1, said: '' });
});

test('a page that is graded without a browser is said to be provisional', async () => {
	const { code, said } = await grade('native', 'solution');
	expect(code).toBe(0);
	expect(said).toContain('A page exercise was judged on happy-dom, which is no browser');
});

test('a script of a page that cannot be read is the first fault of its hand-in, with its line', async () => {
	const exercise = resolve('exercises/programming/shared-bikes');
	const handIns = await mkdtemp(join(tmpdir(), 'passerelle-hand-ins-'));
	onTestFinished(() => rm(handIns, { recursive: true }));
	const solution = await readFile(join(exercise, 'solution/main.js'), 'utf8');
	await mkdir(join(handIns, 'aylin'));
	await writeFile(join(handIns, 'aylin/main.js'), solution.replace('async function', 'function'));

	const terminal = scriptedTerminal();
	const args = ['grade', exercise, '--all', handIns, '--engine', 'native'];
	await runCommand(args, terminal, new AbortController().signal, process.cwd());
	expect(terminal.printed.join('\n')).toMatch(
		/^aylin +not passed .* "await" can only be used inside an "async" function \(main\.js:\d+\)$/m
	);
});
