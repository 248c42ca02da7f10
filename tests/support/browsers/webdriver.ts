/** A command of the WebDriver standard, as far as tests use it: each way to a browser says it in its own words. */
export interface WebDriver {
	goto(url: string): Promise<void>;
	/** Runs the body of an async function in the page. What it returns must be JSON; what it throws rejects. */
	evaluate<T>(body: string, ...args: readonly unknown[]): Promise<T>;
	close(): Promise<void>;
}

/** A script may run as long as a test does; a page may load for as long as on a busy machine. */
export const TIMEOUTS = { script: 120_000, pageLoad: 60_000, implicit: 0 };

/** Nobody listens there: for a proxy that leads nowhere. */
export const CLOSED_PORT = 9;

/** Hands what the body returns, or throws, to WebDriver's callback. */
const asyncBody = (body: string): string => `
const done = arguments[arguments.length - 1];
const given = Array.prototype.slice.call(arguments, 0, -1);
(async (...args) => { ${body} })(...given).then(
	(value) => done(JSON.stringify({ value })),
	(error) => done(JSON.stringify({ error: String(error) }))
);`;

/** Sends a command: its name in the HTTP protocol, its method there, and what goes along. */
export type Command = (method: 'GET' | 'POST' | 'DELETE', name: string, body?: object) => Promise<unknown>;

/** What a browser does, said over a session's commands. */
export function driverOver(command: Command, end: () => Promise<void>): WebDriver {
	return {
		goto: async (url) => void (await command('POST', 'url', { url })),
		async evaluate<T>(body: string, ...args: readonly unknown[]) {
			const told = await command('POST', 'execute/async', { script: asyncBody(body), args });
			const { value, error } = JSON.parse(told as string) as { value: T; error?: string };
			if (error !== undefined) throw new Error(error);
			return value;
		},
		close: end
	};
}
