import * as esbuild from 'esbuild';
import { render } from 'svelte/server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { compileSuite } from '../../../src/lib/compile/compile-suite.ts';
import type { CompiledSuite, PublicExercise } from '../../../src/lib/contract/exercise.ts';
import type { JsonValue } from '../../../src/lib/contract/json.ts';
import type { EngineSession } from '../../../src/lib/engines/engine.ts';
import { createRemoteEngine } from '../../../src/lib/engines/remote/remote-engine.ts';
import { code } from '../../../src/lib/kinds/code/kind.ts';
import { createKinds } from '../../../src/lib/kinds/kinds.ts';
import { NO_SCRIPT } from '../../../src/lib/kinds/no-script.ts';
import { runPipeline } from '../../../src/lib/pipeline.ts';
import type { Pool } from '../../../src/lib/server/sandbox/pool.ts';
import { collectTestNames, createNativeEngine } from '../../../src/lib/server/threads/native-engine.ts';
import { createVerifier, type VerifyCatalog } from '../../../src/lib/server/verify/verify.ts';
import { serveVerify } from '../../engines/subjects/remote.ts';
import { openDenoPool } from '../../support/deno-pool.ts';
import { nodeHarnesses } from '../../support/make-plan.ts';
import { pickOne } from './kind.ts';
import { NAME } from './manifest.ts';
import PickWorkbench from './PickWorkbench.svelte';
import type { PickRunnable } from './runnable.ts';

const kinds = createKinds([code, pickOne]);
const lines = ['if (x = 1)', 'if (x === 1)', 'if x == 1', 'if (x => 1)'] as const;
const exercise: PublicExercise & PickRunnable = {
	id: 'programming/right-line',
	hash: 'h',
	kind: NAME,
	workbench: NAME,
	need: 'worker',
	timeLimitMs: 10_000,
	points: 5,
	allowPrototype: false,
	hasExamples: false,
	lines,
	locale: 'en',
	textLocale: 'en',
	title: 'Which line compares?',
	briefHtml: '',
	hintsHtml: [],
	level: 1,
	minutes: 1,
	skills: ['conditions'],
	prerequisites: [],
	origin: null
};
const SUITE = `import { expect, test } from 'vitest';
import { input } from 'passerelle/run';
test('the line compares', () => expect(input.line).toBe(2));`;

/** Nothing of this kind is compiled: a call is a fault. */
const compiler = { compile: (): Promise<never> => Promise.reject(new Error('There is nothing to compile')) };
let suite: CompiledSuite;
let pool: Pool;
const sessions: Record<string, EngineSession> = {};
let close = async () => {};

beforeAll(async () => {
	const harnesses = await nodeHarnesses();
	const { mocked: _, ...script } = await compileSuite(esbuild, { 'tests/a.test.js': SUITE }, {}, 'worker');
	const packages = { versions: {}, code: null };
	const from = { need: 'worker', learner: NO_SCRIPT, files: {}, packages, suite: script } as const;
	const expected = await collectTestNames(harnesses, from);
	suite = { hash: 'h', ...script, expected, translations: { tests: {}, messages: {} } };
	const catalog: VerifyCatalog = {
		runnable: async (id) => (id === exercise.id ? exercise : null),
		suite: async (_id, which) => (which === 'hidden' ? suite : null),
		packages: async () => null
	};
	pool = await openDenoPool({ warm: { worker: 1, dom: 0, node: 0 } });
	const { server, origin } = await serveVerify(pool, createVerifier({ pool, catalog, compiler, kinds }));
	const { signal } = new AbortController();
	sessions.native = await createNativeEngine(harnesses).boot(signal);
	sessions.remote = await createRemoteEngine({
		url: `${origin}/api/verify`,
		healthUrl: `${origin}/api/health`,
		fetch: (url, init) => fetch(url, { ...init, headers: { ...init.headers, origin } })
	}).boot(signal);
	close = async () => {
		server.closeAllConnections();
		server.close();
		await pool.dispose();
	};
}, 90_000);
afterAll(() => close());

const check = (engine: string, submission: JsonValue) =>
	runPipeline(
		{
			mode: 'check',
			runId: 'r1',
			kind: kinds.get(exercise.kind).run,
			exercise,
			submission,
			suite: async () => suite,
			signal: new AbortController().signal
		},
		compiler,
		async () => sessions[engine]!
	);

test.each([
	['native', 1, 0],
	['native', 2, 5],
	['native', 3, 0],
	['native', 4, 0],
	['remote', 1, 0],
	['remote', 2, 5]
])('%s: line %i is worth %i points', async (engine, line, points) => {
	const { report, grade } = await check(engine, { line });
	expect(report).toMatchObject({ status: 'ran', engine: { id: engine }, runs: [{ id: 'pick' }] });
	expect(grade).toMatchObject({ passed: points > 0, points, testsTotal: 1, counts: true });
});

/** Each as it would be sent. */
const NO_CHOICES = ['{ "line": 5 }', '{ "line": 1.5 }', '{ "line": "2" }', '{ "line": 2, "passed": true }'];

test.each([...NO_CHOICES, '{ "main.js": "x" }', '[2]', 'null'])(
	'the server refuses what is no choice: %s',
	async (sent) => {
		const { report, grade } = await check('remote', JSON.parse(sent) as JsonValue);
		expect(report).toMatchObject({ status: 'engine-failed', engine: { reason: 'submission-invalid' } });
		expect(grade).toMatchObject({ passed: false, points: 0, counts: false });
	}
);

test('the workbench that the kind names is drawn', () => {
	const workbenches: Readonly<Record<string, typeof PickWorkbench>> = { [NAME]: PickWorkbench };
	const named = workbenches[kinds.get(exercise.kind).run.workbench];
	expect(named).toBeDefined();
	const { body } = render(named!, { props: { exercise } });
	expect(body).toContain('Which line compares?');
	expect([...body.matchAll(/type="radio"/g)]).toHaveLength(4);
});

test('the site itself has no such kind', async () => {
	const { kinds: ofTheSite } = await import('../../../src/lib/kinds/kinds.ts');
	expect(() => ofTheSite.get(NAME)).toThrow('There is no kind');
});
