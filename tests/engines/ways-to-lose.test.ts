import { expect, test } from 'vitest';
import type { TestResult } from '../../src/lib/contract/report.ts';
import { makePlan } from '../support/make-plan.ts';
import { openNative } from './subjects/native.ts';

/** Ways in which an error is lost on its way. */
const LOST: Record<string, string> = {
	'async forEach': "export const act = () => [1].forEach(async () => { throw new Error('lost'); });",
	'map of promises':
		"export const act = () => { [1].map(async () => { await null; throw new Error('lost'); }); };",
	queueMicrotask: "export const act = () => queueMicrotask(() => { throw new Error('lost'); });",
	timer: "export const act = () => { setTimeout(() => { throw new Error('lost'); }, 1); };",
	'nested timers':
		"export const act = () => { setTimeout(() => setTimeout(() => { throw new Error('lost'); }, 1), 1); };",
	interval:
		"export const act = () => { const i = setInterval(() => { clearInterval(i); throw new Error('lost'); }, 1); };",
	'finally rejects':
		"export const act = () => { Promise.resolve(1).finally(() => { throw new Error('lost'); }); };",
	'finally of a rejection':
		"export const act = () => { Promise.reject(new Error('lost')).finally(() => {}); };",
	'then without catch': 'export const act = () => { Promise.resolve().then(() => { null.x; }); };',
	'async generator':
		"async function* g() { yield 1; throw new Error('lost'); }\nexport const act = () => { (async () => { for await (const x of g()); })(); };",
	'async generator next':
		"async function* g() { throw new Error('lost'); }\nexport const act = () => { g().next(); };",
	'thenable that throws':
		"export const act = () => { Promise.resolve({ then() { throw new Error('lost'); } }); };",
	'reject undefined': 'export const act = () => { Promise.reject(); };',
	'reject null': 'export const act = () => { Promise.reject(null); };',
	'throw null in timer': 'export const act = () => { setTimeout(() => { throw null; }); };',
	'throw undefined in timer': 'export const act = () => { setTimeout(() => { throw undefined; }); };',
	'throw 0 in microtask': 'export const act = () => queueMicrotask(() => { throw 0; });',
	'reject text': "export const act = () => { Promise.reject('lost'); };",
	'message that throws':
		"export const act = () => { const e = new Error('x'); Object.defineProperty(e, 'message', { get() { throw 1; } }); Promise.reject(e); };",
	'stack that throws':
		"export const act = () => { const e = new Error('x'); Object.defineProperty(e, 'stack', { get() { throw 1; } }); Promise.reject(e); };",
	proxy:
		"export const act = () => { Promise.reject(new Proxy({}, { get() { throw new Error('no'); }, getPrototypeOf() { throw 1; } })); };",
	'revoked proxy':
		'export const act = () => { const { proxy, revoke } = Proxy.revocable({}, {}); revoke(); Promise.reject(proxy); };',
	event:
		"export const act = () => { const t = new EventTarget(); t.addEventListener('a', () => { throw new Error('lost'); }); t.dispatchEvent(new Event('a')); };",
	'abort listener':
		"export const act = () => { const c = new AbortController(); c.signal.addEventListener('abort', () => { throw new Error('lost'); }); c.abort(); };",
	'Promise.all one lost': "export const act = () => { Promise.all([Promise.reject(new Error('lost'))]); };",
	any: "export const act = () => { Promise.any([Promise.reject(new Error('lost'))]); };",
	'catch that throws':
		"export const act = () => { Promise.reject(1).catch(() => { throw new Error('lost'); }); };",
	'constructor of promise': "export const act = () => { new Promise(() => { throw new Error('lost'); }); };",
	'two then, one caught':
		"export const act = () => { const p = Promise.reject(new Error('lost')); p.then(() => {}); p.catch(() => {}); };",
	aggregate: "export const act = () => { Promise.reject(new AggregateError([], 'lost')); };",
	'not awaited return':
		"export const act = async () => { inner(); };\nasync function inner() { await null; throw new TypeError('lost'); }",
	'rejected when nobody waits any more':
		"export const act = async () => { const p = new Promise((_, no) => setTimeout(() => no(new Error('lost')), 5)); void p; };",
	'rejected while another is awaited':
		"export const act = async () => { const a = Promise.reject(new Error('lost')); await new Promise((r) => setTimeout(r, 5)); try { await a; } catch {} };",
	'class field': "class A { p = Promise.reject(new Error('lost')); }\nexport const act = () => { new A(); };",
	'toString throws': 'export const act = () => { Promise.reject({ toString() { throw 1; } }); };',
	symbol: "export const act = () => { Promise.reject(Symbol('lost')); };",
	'frozen error': "export const act = () => { Promise.reject(Object.freeze(new Error('lost'))); };",
	'error subclass w/o message':
		'export const act = () => { class E extends Error {} Promise.reject(new E()); };'
};

