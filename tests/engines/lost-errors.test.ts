import { afterAll, describe, expect, test } from 'vitest';
import type { RunResult } from '../../src/lib/contract/report.ts';
import { makePlan, type Fixture } from '../support/make-plan.ts';
import { openHere } from '../support/not-here.ts';
import { some } from '../support/thorough.ts';
import { openDom } from './subjects/dom.ts';
import { openNative } from './subjects/native.ts';
import { openRemote } from './subjects/remote.ts';
import type { Subject } from './subjects/subject.ts';
import { openWebcontainer } from './subjects/webcontainer.ts';
import { openWorker } from './subjects/worker.ts';

const ENGINES: readonly (readonly [name: string, open: () => Promise<Subject>, step: number])[] = [
	['worker engine in Chromium', openWorker, 1],
	['dom engine in Chromium, with a page', openDom('dom'), 1],
	['native engine in Node, with a page', openNative('dom'), 1],
	["native engine with Node's modules", openNative('node'), 1],
	['a process of Deno', openRemote('worker'), 1],
	['a process of Deno, with a page', openRemote('dom'), 3],
	['webcontainer engine, the service played by a stand-in', openWebcontainer, 3]
];

const SUITE = {
	'tests/x.test.js': `import { expect, test } from 'vitest';
import { add } from '../start/main.js';
test('adds', async () => {
	expect(add(1, 2)).toBe(3);
	await new Promise((resolve) => setTimeout(resolve, 5));
	expect(add(2, 2)).toBe(4);
});`
};

/** Loses an error at each call; `before` is to keep it from being heard. */
const losing = (before: string): string => `
const tell = async () => { throw new RangeError('lost'); };
${before}
export function add(a, b) {
	tell();
	return a + b;
}`;

/** A program that would like nobody to hear of a rejected promise. */
const SILENCERS: readonly (readonly [string, string])[] = [
	['nothing', ''],
	[
		'a listener that stops the event',
		`for (const capture of [true, false]) globalThis.addEventListener?.('unhandledrejection', (event) => {
	event.preventDefault();
	event.stopImmediatePropagation();
}, capture);`
	],
	[
		'a handler of its own',
		`globalThis.onunhandledrejection = (event) => { event.preventDefault(); return true; };`
	],
	[
		'another reason in every event',
		`let own;
globalThis.addEventListener?.('unhandledrejection', (event) => {
	own ??= event.reason;
	try { Object.defineProperty(Object.getPrototypeOf(event), 'reason', { get: () => own }); } catch {}
}, true);
await Promise.resolve();`
	],
	[
		'listeners removed',
		`for (const type of ['error', 'unhandledrejection']) globalThis.removeEventListener?.(type, null, true);
globalThis.process?.removeAllListeners?.();`
	],
	[
		"Node's own listeners",
		`for (const name of ['unhandledRejection', 'uncaughtException']) globalThis.process?.on?.(name, () => {});`
	],
	[
		'an error like our own',
		`try { Object.defineProperty(RangeError.prototype, 'name', { value: 'AssertionError' }); } catch {}`
	]
];

describe.each(ENGINES)('%s', (_, open, step) => {
	let subject: Subject;
	openHere(async () => void (subject = await open()));
	afterAll(() => subject?.close());

	async function run(fixture: Pick<Fixture, 'files' | 'allowsUnhandled'>): Promise<RunResult> {
		const reference = { 'main.js': 'export const add = (a, b) => a + b;' };
		const plan = await makePlan({ ...fixture, suite: SUITE, reference, need: subject.need });
		const report = await subject.runAsIs(plan);
		return report.runs[0]!;
	}

	test.each(some(SILENCERS, step))(
		'a rejection that nobody awaited fails its test, whatever the program does about it: %s',
		{ timeout: 40_000 },
		async (_, before) => {
			const { status, tests, console } = await run({ files: { 'main.js': losing(before) } });
			expect([status, tests[0]?.state, tests[0]?.failure?.message]).toEqual(['ran', 'fail', 'lost']);
			expect(tests[0]?.failure?.location).toMatchObject({ file: 'main.js', line: 2 });
			expect(console.some(({ text }) => text.endsWith('lost (main.js:2)'))).toBe(true);
		}
	);

	test(
		'one that the exercise allows by name fails nothing, and is printed; another one fails',
		{ timeout: 40_000 },
		async () => {
			const files = { 'main.js': losing('') };
			const allowed = await run({ files, allowsUnhandled: ['RangeError'] });
			expect([allowed.status, allowed.tests[0]?.state, allowed.unhandled]).toEqual(['ran', 'pass', []]);
			expect(allowed.console[0]?.text).toBe('Uncaught RangeError: lost (main.js:2)');
			const other = await run({ files, allowsUnhandled: ['TypeError'] });
			expect(other.tests[0]?.state).toBe('fail');
		}
	);

	test('one that is handled in time fails nothing', { timeout: 40_000 }, async () => {
		const text = `export function add(a, b) {
	const later = Promise.reject(new Error('handled'));
	later.catch(() => {});
	return a + b;
}`;
		const { tests, unhandled, console } = await run({ files: { 'main.js': text } });
		expect([tests[0]?.state, unhandled, console]).toEqual(['pass', [], []]);
	});
});
