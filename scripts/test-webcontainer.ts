import {
	openContainerPage,
	type ContainerPage,
	type ContainerWindow
} from '../tests/support/container-page.ts';
import { makePlan } from '../tests/support/make-plan.ts';

/**
 * `npm run test:webcontainer`: the engine with the real service of StackBlitz, which ordinary tests never ask. Ends with
 * 0 only where everything ran and held, 2 where the service cannot be reached from here, 1 where something is wrong.
 */
const SERVICE = 'https://stackblitz.com/headless';
const REACH_LIMIT_MS = 15_000;

const FILES = {
	'main.js': `import { readFileSync } from 'node:fs';
import slugify from 'slugify';
for (const line of readFileSync('stops.txt', 'utf8').trim().split('\\n')) console.log(slugify(line, { lower: true }));`,
	'server.js': `import { createServer } from 'node:http';
createServer((request, response) => response.end('hello ' + request.url)).listen(3000);`,
	'stops.txt': 'Gare du Midi\nCafé Métropole\n'
};
const SUITE = `import { expect, test } from 'vitest';
import { runProgram, startServer } from 'passerelle/program';
test('prints the stops', async () => expect((await runProgram()).output).toBe('gare-du-midi\\ncafe-metropole\\n'));
test('serves', async () => {
	const server = await startServer('server.js');
	expect(await (await fetch(server.url + '/you')).text()).toBe('hello /you');
	await server.close();
});
test('fails where it should', () => expect(1).toBe(2));`;

function check(holds: boolean, what: string): void {
	console.log(`${holds ? 'ok  ' : 'NOT '} ${what}`);
	if (!holds) process.exitCode = 1;
}

/** Why the service cannot be reached from here; null where it can. */
async function unreachable(): Promise<string | null> {
	try {
		await fetch(SERVICE, { signal: AbortSignal.timeout(REACH_LIMIT_MS) });
		return null;
	} catch (error) {
		const { cause, message } = error as Error;
		return cause instanceof Error ? cause.message : message;
	}
}

async function tryEngine(page: ContainerPage): Promise<void> {
	const began = performance.now();
	const { reason } = await page.boot();
	check(reason === undefined, `boots (${reason ?? `${Math.round(performance.now() - began)} ms`})`);
	if (reason !== undefined) return;
	const plan = await makePlan({
		need: 'node',
		files: FILES,
		suite: { 'tests/x.test.js': SUITE },
		packages: { slugify: '1.6.9' },
		timeMs: 15_000
	});
	const first = await page.run(plan);
	const states = first.report.runs[0]?.tests.map(({ state }) => state).join();
	check(
		states === 'pass,pass,fail',
		`installs and runs: ${first.report.status}, ${states} (${Math.round(first.ms)} ms)`
	);
	if (states !== 'pass,pass,fail') console.log(JSON.stringify(first.report, null, '\t'));
	const again = await page.run(plan);
	check(again.report.status === 'ran', `runs again (${Math.round(again.ms)} ms)`);
	const loop = await makePlan({
		need: 'node',
		files: { 'main.js': 'while (true); export const a = 1;' },
		suite: {
			'tests/x.test.js': "import { test } from 'vitest'; import '../start/main.js'; test('x', () => {});"
		},
		expected: ['x'],
		timeMs: 1000
	});
	check((await page.run(loop)).report.status === 'timeout', 'ends a loop');
	const heard = await page.page.evaluate(async () => {
		const { machine } = (window as unknown as ContainerWindow).session;
		await machine!.writeFiles({ 'hello.txt': 'hello from the editor' });
		let heard = '';
		const shell = await machine!.shell({ cols: 80, rows: 24 }, (text) => void (heard += text));
		shell.write('cat hello.txt\r');
		for (let tries = 0; tries < 50 && !heard.includes('from the editor'); tries++)
			await new Promise((resolve) => setTimeout(resolve, 100));
		shell.kill();
		return heard;
	});
	check(heard.includes('from the editor'), 'has a shell that sees the files of the editor');
}

const why = await unreachable();
if (why !== null) {
	console.log(`could not reach ${SERVICE} (${why}): not tested`);
	process.exit(2);
}
const page = await openContainerPage({}, { apiKey: process.env.WEBCONTAINER_API_KEY ?? null });
page.page.on('console', (message) => console.log(`     page: ${message.text()}`));
try {
	await tryEngine(page);
} finally {
	await page.close();
}
process.exit();
