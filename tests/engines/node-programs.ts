import type { FileMap } from '../../src/lib/contract/exercise.ts';

/** A program and what a suite finds out about it: the body of one test, which must pass. */
export interface ProgramCase {
	name: string;
	files: FileMap;
	test: string;
	packages?: Readonly<Record<string, string>>;
}

const server = (body: string): FileMap => ({
	'main.js': `import http from 'node:http';
const server = http.createServer(async (req, res) => { ${body} });
server.listen(process.env.PORT ?? 3000, () => console.log('listening'));`
});

/** Every engine that has Node gives the same answers to these. */
export const PROGRAM_CASES: readonly ProgramCase[] = [
	{
		name: 'a program gets its arguments, prints as Node does and ends with 0',
		files: {
			'main.js': `console.log('hi', process.argv.slice(2), { a: [1, new Map([['k', 'v']])] });
console.error('oops'); process.stdout.write('no line'); process.stdout.write(' break\\n');`
		},
		test: `expect(await runProgram('main.js', { args: ['a', 'b'] })).toEqual({
			output: "hi [ 'a', 'b' ] { a: [ 1, Map(1) { 'k' => 'v' } ] }\\nno line break\\n", errors: 'oops\\n', exitCode: 0 });`
	},
	{
		name: 'each start is a new program',
		files: {
			'main.js': `import { n } from './n.js'; console.log(n.count += 1);`,
			'n.js': 'export const n = { count: 0 };'
		},
		test: `expect((await runProgram()).output + (await runProgram()).output).toBe('1\\n1\\n');`
	},
	{
		name: 'a program reads its input as a stream, line by line and as a file',
		files: {
			'main.js': `let all = ''; for await (const part of process.stdin) all += part; console.log(all.trim().split('\\n').length);`,
			'lines.js': `import readline from 'node:readline'; const rl = readline.createInterface({ input: process.stdin });
for await (const line of rl) console.log('> ' + line);`,
			'sync.js': `import fs from 'node:fs'; console.log(fs.readFileSync(0, 'utf8').toUpperCase().trim());`,
			'ask.js': `import { createInterface } from 'node:readline/promises';
const rl = createInterface({ input: process.stdin, output: process.stdout }); const name = await rl.question('Name? '); console.log('Hello ' + name); rl.close();`
		},
		test: `expect((await runProgram('main.js', { input: 'a\\nb\\nc\\n' })).output).toBe('3\\n');
		expect((await runProgram('lines.js', { input: 'a\\nb' })).output).toBe('> a\\n> b\\n');
		expect((await runProgram('sync.js', { input: 'abc\\n' })).output).toBe('ABC\\n');
		expect((await runProgram('ask.js', { input: 'Aya\\n' })).output).toBe('Name? Hello Aya\\n');`
	},
	{
		name: 'exit codes: exit, exitCode, an error that nobody caught, a promise that never ends',
		files: {
			'exit.js': `try { console.log('before'); process.exit(3); } catch { console.log('after'); } finally { console.log('finally'); } console.log('end');`,
			'code.js': `process.exitCode = 4; setTimeout(() => console.log('later'), 10);`,
			'error.js': `console.log('first'); null.x;`,
			'timer.js': `setTimeout(() => { throw new RangeError('too far'); }, 5); setInterval(() => {}, 1000);`,
			'promise.js': `Promise.reject(new Error('forgotten')); setInterval(() => {}, 1000);`,
			'never.js': `await new Promise(() => {});`,
			'bye.js': `process.on('exit', (code) => console.log('bye', code)); process.exit(2);`
		},
		test: `expect(await runProgram('exit.js')).toEqual({ output: 'before\\n', errors: '', exitCode: 3 });
		expect(await runProgram('code.js')).toEqual({ output: 'later\\n', errors: '', exitCode: 4 });
		expect(await runProgram('error.js')).toEqual({ output: 'first\\n', errors: "TypeError: Cannot read properties of null (reading 'x')\\n", exitCode: 1 });
		expect(await runProgram('timer.js')).toEqual({ output: '', errors: 'RangeError: too far\\n', exitCode: 1 });
		expect(await runProgram('promise.js')).toEqual({ output: '', errors: 'Error: forgotten\\n', exitCode: 1 });
		expect((await runProgram('never.js')).exitCode).toBe(13);
		expect((await runProgram('bye.js')).output).toBe('bye 2\\n');`
	},
	{
		name: 'a program runs on as long as something is pending',
		files: {
			'main.js': `import { setTimeout as wait } from 'node:timers/promises'; import fs from 'node:fs/promises';
await wait(20); await fs.writeFile('a.txt', 'x'.repeat(10)); let n = 0;
const timer = setInterval(async () => { n += 1; if (n === 3) { clearInterval(timer); console.log(n, (await fs.readFile('a.txt', 'utf8')).length); } }, 5);
setTimeout(() => console.log('never'), 60_000).unref();`
		},
		test: `expect((await runProgram()).output).toBe('3 10\\n');`
	},
	{
		name: 'files: the exercise, errors with Node’s words, what programs leave, and back again',
		files: {
			'main.js': `import fs from 'node:fs'; import { readFile, mkdir, readdir } from 'node:fs/promises'; import path from 'node:path';
console.log(fs.readFileSync('data/list.txt', 'utf8').trim(), fs.existsSync(path.resolve('data')), path.relative('data', 'main.js'));
for (const go of [() => fs.readFileSync('nope.txt'), () => readFile('nope.txt'), () => fs.mkdirSync('data'), () => fs.readdirSync('main.js'), () => fs.rmdirSync('data')])
	try { await go(); } catch (error) { console.log(error.code, error.message); }
await mkdir('new/deep', { recursive: true }); fs.writeFileSync('new/deep/x.json', JSON.stringify({ a: 1 })); fs.appendFileSync('data/list.txt', 'two\\n');
console.log(await readdir('new', { recursive: true }), fs.statSync('data/list.txt').size);`,
			'data/list.txt': 'one\n'
		},
		test: `expect((await runProgram()).output.split('\\n')).toEqual(['one true ../main.js', "ENOENT ENOENT: no such file or directory, open 'nope.txt'",
			"ENOENT ENOENT: no such file or directory, open 'nope.txt'", "EEXIST EEXIST: file already exists, mkdir 'data'",
			"ENOTDIR ENOTDIR: not a directory, scandir 'main.js'", "ENOTEMPTY ENOTEMPTY: directory not empty, rmdir 'data'", "[ 'deep', 'deep/x.json' ] 8", '']);
		expect(JSON.parse(fs.readFileSync('new/deep/x.json', 'utf8'))).toEqual({ a: 1 });
		resetFiles();
		expect(fs.readdirSync('.').sort()).toEqual(['data', 'main.js']);
		expect(fs.readFileSync('data/list.txt', 'utf8')).toBe('one\\n');
		expect((await runProgram('main.js', { files: { 'data/list.txt': 'other' } })).output.split(' ')[0]).toBe('other');`
	},
	{
		name: 'streams, hashes, events, assert and util are Node’s',
		files: {
			'main.js': `import { pipeline } from 'node:stream/promises'; import { Transform, Readable } from 'node:stream'; import fs from 'node:fs';
import { createHash, randomUUID } from 'node:crypto'; import { EventEmitter, once } from 'node:events'; import assert from 'node:assert/strict'; import util from 'node:util'; import os from 'node:os'; import { fileURLToPath } from 'node:url'; import qs from 'node:querystring';
await pipeline(Readable.from(['a', 'b']), new Transform({ transform(chunk, _, done) { done(null, String(chunk).toUpperCase()); } }), fs.createWriteStream('out.txt'));
console.log(fs.readFileSync('out.txt', 'utf8'), createHash('sha256').update('x').digest('hex').slice(0, 8), randomUUID().length);
class Shop extends EventEmitter {} const shop = new Shop(); setTimeout(() => shop.emit('sold', 3)); console.log(await once(shop, 'sold'));
assert.throws(() => assert.deepEqual({ a: 1 }, { a: 2 })); console.log(util.format('%s:%d', 'a', 1), util.inspect({ deep: { deep: { deep: {} } } }, { depth: 0 }), os.EOL === '\\n', Buffer.from('é').toString('base64'));
console.log(fileURLToPath(import.meta.url) === process.argv[1], qs.stringify({ a: 1, b: 'c d' }));`
		},
		test: `expect((await runProgram()).output).toBe("AB 2d711642 36\\n[ 3 ]\\na:1 { deep: [Object] } true w6k=\\ntrue a=1&b=c%20d\\n");`
	},
	{
		name: 'a server answers requests, with headers, bodies and status codes',
		files: server(`let body = ''; for await (const part of req) body += part;
if (req.url === '/json') { res.writeHead(201, { 'Content-Type': 'application/json' }); return res.end(JSON.stringify({ method: req.method, type: req.headers['content-type'], body })); }
if (req.url === '/move') { res.writeHead(302, { location: '/json' }); return res.end(); }
if (req.url === '/stream') { res.setHeader('x-a', ['1', '2']); res.write('one '); setTimeout(() => res.end('two'), 10); return; }
if (req.url === '/twice') { res.end('x'); try { res.setHeader('a', 'b'); } catch (error) { console.log(error.code); } return; }
res.statusCode = 404; res.end('nothing here');`),
		test: `const server = await startServer();
		const json = await fetch(server.url + '/json', { method: 'POST', headers: { 'content-type': 'text/plain' }, body: 'hey' });
		expect([json.status, json.headers.get('content-type'), await json.json()]).toEqual([201, 'application/json', { method: 'POST', type: 'text/plain', body: 'hey' }]);
		const gone = await fetch(server.url + '/nope?x=1'); expect([gone.status, gone.ok, await gone.text()]).toEqual([404, false, 'nothing here']);
		expect((await fetch(server.url + '/move', { redirect: 'manual' })).status).toBe(302);
		expect((await (await fetch(server.url + '/move')).json()).method).toBe('GET');
		const stream = await fetch(server.url + '/stream'); expect([stream.headers.get('x-a'), await stream.text()]).toEqual(['1, 2', 'one two']);
		expect(await (await fetch(server.url + '/twice')).text()).toBe('x');
		await server.close(); await expect(fetch(server.url)).rejects.toThrow('fetch failed');
		const other = await startServer('main.js', { env: { PORT: '4001' } }); expect(other.port).toBe(4001); await other.close();`
	},
	{
		name: 'a server that does not start, or does not end, is said in words that can be translated',
		files: {
			'none.js': `console.log('no server');`,
			'stops.js': `throw new TypeError('broken');`,
			'slow.js': `setInterval(() => {}, 100);`,
			...server(`res.end('x');`)
		},
		test: `await expect(startServer('none.js')).rejects.toThrow('The program ended without starting a server');
		await expect(startServer('stops.js')).rejects.toThrow('The program stopped before its server listened: TypeError: broken');
		await expect(startServer('slow.js')).rejects.toThrow('The program started no server within one second');
		await expect(runProgram('main.js')).rejects.toThrow('The program did not end: its server still listens');`
	},
	{
		name: 'a server whose handler throws ends, as in Node',
		files: server(`if (req.url === '/bad') throw new Error('handler'); res.end('fine');`),
		test: `const server = await startServer(); expect(await (await fetch(server.url)).text()).toBe('fine');
		await expect(fetch(server.url + '/bad')).rejects.toThrow('fetch failed');
		await expect(fetch(server.url)).rejects.toThrow('fetch failed');`
	},
	{
		name: 'a program asks the suite’s server, and nobody else',
		files: {
			'main.js': `import http from 'node:http'; const url = process.argv[2]; console.log(await (await fetch(url)).text());
http.get(url + '/a', (res) => { res.setEncoding('utf8'); res.on('data', (part) => console.log(res.statusCode, part)); });
try { await fetch('http://example.com/'); } catch (error) { console.log(error.name, error.message); }`
		},
		test: `const { createServer } = await import('node:http'); const seen = [];
		const server = createServer((req, res) => { seen.push(req.url); res.end('hello'); }); await new Promise((done) => server.listen(0, done));
		const { output } = await runProgram('main.js', { args: ['http://localhost:' + server.address().port] });
		expect(output.split('\\n').sort()).toEqual(['', '200 hello', 'TypeError fetch failed', 'hello']); expect(seen.sort()).toEqual(['/', '/a']); server.close();`
	},
	{
		name: 'two programs at once keep their own output, arguments and environment',
		files: {
			'main.js': `for (let i = 0; i < 3; i++) { await new Promise((done) => setTimeout(done, 5)); console.log(process.argv[2], process.env.WHO); } process.exitCode = Number(process.argv[2]);`
		},
		test: `const [a, b] = await Promise.all(['1', '2'].map((n) => runProgram('main.js', { args: [n], env: { WHO: 'w' + n } })));
		expect([a, b]).toEqual([1, 2].map((n) => ({ output: (n + ' w' + n + '\\n').repeat(3), errors: '', exitCode: n })));`
	},
	{
		name: 'npm packages are there by name',
		files: {
			'main.js': `import slugify from 'slugify'; console.log(slugify('Crème Brûlée à Bruxelles', { lower: true }));`
		},
		packages: { slugify: '1.6.9' },
		test: `expect(await runProgram()).toEqual({ output: 'creme-brulee-a-bruxelles\\n', errors: '', exitCode: 0 });`
	},
	{
		name: 'what the learner changes in its modules, the suite does not see',
		files: {
			'main.js': `import fs from 'node:fs'; import path from 'node:path'; import util from 'node:util'; import { EventEmitter } from 'node:events';
fs.readFileSync = () => 'forged'; path.join = () => 'forged'; util.inspect = () => 'forged'; util.inspect.defaultOptions = {};
for (const change of [() => { EventEmitter.prototype.emit = 1; }, () => { Buffer.prototype.toString = 1; }, () => { Buffer.from = 1; }, () => { URL.prototype.toString = 1; }, () => { Response.prototype.text = 1; }, () => { globalThis.Buffer = 1; }])
	try { change(); console.log('changed'); } catch (error) { console.log(error.name); }`
		},
		test: `expect((await runProgram()).output).toBe('TypeError\\n'.repeat(6)); expect(fs.readFileSync('main.js', 'utf8')).toContain('forged');
		const path = await import('node:path'); expect(path.join('a', 'b')).toBe('a/b');`
	}
];
