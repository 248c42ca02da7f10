import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NotHere } from '../not-here.ts';
import { ended } from './ended.ts';
import { CLOSED_PORT, driverOver, TIMEOUTS, type Command, type WebDriver } from './webdriver.ts';

/** Where Firefox usually is; `FIREFOX` names another one. */
const CANDIDATES = [
	process.env.FIREFOX,
	'/usr/bin/firefox-esr',
	'/usr/bin/firefox',
	'/Applications/Firefox.app/Contents/MacOS/firefox'
];
const findFirefox = (): string | undefined => CANDIDATES.find((path) => path && existsSync(path));

/** Without the first two a browser without a window has no mouse, and gets the plain editor. The others keep it quiet. */
const PREFERENCES = {
	'ui.allPointerCapabilities': 6,
	'ui.primaryPointerCapabilities': 6,
	'marionette.port': 0,
	'app.update.disabledForTesting': true,
	'browser.shell.checkDefaultBrowser': false,
	'browser.startup.page': 0,
	'browser.newtabpage.enabled': false,
	'datareporting.policy.dataSubmissionEnabled': false,
	'toolkit.telemetry.server': '',
	'services.settings.server': 'data:,',
	'network.captive-portal-service.enabled': false,
	'network.connectivity-service.enabled': false,
	'extensions.systemAddon.update.enabled': false,
	'dom.max_script_run_time': 0,
	'dom.max_chrome_script_run_time': 0,
	'dom.ipc.processHangMonitor': false,
	'intl.accept_languages': 'fr',
	// Nothing but this machine can be reached.
	'network.proxy.type': 1,
	'network.proxy.http': '127.0.0.1',
	'network.proxy.http_port': CLOSED_PORT,
	'network.proxy.ssl': '127.0.0.1',
	'network.proxy.ssl_port': CLOSED_PORT,
	'network.proxy.no_proxies_on': 'localhost, 127.0.0.1'
};

/** Commands of WebDriver in the words of Firefox's own protocol: it speaks it without another program between. */
const NAMES: Readonly<Record<string, string>> = {
	url: 'WebDriver:Navigate',
	'execute/async': 'WebDriver:ExecuteAsyncScript',
	actions: 'WebDriver:PerformActions',
	screenshot: 'WebDriver:TakeScreenshot',
	'window/rect': 'WebDriver:SetWindowRect'
};

/** Messages over a socket: `<bytes>:<json>`. The first one is the browser's greeting. */
function speak(socket: Socket): (name: string, parameters: object) => Promise<unknown> {
	const waiting = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
	let heard = Buffer.alloc(0);
	let next = 1;
	socket.on('data', (part) => {
		heard = Buffer.concat([heard, part]);
		for (;;) {
			const colon = heard.indexOf(':');
			const size = Number(heard.subarray(0, Math.max(colon, 0)).toString());
			if (colon < 0 || heard.length < colon + 1 + size) return;
			const message = JSON.parse(heard.subarray(colon + 1, colon + 1 + size).toString()) as unknown;
			heard = heard.subarray(colon + 1 + size);
			if (!Array.isArray(message)) continue;
			const [, id, error, result] = message as [1, number, { message: string } | null, unknown];
			const asked = waiting.get(id);
			waiting.delete(id);
			if (error) asked?.reject(new Error(error.message));
			else asked?.resolve(result);
		}
	});
	socket.on('close', () => {
		for (const { reject } of waiting.values()) reject(new Error('Firefox has ended'));
	});
	return (name, parameters) =>
		new Promise((resolve, reject) => {
			const id = next++;
			waiting.set(id, { resolve, reject });
			const text = JSON.stringify([0, id, name, parameters]);
			socket.write(`${Buffer.byteLength(text)}:${text}`);
		});
}

/** The port that Firefox writes into its profile once it listens. */
async function portOf(profile: string): Promise<number> {
	for (let tries = 0; tries < 600; tries++) {
		const port = await readFile(join(profile, 'MarionetteActivePort'), 'utf8').catch(() => '');
		if (port !== '') return Number(port);
		await new Promise((resolve) => setTimeout(resolve, 100));
	}
	throw new Error('Firefox did not start in 60 s');
}

/**
 * Opens Firefox without a window, with a new profile. Rejects with `NotHere` where there is none.
 * @param more preferences besides ours
 */
export async function openFirefox(more: Readonly<Record<string, unknown>> = {}): Promise<WebDriver> {
	const path = findFirefox();
	if (!path) throw new NotHere('There is no Firefox on this machine (FIREFOX names one).');
	const profile = await mkdtemp(join(tmpdir(), 'passerelle-firefox-'));
	const preferences = Object.entries({ ...PREFERENCES, ...more }).map(
		([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`
	);
	await writeFile(join(profile, 'user.js'), preferences.join('\n'));
	const browser = spawn(path, ['--marionette', '--headless', '--no-remote', '--profile', profile], {
		stdio: 'ignore',
		env: { ...process.env, TZ: 'Pacific/Auckland', MOZ_CRASHREPORTER_DISABLE: '1' }
	});
	const end = async () => {
		browser.kill('SIGKILL');
		await ended(browser);
		await rm(profile, { recursive: true, force: true, maxRetries: 5 });
	};
	try {
		const socket = connect(await portOf(profile), '127.0.0.1');
		const send = speak(socket);
		await send('WebDriver:NewSession', { capabilities: { alwaysMatch: { timeouts: TIMEOUTS } } });
		const command: Command = async (_, name, body = {}) => {
			const known = NAMES[name];
			if (!known) throw new Error(`"${name}" has no name in Firefox's protocol yet`);
			// Unless it is asked not to, it takes the whole page.
			const told = await send(known, name === 'screenshot' ? { full: false } : body);
			const { value } = told as { value?: unknown };
			return value;
		};
		return driverOver(command, async () => {
			socket.destroy();
			await end();
		});
	} catch (error) {
		await end();
		throw error;
	}
}
