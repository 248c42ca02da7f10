import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Plan } from '../../src/lib/contract/plan.ts';
import type { EngineEvent } from '../../src/lib/engines/engine.ts';
import { openContainerPage, type ContainerPage, type ContainerWindow } from '../support/container-page.ts';
import { makePlan } from '../support/make-plan.ts';

/** The engine and the real client in Chromium; processes of Node behind a stand-in of the service. */
let page: ContainerPage;
beforeAll(async () => {
	page = await openContainerPage();
	expect(await page.boot()).toEqual({ waits: [{ step: 'booting' }, { step: 'mounting' }] });
}, 60_000);
afterAll(() => page?.close());

const machine = () => page.standin.machines.at(-1)!;
const isAlive = (pid: number): boolean => {
	try {
		return process.kill(pid, 0);
	} catch {
		return false;
	}
};
/** What was run in the container since the last call. */
const commandsOf = async (work: () => Promise<unknown>): Promise<string[]> => {
	const before = machine().commands.length;
	await work();
	return machine().commands.slice(before);
};
const ADD = 'export const add = (a, b) => a + b;';
const SUITE = {
	'tests/x.test.js': `import { expect, test } from 'vitest';
import { add } from '../start/main.js';
test('adds', () => expect(add(1, 2)).toBe(3));`
};
const planOf = (source: string, more: { timeMs?: number; allowPrototype?: boolean } = {}): Promise<Plan> =>
	makePlan({
		need: 'node',
		files: { 'main.js': source },
		expected: ['adds'],
		suite: SUITE,
		...more
	});
const withPackages = (plan: Plan, versions: Record<string, string>): Plan => ({
	...plan,
	packages: { versions, code: null }
});
const waitsOf = (events: readonly EngineEvent[]) =>
	events.flatMap((event) => (event.type === 'waiting' ? [event.wait] : []));

test('packages are installed when a plan has some, once for the same versions, and the log is heard', async () => {
	const plain = await planOf(ADD);
	const packed = withPackages(plain, { slugify: '1.6.9' });
	const none = await commandsOf(() => page.run(plain));
	expect(none.filter((command) => command.startsWith('npm'))).toEqual([]);

	let first: EngineEvent[] = [];
	const once = await commandsOf(async () => {
		const { report, events } = await page.run(packed);
		expect(report.status).toBe('ran');
		first = events;
		const again = await page.run(packed);
		expect([again.report.status, waitsOf(again.events)]).toEqual(['ran', []]);
	});
	expect(once.filter((command) => command.startsWith('npm'))).toHaveLength(1);
	expect(new Set(waitsOf(first).map(({ step }) => step))).toEqual(new Set(['installing']));
	const log = waitsOf(first).map((wait) => (wait.step === 'installing' ? wait.log : wait.step));
	expect(log.join('')).toBe('npm is looking for packages\nadded 1 packages\n');

	const others = await commandsOf(() => page.run(withPackages(plain, { zod: '4.6.7' })));
	expect(others.filter((command) => command.startsWith('npm'))).toHaveLength(1);
});

test('an installation that fails is our failure, with the last lines of the log', async () => {
	const { report } = await page.run(withPackages(await planOf(ADD), { 'not-to-be-found': '1.0.0' }));
	expect(report).toMatchObject({ status: 'engine-failed', engine: { id: 'webcontainer' } });
	expect(report.runs[0]!.tests.map(({ state }) => state)).toEqual(['not-run']);
	expect(report.runs[0]!.console.map(({ text }) => text)).toContain(
		'npm error 404 Not Found: not-to-be-found@1.0.0'
	);
	expect((await page.run(await planOf(ADD))).report.status).toBe('ran');
});

test('an installation can be stopped, and leaves no process behind', async () => {
	page.standin.options.install = 'hangs';
	try {
		const commands = await commandsOf(async () => {
			const plan = withPackages(await planOf(ADD), { acorn: '8.19.0' });
			const { aborted, events } = await page.run(plan, { abortAtWait: true });
			expect(aborted).toBe('Error: stopped');
			expect(waitsOf(events)[0]?.step).toBe('installing');
		});
		expect(commands.filter((command) => command.startsWith('npm'))).toHaveLength(1);
		await expect.poll(() => machine().alive.length).toBe(1);
	} finally {
		page.standin.options.install = 'works';
	}
	const plan = withPackages(await planOf(ADD), { acorn: '8.19.0' });
	expect((await page.run(plan)).report.status).toBe('ran');
});

test('a loop is ended at the limit, and its process with it', async () => {
	const { report } = await page.run(await planOf('while (true); export const add = 1;', { timeMs: 400 }));
	expect(report.status).toBe('timeout');
	// The next run's process is all that is left.
	await expect.poll(() => machine().alive.length).toBe(1);
});

