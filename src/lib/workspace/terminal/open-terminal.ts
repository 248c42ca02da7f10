import { FitAddon } from '@xterm/addon-fit';
import { Terminal } from '@xterm/xterm';
import '@xterm/xterm/css/xterm.css';
import type { Machine, Shell } from '../../engines/engine.ts';
import { onThemeChange, readTheme } from './terminal-theme.ts';

export interface OpenTerminal {
	focus(): void;
	dispose(): void;
}

export interface TerminalOptions {
	machine: Machine;
	/** The accessible name of what one types into. */
	label: string;
	/** The id of the text that says how to leave with the keyboard. */
	describedBy: string;
	/** The shell ended; the next key starts another one. */
	onExit: (code: number) => void;
}

/** What a shell's own words for "there is no such command" give. */
const NO_SHELL = 127;

/**
 * Tab belongs to the shell, so it would be a trap: after Escape it moves on, as everywhere else, and Shift+Tab moves
 * back. The Escape itself reaches the shell too.
 */
function freeTabAfterEscape(terminal: Terminal): void {
	let escaped = false;
	terminal.attachCustomKeyEventHandler((event) => {
		if (event.type !== 'keydown' || event.key === 'Shift') return true;
		const leaves = escaped && event.key === 'Tab';
		escaped = event.key === 'Escape';
		return !leaves;
	});
}

/** Follows the size of the host: hidden it has none, and the terminal keeps the last one. */
function followSize(host: HTMLElement, fit: FitAddon): () => void {
	const observer = new ResizeObserver(() => {
		if (host.clientWidth > 0 && host.clientHeight > 0) fit.fit();
	});
	observer.observe(host);
	return () => observer.disconnect();
}

/** Opens a terminal with a shell of the machine in it. */
export function openTerminal(host: HTMLElement, options: TerminalOptions): OpenTerminal {
	const style = getComputedStyle(host);
	const terminal = new Terminal({
		convertEol: false,
		cursorBlink: false,
		fontFamily: style.fontFamily,
		fontSize: Number.parseFloat(style.fontSize),
		lineHeight: 1.3,
		minimumContrastRatio: 4.5,
		screenReaderMode: true,
		theme: readTheme(host)
	});
	const fit = new FitAddon();
	terminal.loadAddon(fit);
	terminal.open(host);
	terminal.textarea?.setAttribute('aria-label', options.label);
	terminal.textarea?.setAttribute('aria-describedby', options.describedBy);
	freeTabAfterEscape(terminal);
	fit.fit();

	let shell: Shell | 'starting' | null = null;
	let disposed = false;
	async function start(): Promise<void> {
		if (shell) return;
		shell = 'starting';
		let code = NO_SHELL;
		try {
			const { cols, rows } = terminal;
			const started = await options.machine.shell({ cols, rows }, (text) => terminal.write(text));
			shell = started;
			if (disposed) started.kill();
			else if (terminal.cols !== cols || terminal.rows !== rows) started.resize(terminal);
			code = await started.exit;
		} catch {
			// Said by the exit code: there is no shell, or the machine is gone.
		}
		shell = null;
		if (!disposed) options.onExit(code);
	}
	const running = (): Shell | null => (shell === 'starting' ? null : shell);
	terminal.onData((text) => (shell ? running()?.write(text) : void start()));
	terminal.onResize(({ cols, rows }) => running()?.resize({ cols, rows }));
	const stops = [followSize(host, fit), onThemeChange(() => (terminal.options.theme = readTheme(host)))];
	void start();
	return {
		focus: () => terminal.focus(),
		dispose() {
			disposed = true;
			for (const stop of stops) stop();
			running()?.kill();
			terminal.dispose();
		}
	};
}
