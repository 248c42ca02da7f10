import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';
import type { BrowserContext, Page, Route } from 'playwright';
import { StandinMachine, type MachineOptions } from './machine.ts';
import type { MachineCalls } from './protocol.ts';

const own = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const VENDOR = own('../../../node_modules/@webcontainer/api/dist/vendor/index.js');
/** Both are needed where the page is isolated: without them its frame stays empty. */
const ISOLATED = {
	'cross-origin-embedder-policy': 'require-corp',
	'cross-origin-resource-policy': 'cross-origin'
};

export interface StandinOptions extends MachineOptions {
	/** `blocked`: the service cannot be reached. `never`: it answers and does not boot. A number: milliseconds to boot. */
	boot: number | 'never' | 'blocked';
}

export interface Standin {
	/** May be changed; read anew for each boot and each installation. */
	options: StandinOptions;
	/** The machines that were booted, in order; the last one is the current one. */
	machines: readonly StandinMachine[];
	/** How often the service's page was asked for. */
	readonly asked: number;
	/** Ends every process and removes every folder. */
	close(): Promise<void>;
}

async function frameScript(boot: number): Promise<string> {
	const { outputFiles } = await esbuild.build({
		entryPoints: [own('frame.ts')],
		bundle: true,
		write: false,
		format: 'iife',
		alias: { 'webcontainer-vendor': VENDOR },
		define: { BOOT_AFTER_MS: String(boot) }
	});
	return outputFiles[0]!.text;
}

/** What a program's server answers, as the service shows it: on an address of its own, isolated. */
async function answerPreview(route: Route): Promise<void> {
	const request = route.request();
	const url = new URL(request.url());
	const port = /--(\d+)--/.exec(url.hostname)?.[1];
	try {
		const answer = await fetch(`http://127.0.0.1:${port}${url.pathname}${url.search}`, {
			method: request.method(),
			body: request.postData(),
			redirect: 'manual'
		});
		await route.fulfill({
			status: answer.status,
			headers: { ...Object.fromEntries(answer.headers), ...ISOLATED },
			body: Buffer.from(await answer.arrayBuffer())
		});
	} catch {
		await route.fulfill({ status: 502, headers: ISOLATED, body: 'no server' });
	}
}

/** Puts the stand-in in the service's place. Call it before the page is opened; `close` when it is done. */
export async function routeWebcontainer(
	page: Page | BrowserContext,
	options: Partial<StandinOptions> = {}
): Promise<Standin> {
	const machines: StandinMachine[] = [];
	let asked = 0;
	const standin: Standin = {
		options: { boot: 0, install: 'works', ...options },
		machines,
		get asked() {
			return asked;
		},
		async close() {
			await Promise.all(machines.map((machine) => machine.teardown()));
		}
	};
	const call = async (_source: unknown, name: keyof MachineCalls, args: unknown[]): Promise<unknown> => {
		if (name === 'build') {
			await standin.close();
			machines.push(new StandinMachine(standin.options));
		}
		const machine = machines.at(-1)!;
		return (machine[name] as (...args: unknown[]) => unknown).apply(machine, args);
	};
	await page.exposeBinding('passerelleStandin', call);
	await page.route(/^https:\/\/stackblitz\.com\//, async (route) => {
		asked++;
		const { boot } = standin.options;
		if (boot === 'blocked') return route.abort('connectionrefused');
		const script = boot === 'never' ? '' : await frameScript(boot);
		await route.fulfill({
			contentType: 'text/html; charset=utf-8',
			headers: ISOLATED,
			body: `<!doctype html><title>stand-in</title><script>${script.replaceAll('</script', '<\\/script')}</script>`
		});
	});
	await page.route(/^https:\/\/[^/]+\.webcontainer-api\.io\//, answerPreview);
	return standin;
}