test('an aborted run leaves no process behind', async () => {
	const plan = await planOf('while (true); export const add = 1;', { timeMs: 8000 });
	const { aborted } = await page.run(plan, { abortAfterMs: 400 });
	expect(aborted).toBe('Error: stopped');
	await expect.poll(() => machine().alive.length).toBe(1);
});

test('a program that takes all memory is ended for it, and the next run is unharmed', async () => {
	const source = `const kept = []; for (;;) kept.push(new Array(1e5).fill({})); ${ADD}`;
	const { report } = await page.run(await planOf(source, { timeMs: 20_000 }));
	expect(report.status).toBe('out-of-memory');
	expect((await page.run(await planOf(ADD))).report.status).toBe('ran');
});

test('lines that a program prints are output, whatever they look like', async () => {
	const line = '@1-2-3-4:38:{"type":"done","nonce":"1-2-3-4","status":"ran","tests":[]}';
	const { report } = await page.run(
		await planOf(`console.log(${JSON.stringify(`\n${line}\n`)}); export const add = () => 0;`)
	);
	expect(report.runs[0]!.tests.map(({ state }) => state)).toEqual(['fail']);
	expect(report.runs[0]!.console[0]!.text).toContain(line);
});

test('a run finds nothing of its runner: not its process, not the bridge', async () => {
	const source = `const { process: own, __passerelle_bridge__: bridge } = globalThis;
console.log(typeof own?.env.NODE_OPTIONS, typeof own?.binding, typeof bridge); ${ADD}`;
	const { report } = await page.run(await planOf(source));
	expect(report.runs[0]!.console.map(({ text }) => text)).toEqual(['undefined undefined undefined']);
});

test('the shell sees the files of the editor as they are now, and what it prints is heard', async () => {
	const heard = await page.page.evaluate(async () => {
		const { session } = window as unknown as ContainerWindow;
		const machine = session.machine!;
		await machine.writeFiles({ 'main.js': "console.log('old');", 'lib/old.js': '', 'data.txt': 'one' });
		await machine.writeFiles({ 'main.js': "console.log('new ✓');", 'data.txt': 'one' });
		let heard = '';
		const shell = await machine.shell({ cols: 80, rows: 24 }, (text) => void (heard += text));
		shell.write('ls . lib; cat data.txt; node main.js; exit 3\r');
		return { code: await shell.exit, heard };
	});
	expect(heard.code).toBe(3);
	expect(heard.heard).toContain('data.txt\r\nlib\r\nmain.js');
	expect(heard.heard).toContain('onenew ✓\r\n');
	expect(heard.heard).not.toContain('old.js');
});

test('a server started in the shell is announced with an address that can be framed, until it ends', async () => {
	const shown = await page.page.evaluate(async () => {
		const { session } = window as unknown as ContainerWindow;
		const machine = session.machine!;
		await machine.writeFiles({
			'main.js': `import { createServer } from 'node:http';
createServer((request, response) => response.end('<p>hello ' + request.url)).listen(0);`,
			'package.json': '{ "type": "module" }'
		});
		const news: ({ port: number; url: string } | null)[] = [];
		let heard = () => {};
		const next = () => new Promise<void>((resolve) => (heard = resolve));
		const stop = machine.onServer((server) => {
			news.push(server);
			heard();
		});
		const shell = await machine.shell({ cols: 80, rows: 24 }, () => {});
		const started = next();
		shell.write('node main.js\r');
		await started;
		const frame = document.createElement('iframe');
		frame.src = `${news[0]!.url}/there`;
		frame.id = 'preview';
		const loaded = new Promise((resolve) => frame.addEventListener('load', resolve));
		document.body.append(frame);
		await loaded;
		const ended = next();
		shell.kill();
		await ended;
		stop();
		return news;
	});
	expect(shown).toMatchObject([{ url: expect.stringContaining('webcontainer-api.io') }, null]);
	const frame = page.page.frames().find((frame) => frame.url().endsWith('/there'))!;
	expect(await frame.textContent('p')).toBe('hello /there');
	await page.page.evaluate(() => document.querySelector('#preview')?.remove());
});

test('after the session is disposed of no process is left, and another one boots', async () => {
	const old = machine();
	const pids = old.alive;
	expect(pids.length).toBeGreaterThan(0);
	const { reason } = await page.page.evaluate(() => {
		const { session, boot } = window as unknown as ContainerWindow;
		session.dispose();
		session.dispose();
		return boot();
	});
	expect(reason).toBeUndefined();
	expect(page.standin.machines).toHaveLength(2);
	await expect.poll(() => pids.filter(isAlive)).toEqual([]);
	expect((await page.run(await planOf(ADD))).report.status).toBe('ran');
});
