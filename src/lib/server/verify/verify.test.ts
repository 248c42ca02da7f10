import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { CompileResult } from '../../compile/compiler.ts';
import { plan, result } from '../../engines/host/fake-sandbox.ts';
import type { RunResult } from '../../contract/report.ts';
import { reportOf } from '../../engines/host/reports.ts';
import type { CodeRunnable } from '../../kinds/code-workbench.ts';
import type { PageJudgement } from '../browser/page-judge.ts';
import { createTurns } from '../guard/turns.ts';
import { createVerifier, type VerifyCatalog } from './verify.ts';

beforeEach(() => void vi.useFakeTimers({ toFake: ['performance', 'setTimeout', 'clearTimeout'] }));
afterEach(() => void vi.useRealTimers());

const exercise: CodeRunnable = {
	id: 'a/b',
	hash: 'h',
	kind: 'code',
	need: 'worker',
	files: [{ path: 'main.js', editable: true, text: '' }],
	entry: 'main.js',
	timeLimitMs: 2000,
	points: 10,
	allowPrototype: false,
	allowsUnhandled: [],
	hasExamples: false,
	mocked: [],
	packages: {},
	serves: false
};
const catalog: VerifyCatalog = {
	runnable: async () => exercise,
	suite: async () => null,
	packages: async () => null
};
const compiled: CompileResult = { ok: true, script: { code: '', map: '', pages: {} }, warnings: [] };
const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

test('a check is charged what compiling and running it took, and not its wait for the compiler', async () => {
	const charged: [string, number][] = [];
	const usage = { used: () => 0, charge: (...one: [string, number]) => void charged.push(one) };
	const turns = createTurns({ places: 2, waiting: 9, perClient: 9 }, usage);
	const verifier = createVerifier({
		catalog,
		compiler: {
			// What others sent is compiled for three seconds before it.
			async compile(_source, { begins }) {
				await pause(3000);
				begins?.();
				await pause(100);
				return compiled;
			}
		},
		pool: {
			turns,
			judgement: () => null,
			async runInTurn(_plan, { begins }) {
				begins?.();
				await pause(200);
				return reportOf({ ...plan, mode: 'run' }, { id: 'remote', reason: 'default' }, []);
			}
		}
	});
	const { signal } = new AbortController();
	const verified = verifier.verify(
		{ exercise: { id: 'a/b', hash: 'h' }, mode: 'run', submission: { 'main.js': '' }, runId: 'r' },
		{ client: 'ann', signal }
	);
	await vi.advanceTimersByTimeAsync(3300);
	await verified;
	expect(charged).toEqual([['ann', 0.3]]);
});

const passed: RunResult = {
	id: 'suite',
	status: 'ran',
	tests: [result('one')],
	failure: null,
	unhandled: [],
	console: [],
	consoleTruncated: false,
	durationMs: 1
};
const inChromium: PageJudgement = {
	verified: true,
	walls: [],
	ownSandbox: true,
	browsers: 1,
	spoiled: 0,
	renewed: 0
};

test.each([
	['dom', inChromium, 'verified', ['all-passed']],
	[
		'dom',
		{ verified: false, reason: 'browser-not-installed' },
		'practised',
		['all-passed', 'page-not-verified']
	],
	[
		'dom',
		{ verified: false, reason: 'browser-not-walled', tried: [], failures: 1, nextInSeconds: 9 },
		'practised',
		['all-passed', 'page-not-verified']
	],
	['worker', { verified: false, reason: 'browser-off' }, 'verified', ['all-passed']]
] as const)(
	'an exercise that needs %s, where pages are %j: the grade is %s',
	async (need, judgement, trust, codes) => {
		const suite = {
			hash: 'h',
			code: '',
			statics: [],
			expected: ['one'],
			translations: { tests: {}, messages: {} }
		};
		const verifier = createVerifier({
			catalog: { ...catalog, runnable: async () => ({ ...exercise, need }), suite: async () => suite },
			compiler: { compile: async () => compiled },
			pool: {
				turns: createTurns({ places: 1, waiting: 1, perClient: 1 }),
				judgement: () => judgement,
				runInTurn: async (plan) => reportOf(plan, { id: 'remote', reason: 'default' }, [passed])
			}
		});
		const { grade } = await verifier.verify(
			{ exercise: { id: 'a/b', hash: 'h' }, mode: 'check', submission: { 'main.js': '' }, runId: 'r' },
			{ client: 'ann', signal: new AbortController().signal }
		);
		expect(grade).toMatchObject({ passed: true, trust });
		expect(grade?.codes.map(({ code }) => code)).toEqual(codes);
	}
);

test.each([
	[[false], inChromium, 'practised'],
	[[true, false], inChromium, 'practised'],
	[[true, true], { verified: false, reason: 'browser-off' }, 'verified']
] as const)(
	'a page is verified where a browser has judged each of its runs, whoever judges pages by then: %j, %j',
	async (judges, judgement, trust) => {
		const suite = {
			hash: 'h',
			code: '',
			statics: [],
			expected: ['one'],
			translations: { tests: {}, messages: {} }
		};
		const verifier = createVerifier({
			catalog: { ...catalog, runnable: async () => ({ ...exercise, need: 'dom' }), suite: async () => suite },
			compiler: { compile: async () => compiled },
			pool: {
				turns: createTurns({ places: 1, waiting: 1, perClient: 1 }),
				judgement: () => judgement,
				async runInTurn(plan, { judged }) {
					for (const inBrowser of judges) judged?.(inBrowser);
					return reportOf(plan, { id: 'remote', reason: 'default' }, [passed]);
				}
			}
		});
		const { grade } = await verifier.verify(
			{ exercise: { id: 'a/b', hash: 'h' }, mode: 'check', submission: { 'main.js': '' }, runId: 'r' },
			{ client: 'ann', signal: new AbortController().signal }
		);
		expect(grade?.trust).toBe(trust);
	}
);
