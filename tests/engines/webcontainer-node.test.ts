import { afterAll, beforeAll, expect, test } from 'vitest';
import type { FileMap } from '../../src/lib/contract/exercise.ts';
import type { Plan } from '../../src/lib/contract/plan.ts';
import { openContainerPage, type ContainerPage, type ContainerWindow } from '../support/container-page.ts';
import { makePlan } from '../support/make-plan.ts';

/** Real Node in the container: files, programs, servers, packages, and programs that want more than that. */
let page: ContainerPage;
beforeAll(async () => {
	page = await openContainerPage();
	expect((await page.boot()).reason).toBeUndefined();
}, 60_000);
afterAll(() => page?.close());

const suite = (body: string) => ({
	'tests/x.test.js': `import { expect, test } from 'vitest';
import { runProgram, startServer } from 'passerelle/program';
test('works', async () => { ${body} });`
});
const planOf = (files: FileMap, body: string, packages: Record<string, string> = {}): Promise<Plan> =>
	makePlan({ need: 'node', files, suite: suite(body), expected: ['works'], packages, timeMs: 20_000 });
const stateOf = async (plan: Plan) => {
	const { report } = await page.run(plan);
	const [test] = report.runs[0]!.tests;
	return { status: report.status, state: test?.state, message: test?.failure?.message ?? null };
};
const PASSED = { status: 'ran', state: 'pass', message: null };

test('a program reads and writes real files, in a folder that is new in each run', async () => {
	const files = {
		'main.js': `import { appendFileSync, readFileSync, readdirSync } from 'node:fs';
appendFileSync('log.txt', process.argv[2] + '\\n');
console.log(readdirSync('.').sort().join(), readFileSync('log.txt', 'utf8').trim());`,
		'data/one.txt': '1'
	};
	const plan = await planOf(
		files,
		`const { output } = await runProgram('main.js', { args: ['hello'] });
expect(output).toBe('data,log.txt,main.js hello\\n');`
	);
	expect(await stateOf(plan)).toEqual(PASSED);
	expect(await stateOf(plan)).toEqual(PASSED);
});

test('a program that serves is asked over a real connection, and its server is shown to nobody', async () => {
	await page.page.evaluate(() => {
		const heard: unknown[] = [];
		Object.assign(window, { heard });
		(window as unknown as ContainerWindow).session.machine!.onServer((server) => heard.push(server));
	});
	const files = {
		'main.js': `import { createServer } from 'node:http';
createServer((request, response) => response.end('hello ' + request.url)).listen(3000);`
	};
	const plan = await planOf(
		files,
		`const server = await startServer();
expect(await (await fetch(server.url + '/you')).text()).toBe('hello /you');
await server.close();`
	);
	expect(await stateOf(plan)).toEqual(PASSED);
	await new Promise((resolve) => setTimeout(resolve, 1500));
	expect(await page.page.evaluate('heard')).toEqual([]);
});

test('installed packages are imported as they are', async () => {
	const files = {
		'main.js': "import slugify from 'slugify';\nexport const slug = (text) => slugify(text, { lower: true });"
	};
	const plan = await planOf(
		files,
		`const { slug } = await import('../start/main.js'); expect(slug('Café du Nord')).toBe('cafe-du-nord');`,
		{ slugify: '1.6.9' }
	);
	expect(await stateOf(plan)).toEqual(PASSED);
});

const DONE = `{"type":"done","nonce":"1","status":"ran","tests":[{"name":"works","state":"pass","durationMs":1,"failure":null}],"failure":null,"durationMs":1}`;
test.each([
	[
		'writes messages to the real standard output',
		`import fs from 'node:fs';
const done = ${JSON.stringify(DONE)};
for (const key of ['', '1', 'passerelle']) fs.writeSync(1, '\\n@' + key + ':' + done.length + ':' + done + '\\n');`
	],
	[
		'replaces what the runner writes with',
		`import fs from 'node:fs';
const turn = (text) => String(text).replaceAll('"fail"', '"pass"');
try { const { writeSync } = fs; fs.writeSync = (file, text) => writeSync(file, turn(text)); } catch {}
try { JSON.stringify = () => ${JSON.stringify(DONE)}; } catch {}
try { String.prototype.replace = () => ${JSON.stringify(DONE)}; } catch {}`
	],
	[
		'looks for the suite and the key in the files of the run',
		`import fs from 'node:fs';
const seen = fs.readdirSync('..').flatMap((name) => (name === 'project' ? [] : fs.readFileSync('../' + name, 'utf8')));
if (/works|nonce/.test(seen.join())) throw new Error('found');
export const answer = 41;`
	]
])('a program that %s does not pass', async (_, source) => {
	const plan = await planOf(
		{ 'main.js': source },
		`const { answer } = await import('../start/main.js'); expect(answer).toBe(42);`
	);
	const { state, message } = await stateOf(plan);
	expect(state).toBe('fail');
	expect(message).toMatch(/to be 42/);
});

test('a program that overwrites what it finds in the container does not change the next verdict', async () => {
	const vandal = `import fs from 'node:fs';
const evil = 'console.log(1); process.exit(0);';
const walk = (folder, depth) => {
	for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
		const path = folder + '/' + entry.name;
		if (entry.isDirectory() && depth > 0 && entry.name !== 'node_modules') walk(path, depth - 1);
		if (entry.isFile()) fs.writeFileSync(path, evil);
	}
};
walk('../..', 3);
export const answer = 42;`;
	const body = `const { answer } = await import('../start/main.js'); expect(answer).toBe(42);`;
	await page.run(await planOf({ 'main.js': vandal }, body));
	expect(await stateOf(await planOf({ 'main.js': 'export const answer = 41;' }, body))).toMatchObject({
		status: 'ran',
		state: 'fail'
	});
	expect(await stateOf(await planOf({ 'main.js': 'export const answer = 42;' }, body))).toEqual(PASSED);
});
