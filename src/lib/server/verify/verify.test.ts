import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { CompileResult } from '../../compile/compiler.ts';
import { plan } from '../../engines/host/fake-sandbox.ts';
import { reportOf } from '../../engines/host/reports.ts';
import type { CodeRunnable } from '../../kinds/code/runnable.ts';
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
