import { afterEach, expect, test, vi } from 'vitest';
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
