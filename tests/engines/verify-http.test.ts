import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Plan } from '../../src/lib/contract/plan.ts';
import { healthOf } from '../../src/lib/server/verify/health.ts';
import { BODY_BYTES, verifyEndpoint, type VerifyLine } from '../../src/lib/server/verify/http.ts';
import { TurnRefused } from '../../src/lib/server/guard/turns.ts';
import type { Pool } from '../../src/lib/server/sandbox/pool.ts';
import type { Verifier } from '../../src/lib/server/verify/verify.ts';
import { endpointEvent, openGuard } from '../support/ask-endpoint.ts';
import { openDenoPool } from '../support/deno-pool.ts';
import { makePlan } from '../support/make-plan.ts';
import { createPlanCatalog, verifierFor } from './subjects/remote.ts';

const ORIGIN = 'https://school.example';
const right = 'export const add = (a, b) => a + b;';
const wrong = 'export const add = () => 0;';
const suite = {
	'tests/x.test.js': `import { expect, test } from 'vitest';
import { add } from '../start/main.js';
test('adds', () => expect(add(1, 2)).toBe(3));`
};

let pool: Pool;
let verifier: Verifier;
let plan: Plan;
let exercise: { id: string; hash: string };
beforeAll(async () => {
	pool = await openDenoPool({ warm: { worker: 1, dom: 0, node: 0 } });
	const catalog = createPlanCatalog();
	verifier = verifierFor(pool, catalog);
	plan = await makePlan({ files: { 'main.js': right }, suite });
	exercise = catalog.add(plan);
}, 60_000);
afterAll(() => pool?.dispose());

const submission = (more: object = {}) => ({
	exercise,
	mode: 'check',
	submission: { 'main.js': right },
	runId: 'r1',
	...more
});

interface Asked {
	body?: unknown;
	headers?: Record<string, string>;
	verifier?: Verifier | null;
	limit?: () => number;
	signal?: AbortSignal;
}
const answer = (request: Request, asked: Asked = {}) => {
	const guard = { ...openGuard, wait: asked.limit ?? (() => 0) };
	const mine = asked.verifier === undefined ? verifier : asked.verifier;
	return verifyEndpoint(endpointEvent(request, { guard, verifier: async () => mine }, {}));
};
const ask = (asked: Asked = {}) =>
	answer(
		new Request(`${ORIGIN}/api/verify`, {
			method: 'POST',
			headers: {
				'sec-fetch-site': 'same-origin',
				'content-type': 'application/json',
				...asked.headers
			},
			body: typeof asked.body === 'string' ? asked.body : JSON.stringify(asked.body ?? submission()),
			...(asked.signal ? { signal: asked.signal } : {})
		}),
		asked
	);

const linesOf = async (response: Response): Promise<VerifyLine[]> =>
	(await response.text())
		.trim()
		.split('\n')
		.map((line) => JSON.parse(line) as VerifyLine);

async function outcomeOf(body: object) {
	const last = (await linesOf(await ask({ body }))).at(-1);
	if (!last || !('outcome' in last)) throw new Error('There was no outcome');
	return last.outcome;
}

test('a check is answered line by line, and its grade is verified', async () => {
	const lines = await linesOf(await ask());
	expect(lines.map((line) => ('event' in line ? line.event.type : Object.keys(line)[0]))).toEqual([
		'started',
		'test',
		'ended',
		'outcome'
	]);
	const { report, grade } = await outcomeOf(submission({ reason: 'low-memory' }));
	expect(report).toMatchObject({ runId: 'r1', exercise, engine: { id: 'remote', reason: 'low-memory' } });
	expect(grade).toMatchObject({ passed: true, trust: 'verified' });
});

test('where code may change prototypes a pass can be forged from inside: it is never verified', async () => {
	const catalog = createPlanCatalog();
	const open = verifierFor(pool, catalog);
	const its = catalog.add({ ...plan, allowPrototype: true });
	const lines = await linesOf(await ask({ body: submission({ exercise: its }), verifier: open }));
	expect(lines.at(-1)).toMatchObject({ outcome: { grade: { passed: true, trust: 'practised' } } });
});

test('what was sent is what is run', async () => {
	const { grade } = await outcomeOf(submission({ submission: { 'main.js': wrong } }));
	expect(grade).toMatchObject({ passed: false, trust: 'verified' });
});

test('a file that was not sent is the exercise’s own; a reason that nobody knows is not repeated', async () => {
	const { report, grade } = await outcomeOf(submission({ submission: {}, reason: '<script>' }));
	expect(report.engine).toEqual({ id: 'remote', reason: 'default' });
	expect(grade?.passed).toBe(true);
});

