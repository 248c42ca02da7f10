/** A command of the WebDriver standard, as far as tests use it: each way to a browser says it in its own words. */
export interface WebDriver {
	goto(url: string): Promise<void>;
	/** Runs the body of an async function in the page. What it returns must be JSON; what it throws rejects. */
	evaluate<T>(body: string, ...args: readonly unknown[]): Promise<T>;
	/** Presses keys together, as a person would, and lets them go: "Tab", "Shift+Tab", "Control+a". */
	press(keys: string): Promise<void>;
	/** Presses one key after another; a line break is Enter. */
	type(text: string): Promise<void>;
	/** Of the window's content, CSS pixels; as near as the browser comes. */
	resize(width: number, height: number): Promise<void>;
	/** What is in sight, as a PNG. */
	picture(): Promise<Buffer>;
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

/** Keys without a letter, as the standard writes them. */
const KEYS: Readonly<Record<string, string>> = {
	Tab: '\uE004',
	Enter: '\uE007',
	Shift: '\uE008',
	Control: '\uE009',
	Escape: '\uE00C'
};
const keysOf = (actions: readonly object[]) => ({ actions: [{ type: 'key', id: 'keyboard', actions }] });
const down = (value: string) => ({ type: 'keyDown', value });
const up = (value: string) => ({ type: 'keyUp', value });

/** Sends a command: its name in the HTTP protocol, its method there, and what goes along. */
export type Command = (method: 'GET' | 'POST' | 'DELETE', name: string, body?: object) => Promise<unknown>;

/** What a browser does, said over a session's commands. */
export function driverOver(command: Command, end: () => Promise<void>): WebDriver {
	async function evaluate<T>(body: string, ...args: readonly unknown[]): Promise<T> {
		const told = await command('POST', 'execute/async', { script: asyncBody(body), args });
		const { value, error } = JSON.parse(told as string) as { value: T; error?: string };
		if (error !== undefined) throw new Error(error);
		return value;
	}
	const resizeWindow = (width: number, height: number) =>
		command('POST', 'window/rect', { width: Math.round(width), height: Math.round(height) });
	return {
		goto: async (url) => void (await command('POST', 'url', { url })),
		evaluate,
		async press(keys) {
			const values = keys.split('+').map((key) => KEYS[key] ?? key);
			await command('POST', 'actions', keysOf([...values.map(down), ...values.toReversed().map(up)]));
		},
		async type(text) {
			const values = Array.from(text, (letter) => (letter === '\n' ? KEYS.Enter! : letter));
			await command('POST', 'actions', keysOf(values.flatMap((value) => [down(value), up(value)])));
		},
		async resize(width, height) {
			await resizeWindow(width, height);
			// A window has edges and bars, too.
			const inner = await evaluate<{ width: number; height: number }>(
				'return { width: innerWidth, height: innerHeight }'
			);
			await resizeWindow(2 * width - inner.width, 2 * height - inner.height);
		},
		picture: async () => Buffer.from((await command('GET', 'screenshot')) as string, 'base64'),
		close: end
	};
}
