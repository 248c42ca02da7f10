import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { freePort } from '../free-port.ts';
import { NotHere } from '../not-here.ts';
import { ended } from './ended.ts';
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

/** A screen in memory; resolves with its name once it is there. */
function openScreen(): Promise<{ screen: ChildProcess; display: string }> {
	return new Promise((resolve, reject) => {
		const screen = spawn(XVFB, ['-displayfd', '3', '-screen', '0', '1366x1400x24', '-nolisten', 'tcp'], {
			stdio: ['ignore', 'ignore', 'ignore', 'pipe']
		});
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
	const { screen, display } = await openScreen();
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
		return driverOver(command, async () => {
			await send(`${origin}/session/${sessionId}`, 'DELETE').catch(() => undefined);
			await end();
		});
	} catch (error) {
		await end();
		throw error;
	}
}
