import { closeSync, openSync } from 'node:fs';

/** True where the terminal that the server was started from is closed: then the signal means its end. */
function terminalIsGone(): boolean {
	if (!process.stdin.isTTY) return false;
	try {
		closeSync(openSync('/dev/tty', 'r'));
		return false;
	} catch {
		return true;
	}
}

/**
 * Calls `reload` at each `kill -HUP`. Returns what stops the calls. Windows has no such signal: there the server is
 * started again.
 */
export function onReloadSignal(reload: () => void): () => void {
	if (process.platform === 'win32') return () => {};
	const heard = () => {
		if (terminalIsGone()) process.kill(process.pid, 'SIGTERM');
		else reload();
	};
	process.on('SIGHUP', heard);
	return () => void process.off('SIGHUP', heard);
}
