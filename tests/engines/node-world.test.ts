import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Report } from '../../src/lib/contract/report.ts';
import { createNativeEngine } from '../../src/lib/server/verify/native-engine.ts';
import type { EngineSession } from '../../src/lib/engines/engine.ts';
import { makePlan, nodeHarnesses, type Fixture } from '../support/make-plan.ts';

const ENGINES = [
	[
		'threads of Node',
		async () => createNativeEngine(await nodeHarnesses()).boot(new AbortController().signal)
	]
] as const;

describe.each(ENGINES)('Node in memory, in %s', (_, open) => {
	let session: EngineSession;
	beforeAll(async () => void (session = await open()), 60_000);
	afterAll(() => session?.dispose());

	const run = async (fixture: Partial<Fixture> & Pick<Fixture, 'files'>): Promise<Report> => {
		const plan = await makePlan({ need: 'node', timeMs: 5000, ...fixture });
		return session.run(plan, { signal: new AbortController().signal });
	};
	/** One test per line of the suite: its name, then its body. */
	const check = async (files: Fixture['files'], body: string): Promise<string[]> => {
		const suite = `import { expect, test } from 'vitest';
import fs from 'node:fs';
import { resetFiles, runProgram, startServer } from 'passerelle/program';
test('it', async () => {
${body}
});`;
		const report = await run({ files, suite: { 'tests/x.test.js': suite }, expected: ['it'] });
		const [one] = report.runs;
		return [
			report.status,
			...one!.tests.map(({ state, failure }) =>
				failure ? `${state}: ${failure.note ?? ''}${failure.name} ${failure.message}` : state
			),
			...one!.console.map((x) => x.level + ' ' + x.text)
		];
	};

	test('smoke', async () => {
		console.log(
			await check(
				{
					'main.js': `import fs from 'node:fs'; console.log('hi', process.argv.slice(2), {a: 1}); fs.writeFileSync('out.txt', 'x'); try { fs.readFileSync('nope.txt') } catch (e) { console.log(e.message) }`
				},
				`expect(await runProgram('main.js', { args: ['a', 'b'] })).toEqual({ output: "hi [ 'a', 'b' ] { a: 1 }\\nENOENT: no such file or directory, open 'nope.txt'\\n", errors: '', exitCode: 0 });
				expect(fs.readFileSync('out.txt', 'utf8')).toBe('x'); resetFiles(); expect(fs.existsSync('out.txt')).toBe(false); expect(fs.readdirSync('.')).toEqual(['main.js'])`
			)
		);
		console.log(
			await check(
				{
					'main.js': `import http from 'node:http'; http.createServer((req, res) => { console.log(req.method, req.url); res.setHeader('content-type', 'application/json'); res.end(JSON.stringify({url: req.url})) }).listen(3000, () => console.log('up'))`
				},
				`const server = await startServer(); expect(server.url).toBe('http://localhost:3000'); const r = await fetch(server.url + '/a?b=1'); expect(r.status).toBe(200); expect(await r.json()).toEqual({url: '/a?b=1'}); expect(r.headers.get('content-type')).toBe('application/json'); await server.close(); await expect(fetch(server.url)).rejects.toThrow('fetch failed')`
			)
		);
		console.log(
			await check(
				{
					'main.js': `import http from 'node:http'; http.createServer((req, res) => { console.log(req.method, req.url); res.setHeader('content-type', 'application/json'); res.end(JSON.stringify({url: req.url})) }).listen(3000, () => console.log('up'))`
				},
				`const server = await startServer(); console.log('started'); const http = await import('node:http'); const a = await new Promise((r) => http.get(server.url, r)); console.log(a.statusCode, a.headers); for await (const c of a) console.log(String(c)); console.log(await new Request('http://x/').arrayBuffer()); console.log(await new Response('abc').text())`
			)
		);
	});
});
