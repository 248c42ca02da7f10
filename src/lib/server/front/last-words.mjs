/** Lines a minute: what visitors can cause must not fill a disk. */
const LINES = 30;

/**
 * `console.error`, so many times a minute; what is left out is counted.
 * @param {(...said: unknown[]) => void} [write]
 * @param {() => number} [now] Milliseconds.
 */
export function createLog(write = console.error, now = () => performance.now()) {
	let since = now();
	let lines = 0;
	return (/** @type {unknown[]} */ ...said) => {
		if (now() - since >= 60_000) {
			if (lines > LINES) write(`${lines - LINES} lines like these were left out.`);
			since = now();
			lines = 0;
		}
		lines += 1;
		if (lines <= LINES) write(...said);
	};
}

/**
 * A fault that nobody caught leaves the process in a state that nobody knows: it is said, visitors' answers may end, and
 * the process ends with 1, so that what supervises it starts another. A promise that nobody waited for is one visitor's
 * affair: it is said, and the others are served (the adapter waits for none of its own).
 * @param {{ end: (code: number) => void, write?: (...said: unknown[]) => void }} options
 * @returns {() => void} What takes the listeners away.
 */
export function endOnFault({ end, write = console.error }) {
	/** @param {unknown} error */
	const thrown = (error) => {
		write('An error that nobody caught: the server ends.', error);
		end(1);
	};
	/** @param {unknown} reason */
	const rejected = (reason) => write('A rejection that nobody caught.', reason);
	process.on('uncaughtException', thrown);
	process.on('unhandledRejection', rejected);
	return () => {
		process.off('uncaughtException', thrown);
		process.off('unhandledRejection', rejected);
	};
}
