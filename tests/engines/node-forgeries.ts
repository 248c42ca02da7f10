/** A program that lied to its suite, before that was closed, and the body of the one test that it lied to. */
export interface Forgery {
	program: string;
	test: string;
	/** The test imports the program, instead of starting it. */
	imported?: boolean;
}

const server = (lie: string): string => `import http from 'node:http';
${lie}
http.createServer((request, response) => response.end('no')).listen(3000);`;

/** A suite that asks a server for the answer 2. */
const asks = `const server = await startServer(); const answer = await fetch(server.url + '/2');
	expect(await answer.json()).toEqual({ id: 2 });`;
const asksHead = (
	expected: string
) => `const server = await startServer(); const answer = await fetch(server.url);
	expect(${expected});`;
/** A suite that looks into a file. */
const reads = `expect(fs.readFileSync('data.txt', 'utf8')).toBe('two\\n');`;
const readsParts = `let all = ''; for await (const part of fs.createReadStream('data.txt')) all += part;
	expect(all).toBe('two\\n');`;

const once = (value: string) =>
	`let turn = 0; const next = () => (turn++ % 2 ? { done: true } : { done: false, value: ${value} });`;

/** What it did → the forgery. */
export const FORGERIES: Readonly<Record<string, Forgery>> = {
	'puts its own function in the place of fetch': {
		program: server(`globalThis.fetch = async () => new Response('{"id":2}');`),
		test: asks
	},
	'gives every answer another body': {
		program:
			server(`for (const [name, value] of Object.entries({ json: async () => ({ id: 2 }), text: async () => '{"id":2}' })) {
	try { Response.prototype[name] = value; } catch {}
	try { Object.defineProperty(Response.prototype, name, { value }); } catch {}
}`),
		test: asks
	},
	'replaces what reads the body of an answer': {
		program: server(`${once(`new TextEncoder().encode('{"id":2}')`)}
Object.getPrototypeOf(new Response('x').body.getReader()).read = async () => next();`),
		test: asks
	},
	'replaces what is inside an answer': {
		program: server(`const answer = new Response('x');
for (const key of Object.getOwnPropertySymbols(Response.prototype)) {
	const part = answer[key]; const inner = part && Object.getPrototypeOf(part);
	if (inner && 'consume' in inner) try { inner.consume = async () => new TextEncoder().encode('{"id":2}'); } catch {}
}`),
		test: asks
	},
	'replaces what walks over headers': {
		program: server(`${once(`['x-answer', '2']`)}
Object.getPrototypeOf(new Headers()[Symbol.iterator]()).next = next;`),
		test: asksHead(`Object.fromEntries(answer.headers)).toEqual({ 'x-answer': '2' }`)
	},
	'replaces the list behind headers': {
		program: server(`function visit(value, depth) {
	if (!value || typeof value !== 'object' || depth > 4) return;
	for (const key of Reflect.ownKeys(value)) {
		let part; try { part = value[key]; } catch {}
		if (!part || typeof part !== 'object') continue;
		const list = Object.getPrototypeOf(part);
		for (const name of ['get', 'contains', 'has']) if (list && list !== Map.prototype && name in list) try { list[name] = () => 'forged'; } catch {}
		visit(part, depth + 1);
	}
}
visit(new Response('x'), 0); visit(new Headers(), 0);`),
		test: asksHead(`answer.headers.get('content-type')).toBe('forged'`)
	},
	'replaces what walks over the fields of a form': {
		imported: true,
		program: `${once(`['a', '2']`)} Object.getPrototypeOf(new FormData()[Symbol.iterator]()).next = next;`,
		test: `expect(Object.fromEntries(new FormData())).toEqual({ a: '2' });`
	},
	'replaces what walks over an address': {
		imported: true,
		program: `${once(`['a', '2']`)} Object.getPrototypeOf(new URLSearchParams()[Symbol.iterator]()).next = next;`,
		test: `expect(Object.fromEntries(new URL('http://x/').searchParams)).toEqual({ a: '2' });`
	},
	'replaces what walks over a stream': {
		imported: true,
		program: `import { PassThrough } from 'node:stream'; ${once(`'two\\n'`)}
Object.defineProperty(Object.getPrototypeOf(new PassThrough()[Symbol.asyncIterator]()), 'next', { value: async () => next() });`,
		test: readsParts
	},
	'replaces the methods of streams': {
		imported: true,
		program: `import { Readable } from 'node:stream'; Readable.prototype.read = () => 'two\\n';`,
		test: `expect(String(fs.createReadStream('data.txt').read())).toBe('two\\n');`
	},
	'replaces the methods of events': {
		imported: true,
		program: `import events from 'node:events'; const once = async () => ['two'];
try { events.once = once; } catch {} try { Object.defineProperty(events, 'once', { value: once }); } catch {}`,
		test: `const { once, EventEmitter } = await import('node:events'); const shop = new EventEmitter();
	setTimeout(() => shop.emit('sold', 'one'), 5); expect(await once(shop, 'sold')).toEqual(['two']);`
	},
	'replaces classes that are globals': {
		imported: true,
		program: `class Fake extends URL { get pathname() { return '/two'; } } try { globalThis.URL = Fake; } catch {}
try { Object.defineProperty(globalThis, 'URL', { value: Fake }); } catch {}`,
		test: `expect(new URL('http://x/one').pathname).toBe('/two');`
	},
	'replaces what is inside a hash': {
		imported: true,
		program: `import { createHash } from 'node:crypto'; const hash = createHash('sha256');
for (const key of Object.getOwnPropertySymbols(hash)) try { Object.getPrototypeOf(hash[key]).digest = () => Buffer.from('two'); } catch {}`,
		test: `const { createHash } = await import('node:crypto'); expect(String(createHash('sha256').update('one').digest())).toBe('two');`
	},
	'replaces what decrypts': {
		imported: true,
		program: `import { createDecipheriv } from 'node:crypto';
Object.getPrototypeOf(createDecipheriv('aes-128-cbc', Buffer.alloc(16), Buffer.alloc(16))).update = () => 'two';`,
		test: `const { createDecipheriv } = await import('node:crypto'); const key = new Uint8Array(16);
	expect(createDecipheriv('aes-128-cbc', key, key).update('one')).toBe('two');`
	},
	'changes the paths of everybody, by a way round': {
		imported: true,
		program: `import path from 'node:path'; path.win32.posix.resolve = () => '/two';`,
		test: `const path = await import('node:path'); expect(path.resolve('one')).toBe('/two');`
	},
	'says that it works in another folder': {
		imported: true,
		program: `import fs from 'node:fs'; fs.mkdirSync('/tmp/x'); fs.writeFileSync('/tmp/x/data.txt', 'two\\n');
process.cwd = () => '/tmp/x';`,
		test: `expect(fs.readFileSync(process.cwd() + '/data.txt', 'utf8')).toBe('two\\n');`
	},
	'changes the volume behind a stream': {
		imported: true,
		program: `import fs from 'node:fs'; const { _vol } = fs.createReadStream('data.txt');
_vol.readFileSync = () => 'two\\n'; _vol._core.readFile = () => Buffer.from('two\\n');`,
		test: reads
	},
	'changes the volume, which stays changed when files are put back': {
		program: `import fs from 'node:fs'; const { _vol } = fs.createReadStream('data.txt');
for (const volume of [_vol, _vol._core, Object.getPrototypeOf(_vol), Object.getPrototypeOf(_vol._core)])
	for (const name of ['readFile', 'readFileSync', '_readfile']) if (name in volume) volume[name] = () => Buffer.from('two\\n');`,
		test: `await runProgram(); resetFiles({ 'data.txt': 'one' }); expect(String(fs.readFileSync('data.txt'))).toBe('two\\n');`
	},
	'changes the file behind the entry of a folder': {
		imported: true,
		program: `import fs from 'node:fs';
const [, link] = [...fs.opendirSync('.').levels[0].entries].find(([name]) => name === 'data.txt');
link.getNode().getBuffer = () => Buffer.from('two\\n'); link.vol.readFile = () => Buffer.from('two\\n');`,
		test: reads
	},
	'replaces the methods of open files': {
		program: `import { open } from 'node:fs/promises';
Object.getPrototypeOf(await open('data.txt')).readFile = async () => 'two\\n';`,
		test: `await runProgram(); expect(await (await fs.promises.open('data.txt')).readFile('utf8')).toBe('two\\n');`
	},
	'changes the volume behind an open file': {
		program: `import { open } from 'node:fs/promises'; const { fs } = await open('data.txt'); const volume = fs.__vol ?? fs;
volume.readFileSync = () => 'two\\n'; volume.readFile = (path, options, done) => done(null, 'two\\n');`,
		test: `await runProgram(); expect(await fs.promises.readFile('data.txt', 'utf8')).toBe('two\\n');`
	},
	'changes the volume of whoever calls it when a file changes': {
		imported: true,
		program: `import fs from 'node:fs';
fs.watchFile('data.txt', { interval: 1 }, function () { this.vol.readFileSync = () => 'two\\n'; fs.unwatchFile('data.txt'); });
fs.writeFileSync('data.txt', 'other'); await new Promise((resolve) => setTimeout(resolve, 30));`,
		test: reads
	}
};

/** The suite of a forgery. */
export const suiteOf = ({ test, imported }: Forgery): string => `import { expect, test } from 'vitest';
import fs from 'node:fs';
import { resetFiles, runProgram, startServer } from 'passerelle/program';
${imported ? `import '../start/main.js';` : ''}
test('it', async () => {
	${test}
});`;
