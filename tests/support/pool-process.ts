import type { Plan } from '../../src/lib/contract/plan.ts';
import { openDenoPool } from './deno-pool.ts';

/** A server in small, for tests that end it: a pool in the folder of the first argument, one run that never ends in it. */
const pool = await openDenoPool({}, { folder: process.argv[2] });
pool.warm();
const plan: Plan = {
	version: 1,
	runId: 'loop',
	exercise: { id: 'a/b', hash: 'h' },
	mode: 'run',
	need: 'worker',
	submission: {},
	files: {},
	packages: { versions: {}, code: null },
	learner: { code: '__passerelle_define__({ "main.js": async () => { for (;;); } });', map: '', pages: {} },
	entry: 'main.js',
	suite: null,
	runs: [{ id: 'suite', input: null }],
	limits: { timeMs: 60_000, outputChars: 100 },
	allowPrototype: false,
	allowsUnhandled: []
};
const onEvent = ({ type }: { type: string }) => void (type === 'started' && console.log('started'));
await pool.run(plan, { client: 'a', reason: 'default', signal: new AbortController().signal, onEvent });
