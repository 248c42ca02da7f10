import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makePlan } from '../support/make-plan.ts';
import { FORGERIES, suiteOf } from './node-forgeries.ts';
import { openNative } from './subjects/native.ts';
import { openRemote } from './subjects/remote.ts';
import type { Subject } from './subjects/subject.ts';

const ENGINES = [
	['a thread of Node', openNative('node'), ''],
	// A thread is no sandbox: there code can be made from text, in a process of Deno it cannot.
	[
		'a process of Deno without permissions',
		openRemote('node'),
		`() => new Function('return 1')(), () => [].constructor.constructor('return 1')(), () => (async () => {}).constructor('return 1')(), () => Reflect.construct(Function, ['return 1'])(),
	() => (function* () {}).constructor('yield 1')().next(), () => setTimeout('1'), () => eval('1'),`
	]
] as const;

/** The suite that every program faces: it asks for a result that none of them computes. */
const SUITE = {
	'tests/x.test.js': `import { expect, test } from 'vitest';
import fs from 'node:fs';
import { runProgram } from 'passerelle/program';
test('it', async () => {
	const result = await runProgram('main.js', { args: ['secret-7'] });
	expect(result).toEqual({ output: 'secret-7-done\\n', errors: '', exitCode: 0 });
	expect(fs.readFileSync('main.js', 'utf8')).toContain('honest');
});`
};
const HONEST = `/* honest */ console.log(process.argv[2] + '-done');`;

/** What it tries → the program. */
const PROGRAMS: Readonly<Record<string, string>> = {
	'prints after it has ended with an error': `/* honest */ try { process.exit(1); } catch { process.exitCode = 0; console.log(process.argv[2] + '-done'); process.exit(0); }`,
	'changes what a result inherits': `/* honest */ for (const p of [Object.prototype, Promise.prototype]) try { Object.defineProperty(p, 'output', { get: () => 'secret-7-done\\n' }); } catch {}`,
	'replaces then of promises': `/* honest */ try { Promise.prototype.then = function (ok) { return ok({ output: 'secret-7-done\\n', errors: '', exitCode: 0 }); }; } catch {}`,
	'takes the suite’s module': `/* honest */ try { const api = __passerelle_require__('passerelle/program'); api.runProgram = () => 1; } catch {} try { __passerelle_require__('npm:../../passerelle/program'); } catch {}`,
	'changes the way files are read for everybody': `import fs from 'node:fs'; const real = fs.readFileSync; fs.writeFileSync('x', ''); const { _vol } = fs.createReadStream('x'); if (_vol) { _vol.readFileSync = _vol._readfile = () => 'honest'; } console.log(process.argv[2] + '-wrong');`,
	'changes emitters, so that the end of a program is another': `/* honest */ import { EventEmitter } from 'node:events'; try { EventEmitter.prototype.listeners = () => [() => { console.log('secret-7-done'); }]; } catch {} process.exit(0);`,
	'finds the store of its own context on a promise and puts another there': `/* honest */ const p = Promise.resolve(); for (const key of Object.getOwnPropertySymbols(p)) { const store = p[key]; try { store.output = 'secret-7-done\\n'; } catch {} p[key] = undefined; } await p; process.stdout.write('x');`
};

/** What must not be reachable: each line is an attempt, and prints LEAK where it works. `more`: further attempts. */
const reaching = (more: string): string => `/* honest */
const tries = [
	${more}
	() => process.binding('fs'), () => process.mainModule.require('fs'), () => process.dlopen({}, 'x'), () => process.getBuiltinModule('fs'), () => process.kill(1),
	() => eval.call(null, '1'),
	() => Deno.version, () => __passerelle_require__('node:child_process'), () => __passerelle_require__('node:worker_threads'), () => __passerelle_require__('node:vm'), () => __passerelle_require__('node:net'), () => __passerelle_require__('node:module'),
	() => __passerelle_bridge__.builtin('fs'), () => globalThis.process.stdout._handle.fd.x, () => new WebAssembly.Memory({ initial: 1 }), () => new Worker('x')
];
for (const go of tries) try { go(); console.log('LEAK', String(go)); } catch {}
import fs from 'node:fs'; import os from 'node:os'; import path from 'node:path';
for (const file of ['/etc/passwd', '/proc/self/environ', '../../etc/passwd', 'file:///etc/passwd']) try { fs.readFileSync(file.startsWith('file:') ? new URL(file) : file); console.log('LEAK', file); } catch {}
if (os.hostname() !== 'localhost' || path.resolve('.') !== '/project' || Object.keys(process.env).length) console.log('LEAK environment');
if (Buffer.from('a').buffer.byteLength > 1 || Buffer.allocUnsafe(64 * 1024).some((byte) => byte !== 0)) console.log('LEAK memory');
try { await fetch('http://127.0.0.1:1/'); console.log('LEAK'); } catch (error) { if (error.cause?.code !== 'ECONNREFUSED') console.log('LEAK', error.cause); }
console.log('nothing');`;

describe.each(ENGINES)('Node in memory, in %s', (_, open, more) => {
	let subject: Subject;
	beforeAll(async () => void (subject = await open()), 60_000);
	afterAll(() => subject?.close());

	const run = async (text: string, suite: Record<string, string> = SUITE) => {
		const plan = await makePlan({
			need: 'node',
			timeMs: 6000,
			files: { 'main.js': text, 'data.txt': 'one\n' },
			suite,
			expected: ['it']
		});
		const report = await subject.session.run(plan, { signal: new AbortController().signal });
		return { report, state: report.runs[0]!.tests[0]!.state };
	};

	test('an honest program passes', async () => {
		expect((await run(HONEST)).state).toBe('pass');
	});

	test.each(Object.entries(PROGRAMS))(
		'a program does not pass that %s',
		{ timeout: 30_000 },
		async (_, text) => {
			const { report, state } = await run(text);
			expect(report.status).not.toBe('engine-failed');
			expect(state).not.toBe('pass');
		}
	);

	test.each(Object.entries(FORGERIES))('a program no longer lies that %s', async (_, forgery) => {
		const { report, state } = await run(forgery.program, { 'tests/x.test.js': suiteOf(forgery) });
		expect(report.status).toBe('ran');
		expect(state).toBe('fail');
	});

	test('a program reaches nothing of the machine', async () => {
		const suite = {
			'tests/x.test.js': `import { expect, test } from 'vitest'; import { runProgram } from 'passerelle/program';
test('it', async () => { expect((await runProgram()).output).toBe('nothing\\n'); });`
		};
		const { report } = await run(reaching(more), suite);
		expect(report.runs[0]!.tests[0]).toMatchObject({ state: 'pass', failure: null });
	});
});