/** Rejections that are dealt with, or that are nobody's loss. */
const RIGHT: Record<string, string> = {
	'catch later same tick':
		"export const act = () => { const p = Promise.reject(new Error('x')); p.catch(() => {}); };",
	'catch in a microtask':
		"export const act = () => { const p = Promise.reject(new Error('x')); queueMicrotask(() => p.catch(() => {})); };",
	allSettled: 'export const act = async () => { await Promise.allSettled([Promise.reject(1), 2]); };',
	'race losers':
		"export const act = async () => { await Promise.race([new Promise((r) => setTimeout(r, 1)), new Promise((_, no) => setTimeout(() => no(new Error('late')), 5))]); };",
	'any losers':
		'export const act = async () => { await Promise.any([Promise.reject(1), Promise.resolve(2), new Promise((_, no) => setTimeout(no, 5))]); };',
	abort:
		"export const act = async () => { const c = new AbortController(); const p = new Promise((_, no) => c.signal.addEventListener('abort', () => no(c.signal.reason))); c.abort(); try { await p; } catch {} };",
	ignored: "export const act = () => { Promise.reject(new Error('x')).catch(() => {}); };",
	'then with two': 'export const act = () => { Promise.reject(1).then(null, () => {}); };',
	'try await': "export const act = async () => { try { await Promise.reject(new Error('x')); } catch {} };",
	'all with catch each':
		'export const act = async () => { await Promise.all([1, 2].map((n) => Promise.reject(n).catch(() => n))); };',
	'async iterator return':
		'async function* g() { try { yield 1; yield 2; } finally { await null; } }\nexport const act = async () => { for await (const n of g()) break; };',
	withResolvers:
		"export const act = async () => { let no; const p = new Promise((_, reject) => { no = reject; }); const q = p.catch(() => {}); no(new Error('x')); await q; };",
	'pending forever': 'export const act = () => { new Promise(() => {}); };',
	'generator thrown in':
		"function* g() { try { yield 1; } catch {} }\nexport const act = () => { const i = g(); i.next(); i.throw(new Error('x')); };",
	'timer caught': 'export const act = () => { setTimeout(() => { try { null.x; } catch {} }, 1); };',
	'cleared interval':
		'export const act = () => { const i = setInterval(() => {}, 1); setTimeout(() => clearInterval(i), 5); };',
	'interval left': 'export const act = () => { setInterval(() => {}, 1000); };',
	'all first rejects, rest too':
		'export const act = async () => { try { await Promise.all([Promise.reject(1), Promise.reject(2)]); } catch {} };',
	'promise stored then awaited':
		"export const act = async () => { const p = (async () => { throw new Error('x'); })(); await p.catch(() => {}); };"
};

/** Longer than any of the programs goes on after its call. */
const LEFT_MS = 30;

/** Each program in a folder of its own, with a test that calls it: what became of each, by its name. */
async function runAll(programs: Record<string, string>): Promise<Record<string, TestResult['state']>> {
	const all = Object.entries(programs).map(([name, text], number) => ({ name, text, folder: `p${number}` }));
	const subject = await openNative('worker')();
	try {
		const calls = all.map(
			({ name, folder }) => `test(${JSON.stringify(name)}, async () => {
	const { act } = await import('../start/${folder}/main.js');
	await act();
	await new Promise((resolve) => setTimeout(resolve, ${LEFT_MS}));
	expect(1).toBe(1);
});`
		);
		const plan = await makePlan({
			files: Object.fromEntries(all.map(({ folder, text }) => [`${folder}/main.js`, text])),
			entry: 'p0/main.js',
			suite: { 'tests/all.test.js': `import { expect, test } from 'vitest';\n${calls.join('\n')}` },
			timeMs: 30_000
		});
		const { runs } = await subject.runAsIs(plan);
		expect(runs[0]?.unhandled).toEqual([]);
		return Object.fromEntries((runs[0]?.tests ?? []).map(({ name, state }) => [name, state]));
	} finally {
		await subject.close();
	}
}

const allAre = (programs: Record<string, string>, state: TestResult['state']) =>
	Object.fromEntries(Object.keys(programs).map((name) => [name, state]));

test('each way to lose an error fails its own test', { timeout: 60_000 }, async () => {
	expect(await runAll(LOST)).toEqual(allAre(LOST, 'fail'));
});

test('a rejection that is dealt with fails nothing', { timeout: 60_000 }, async () => {
	expect(await runAll(RIGHT)).toEqual(allAre(RIGHT, 'pass'));
});
