import { afterEach, expect, test, vi } from 'vitest';
import { plainJson } from '../../src/cli/plain-text.ts';
import { processTerminal } from '../../src/cli/terminal.ts';

const { stdin, stderr } = process;
const before = { stdin: stdin.isTTY, stderr: stderr.isTTY, setRawMode: stdin.setRawMode };
afterEach(() => {
	Object.assign(stdin, { isTTY: before.stdin, setRawMode: before.setRawMode });
	Object.assign(stderr, { isTTY: before.stderr });
	vi.restoreAllMocks();
});

test('while a bar is drawn Ctrl+C stays a signal, so that the command ends with its own exit code', () => {
	const setRawMode = vi.fn();
	Object.assign(stdin, { isTTY: true, setRawMode });
	Object.assign(stderr, { isTTY: true });
	vi.spyOn(stderr, 'write').mockReturnValue(true);
	const bar = processTerminal().progress('Checking', 3);
	const modes = setRawMode.mock.calls.map(([raw]) => raw as boolean);
	bar.end();
	expect(modes.at(-1)).toBe(false);
});

test('a foreign text neither reaches the clipboard nor moves the cursor nor turns words around', () => {
	const written: string[] = [];
	const remember = (chunk: unknown): boolean => written.push(String(chunk)) > 0;
	vi.spyOn(process.stdout, 'write').mockImplementation(remember);
	vi.spyOn(stderr, 'write').mockImplementation(remember);
	const terminal = processTerminal();
	const hostile =
		'a\u001b]52;c;ZWNobyBv\u0007b\u001b[2J\u009b1Ac\r0 problems\u202ed\u2066e\u200f\u007f\tf\ng';
	terminal.out(hostile);
	terminal.say(hostile);
	terminal.out(plainJson({ name: hostile }));
	expect(written.slice(0, 2)).toEqual(Array(2).fill('a]52;c;ZWNobyBvb[2J1Ac0 problemsde\tf\ng\n'));
	expect(JSON.parse(written[2]!)).toEqual({ name: hostile });
	expect(written[2]).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
});