const large = { 'main.js': 'x'.repeat(BODY_BYTES) };
test.each([
	['no JSON', () => ({ body: '{' }), 400, 'body-invalid'],
	[
		'a result that comes along',
		() => ({ body: submission({ report: {}, grade: { passed: true } }) }),
		400,
		'body-invalid'
	],
	[
		'too many words',
		() => ({ body: submission({ start: { args: Array(51).fill(''), input: '' } }) }),
		400,
		'body-invalid'
	],
	[
		'a word too long',
		() => ({ body: submission({ start: { args: ['x'.repeat(1001)], input: '' } }) }),
		400,
		'body-invalid'
	],
	[
		'too much to read',
		() => ({ body: submission({ start: { args: [], input: 'x'.repeat(10_001) } }) }),
		400,
		'body-invalid'
	],
	[
		'a start of another form',
		() => ({ body: submission({ start: { args: 'x', input: '', env: {} } }) }),
		400,
		'body-invalid'
	],
	['its own time limit', () => ({ body: submission({ timeLimitMs: 1e9 }) }), 400, 'body-invalid'],
	[
		'a path that leads out',
		() => ({ body: submission({ submission: { '../x.js': '' } }) }),
		400,
		'submission-invalid'
	],
	[
		'a path from the root',
		() => ({ body: submission({ submission: { '/etc/x': '' } }) }),
		400,
		'submission-invalid'
	],
	[
		'what this kind does not know',
		() => ({ body: submission({ submission: [1] }) }),
		400,
		'submission-invalid'
	],
	['nothing', () => ({ body: submission({ submission: undefined }) }), 400, 'body-invalid'],
	[
		'lists within lists without end',
		() => ({
			body: JSON.stringify(submission()).replace(
				/"submission":.*?\},/,
				`"submission":${'['.repeat(50_000)}${']'.repeat(50_000)},`
			)
		}),
		400,
		'submission-invalid'
	],
	[
		'a file that the exercise does not have',
		() => ({ body: submission({ submission: { 'new.js': '' } }) }),
		400,
		'submission-invalid'
	],
	['another mode', () => ({ body: submission({ mode: 'collect' }) }), 400, 'body-invalid'],
	[
		'an exercise that nobody knows',
		() => ({ body: submission({ exercise: { id: 'a/b', hash: 'h' } }) }),
		404,
		'unknown-exercise'
	],
	['too much', () => ({ body: submission({ submission: large }) }), 413, 'too-large'],
	['another site', () => ({ headers: { 'sec-fetch-site': 'cross-site' } }), 403, 'other-site'],
	['another type', () => ({ headers: { 'content-type': 'text/plain' } }), 415, 'unsupported-type'],
	['no sandbox', () => ({ verifier: null }), 503, 'unavailable'],
	['too often', () => ({ limit: () => 7 }), 429, 'too-many-requests']
] as [string, () => Asked, number, string][])('refused: %s', async (_, asked, status, code) => {
	const response = await ask(asked());
	expect([response.status, await response.json()]).toEqual([status, { refused: code }]);
	if (status === 429) expect(response.headers.get('retry-after')).toBe('7');
});

test('an older version of the exercise is refused', async () => {
	const response = await ask({ body: submission({ exercise: { ...exercise, hash: 'old' } }) });
	expect([response.status, await response.json()]).toEqual([409, { refused: 'exercise-changed' }]);
});

test('a length that is not said is found out while reading', async () => {
	let sent = 0;
	const body = new ReadableStream<Uint8Array>({
		pull(controller) {
			sent += 65536;
			controller.enqueue(new Uint8Array(65536));
		}
	});
	const request = new Request(`${ORIGIN}/api/verify`, {
		method: 'POST',
		headers: { 'sec-fetch-site': 'same-origin', 'content-type': 'application/json' },
		body,
		duplex: 'half'
	} as RequestInit);
	const response = await answer(request);
	expect(response.status).toBe(413);
	expect(sent).toBeLessThan(BODY_BYTES * 2);
});

test('a full queue is said with the time to come back', async () => {
	const full: Verifier = { verify: () => Promise.reject(new TurnRefused('client-full', 3)) };
	const response = await ask({ verifier: full });
	expect([response.status, response.headers.get('retry-after'), await response.json()]).toEqual([
		429,
		'3',
		{ refused: 'client-full' }
	]);
});

test('a client that goes away ends its run', async () => {
	const controller = new AbortController();
	const loop = submission({ submission: { 'main.js': 'console.log(1); for (;;);' } });
	const response = await ask({ body: loop, signal: controller.signal });
	expect(response.status).toBe(200);
	expect(pool.metrics().busy).toBe(1);
	controller.abort();
	await expect.poll(() => pool.metrics().busy).toBe(0);
	await response.body?.cancel().catch(() => {});
});

test('health says how busy the sandbox is, or why there is none', () => {
	expect(healthOf({ pool }, null)).toMatchObject({
		status: 'ok',
		verify: { available: true, busy: 0, queued: 0 }
	});
	expect(healthOf({ pool: null, reason: 'deno-not-installed' }, null)).toEqual({
		status: 'degraded',
		verify: { available: false, reason: 'deno-not-installed' },
		compile: null
	});
});
