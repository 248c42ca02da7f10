import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import * as esbuild from 'esbuild';
import { compileLearner } from '../../../src/lib/compile/compile-learner.ts';
import type { EngineNeed } from '../../../src/lib/contract/exercise.ts';
import type { Plan } from '../../../src/lib/contract/plan.ts';
import { runCode } from '../../../src/lib/kinds/code/run.ts';
import type { CodeRunnable } from '../../../src/lib/kinds/code-workbench.ts';
import { createRemoteEngine } from '../../../src/lib/engines/remote/remote-engine.ts';
import { healthEndpoint } from '../../../src/lib/server/verify/health-endpoint.ts';
import { healthOf } from '../../../src/lib/server/verify/health.ts';
import { verifyEndpoint } from '../../../src/lib/server/verify/http.ts';
import type { Pool } from '../../../src/lib/server/sandbox/pool.ts';
import { createVerifier, type Verifier, type VerifyCatalog } from '../../../src/lib/server/verify/verify.ts';
import { endpointEvent, openGuard } from '../../support/ask-endpoint.ts';
import { openDenoPool } from '../../support/deno-pool.ts';
import { mockedBy } from '../../support/mocked-modules.ts';
import { subjectOf, type Subject } from './subject.ts';

/** What the server would have in its folder for a plan. */
function exerciseOf(id: string, plan: Plan): CodeRunnable {
	return {
		id,
		hash: plan.exercise.hash,
		kind: runCode.name,
		need: plan.need,
		files: Object.entries(plan.files).map(([path, text]) => ({ path, editable: true, text })),
		entry: plan.entry,
		timeLimitMs: plan.limits.timeMs,
		points: 10,
		allowPrototype: plan.allowPrototype,
		allowsUnhandled: [],
		hasExamples: true,
		mocked: [...mockedBy(plan)],
		packages: plan.packages.versions,
		serves: false
	};
}

/** Exercises that exist because a test has a plan of them. */
export function createPlanCatalog(): VerifyCatalog & { add(plan: Plan): { id: string; hash: string } } {
	const plans = new Map<string, Plan>();
	return {
		add(plan) {
			const id = `fixtures/n${plans.size}`;
			plans.set(id, plan);
			return { id, hash: plan.exercise.hash };
		},
		async runnable(id) {
			const plan = plans.get(id);
			return plan ? exerciseOf(id, plan) : null;
		},
		async suite(id) {
			const plan = plans.get(id);
			if (!plan?.suite) return null;
			return { hash: plan.exercise.hash, ...plan.suite, translations: { tests: {}, messages: {} } };
		},
		packages: async (id) => plans.get(id)?.packages.code ?? null
	};
}

export const verifierFor = (pool: Pool, catalog: VerifyCatalog): Verifier =>
	createVerifier({ pool, catalog, compiler: { compile: (source) => compileLearner(esbuild, source) } });

async function bodyOf(request: IncomingMessage): Promise<string | null> {
	const parts: Buffer[] = [];
	for await (const part of request) parts.push(part as Buffer);
	return request.method === 'GET' ? null : Buffer.concat(parts).toString('utf8');
}

/** A real server around the handlers of the two routes. */
export async function serveVerify(
	pool: Pool,
	verifier: Verifier
): Promise<{ server: Server; origin: string }> {
	const server = createServer((incoming, outgoing) => {
		void (async () => {
			const gone = new AbortController();
			outgoing.on('close', () => gone.abort());
			const origin = `http://${incoming.headers.host}`;
			const request = new Request(origin + incoming.url, {
				method: incoming.method ?? 'GET',
				headers: incoming.headers as Record<string, string>,
				body: await bodyOf(incoming),
				signal: gone.signal
			});
			const parts = {
				guard: openGuard,
				healthToken: null,
				health: () => healthOf({ pool }, null),
				verifier: async () => verifier
			};
			const event = endpointEvent(request, parts, {});
			const response = await (incoming.url === '/api/health' ? healthEndpoint : verifyEndpoint)(event);
			outgoing.writeHead(response.status, Object.fromEntries(response.headers));
			if (response.body) for await (const part of response.body) outgoing.write(part);
			outgoing.end();
		})().catch((error: unknown) => {
			if (!outgoing.destroyed) outgoing.destroy(error as Error);
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return { server, origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

/** The remote engine against a real server, and processes of Deno behind it; for pages, browsers. */
export const openRemote = (need: EngineNeed) => async (): Promise<Subject> => {
	const pool = await openDenoPool({}, { browser: need === 'dom' });
	const catalog = createPlanCatalog();
	const { server, origin } = await serveVerify(pool, verifierFor(pool, catalog));
	const engine = createRemoteEngine({
		url: `${origin}/api/verify`,
		healthUrl: `${origin}/api/health`,
		fetch: (url, init) => fetch(url, { ...init, headers: { ...init.headers, origin } })
	});
	const session = await engine.boot(new AbortController().signal);
	const known: typeof session = {
		...session,
		async run(plan, options) {
			const report = await session.run({ ...plan, exercise: catalog.add(plan) }, options);
			return { ...report, exercise: plan.exercise };
		}
	};
	const close = async () => {
		server.closeAllConnections();
		server.close();
		await pool.dispose();
	};
	const { signal } = new AbortController();
	return subjectOf(need, known, close, (plan) =>
		pool.run(plan, { client: 'test', reason: 'default', signal })
	);
};
