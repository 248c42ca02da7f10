import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../free-port.ts';
import { NotHere } from '../not-here.ts';
import { ended } from './ended.ts';
import { pictureOf } from './screen-picture.ts';
import { CLOSED_PORT, driverOver, TIMEOUTS, type Command, type WebDriver } from './webdriver.ts';

const DRIVER = '/usr/bin/WebKitWebDriver';
const XVFB = '/usr/bin/Xvfb';
const LIBRARIES = ['/usr/lib/x86_64-linux-gnu', '/usr/lib/aarch64-linux-gnu', '/usr/lib', '/usr/libexec'];

/** WebKitGTK's own small browser: of Debian's package `webkit2gtk-driver`. */
function findMiniBrowser(): string | undefined {
	for (const folder of LIBRARIES) {
		if (!existsSync(folder)) continue;
		for (const name of readdirSync(folder).filter((name) => name.startsWith('webkit2gtk-'))) {
			const path = join(folder, name, 'MiniBrowser');
			if (existsSync(path)) return path;
		}
	}
	return undefined;
}

/** Nothing but this machine can be reached. */
const ONLY_HERE = [
	`--proxy=http://127.0.0.1:${CLOSED_PORT}`,
	'--ignore-host=localhost',
	'--ignore-host=127.0.0.1'
];

/** It draws without a graphics card, in memory. */
const PLAIN = {
	WEBKIT_DISABLE_COMPOSITING_MODE: '1',
	WEBKIT_DISABLE_DMABUF_RENDERER: '1',
	LIBGL_ALWAYS_SOFTWARE: '1',
	TZ: 'Pacific/Auckland',
	LANGUAGE: 'fr'
};

const SCREEN = { width: 1366, height: 1400 };

/** A screen in memory, and in a file of the folder; resolves with its name once it is there. */
function openScreen(folder: string): Promise<{ screen: ChildProcess; display: string }> {
	const size = `${SCREEN.width}x${SCREEN.height}x24`;
	return new Promise((resolve, reject) => {
		const screen = spawn(
			XVFB,
			['-displayfd', '3', '-screen', '0', size, '-fbdir', folder, '-nolisten', 'tcp'],
			{ stdio: ['ignore', 'ignore', 'ignore', 'pipe'] }
		);
		screen.once('exit', () => reject(new Error('Xvfb did not start')));
		screen.stdio[3]?.once('data', (number) => resolve({ screen, display: `:${String(number).trim()}` }));
	});
}

async function untilListening(origin: string): Promise<void> {
	for (let tries = 0; tries < 300; tries++) {
		if (
			await fetch(`${origin}/status`).then(
				({ ok }) => ok,
				() => false
			)
		)
			return;
		await new Promise((resolve) => setTimeout(resolve, 100));
	}
	throw new Error('WebKitWebDriver did not answer in 30 s');
}

/** What the page has changed is drawn by then. */
const DRAWN_MS = 300;

/** The content of the window, which is at the left top of the screen. Asked for one, the driver hangs at some pages. */
async function takePicture({ evaluate }: WebDriver, folder: string): Promise<Buffer> {
	await new Promise((resolve) => setTimeout(resolve, DRAWN_MS));
	const [width = 0, height = 0, edge = 0, bar = 0] = await evaluate<number[]>(
		'return [innerWidth, innerHeight, outerWidth - innerWidth, outerHeight - innerHeight]'
	);
	const [left, top] = [Math.round(edge / 2), Math.round(bar - edge / 2)];
	return pictureOf(await readFile(join(folder, 'Xvfb_screen0')), {
		left,
		top,
		width: Math.min(width, SCREEN.width - left),
		height: Math.min(height, SCREEN.height - top)
	});
}

async function send(url: string, method: string, body?: object): Promise<unknown> {
	const response = await fetch(url, {
		method,
		...(method === 'POST' ? { body: JSON.stringify(body ?? {}) } : {})
	});
	const { value } = (await response.json()) as { value: unknown };
	if (!response.ok) throw new Error((value as { message: string }).message);
	return value;
}

/**
 * Opens WebKitGTK, whose engine is Safari's, on a screen of its own. Rejects with `NotHere` where it or Xvfb is not
 * installed.
 */
export async function openWebKit(): Promise<WebDriver> {
	const binary = findMiniBrowser();
	if (!binary || !existsSync(DRIVER))
		throw new NotHere('There is no WebKitGTK on this machine (webkit2gtk-driver).');
	if (!existsSync(XVFB)) throw new NotHere('There is no Xvfb on this machine, which WebKitGTK needs.');
	const folder = await mkdtemp(join(tmpdir(), 'passerelle-screen-'));
	const { screen, display } = await openScreen(folder);
	const port = await freePort();
	const driver = spawn(DRIVER, [`--port=${port}`], {
		stdio: 'ignore',
		detached: true,
		env: { ...process.env, ...PLAIN, DISPLAY: display }
	});
	const end = async () => {
		// With the browser that it has started.
		if (driver.pid) process.kill(-driver.pid, 'SIGKILL');
		screen.kill('SIGKILL');
		await Promise.all([ended(driver), ended(screen)]);
		await rm(folder, { recursive: true, force: true });
	};
	try {
		const origin = `http://127.0.0.1:${port}`;
		await untilListening(origin);
		const capabilities = {
			alwaysMatch: {
				timeouts: TIMEOUTS,
				'webkitgtk:browserOptions': { binary, args: ['--automation', ...ONLY_HERE] }
			}
		};
		const { sessionId } = (await send(`${origin}/session`, 'POST', { capabilities })) as {
			sessionId: string;
		};
		const command: Command = (method, name, body) =>
			send(`${origin}/session/${sessionId}/${name}`, method, body);
		const browser = driverOver(command, async () => {
			await send(`${origin}/session/${sessionId}`, 'DELETE').catch(() => undefined);
			await end();
		});
		return { ...browser, picture: () => takePicture(browser, folder) };
	} catch (error) {
		await end();
		throw error;
	}
}
