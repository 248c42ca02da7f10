import { sleep as sleepReally } from '../../abort.ts';
import type { Plan } from '../../contract/plan.ts';
import type { Report } from '../../contract/report.ts';
import { EngineError, type Engine, type EngineEvent, type PageSession, type RunOptions } from '../engine.ts';
import { oneAtATime } from '../host/one-at-a-time.ts';
import { failedReport } from '../host/reports.ts';
import { readAnswer, type Answer } from './answer.ts';

export interface RemoteEngineOptions {
	/** Where submissions are posted. */
	url: string;
	/** Where the server says how it is. */
	healthUrl: string;
	fetch?: (url: string, init: RequestInit) => Promise<Response>;
	/** Milliseconds; rejects with the signal's reason. */
	sleep?: (ms: number, signal: AbortSignal) => Promise<void>;
	/** Code of the reason why this engine was chosen; only shown. */
	reason?: () => string;
}

/** A server that has not said how it is by then is as good as none. */
const HEALTH_LIMIT_MS = 4000;
/** Waits before each new try of a broken connection. */
const RETRY_MS = [500, 1500, 4000] as const;
/** How often a busy server is asked again; each time it says for how long to wait. */
const BUSY_TRIES = 30;
/** No line for this long is a broken connection: the server sends one every ten seconds at least. */
const SILENCE_MS = 30_000;

/**
 * Hands on each thing once. A run that is tried again begins anew on the server: what was shown of the first try stays, and
 * the report, which has everything, comes at the end.
 */
function onlyOnce(plan: Plan, onEvent: RunOptions['onEvent']) {
	let shown = false;
	return {
		forTry(): (event: EngineEvent) => void {
			const again = shown;
			return (event) => {
				if (event.runId !== plan.runId || (again && event.type !== 'waiting')) return;
				if (event.type !== 'waiting') shown = true;
				onEvent?.(event);
			};
		}
	};
}

/** A signal that follows another, and aborts too when `heard` was not called for too long. */
function untilSilent(signal: AbortSignal): { signal: AbortSignal; heard: () => void; end: () => void } {
	const silence = new AbortController();
	const silent = () => silence.abort(new Error('The server is silent'));
	let timer = setTimeout(silent, SILENCE_MS);
	const end = () => clearTimeout(timer);
	return {
		signal: AbortSignal.any([signal, silence.signal]),
		heard() {
			end();
			timer = setTimeout(silent, SILENCE_MS);
		},
		end
	};
}

/**
 * The server's sandbox: posts the submission, and hears what happens. The server compiles them itself and takes the
 * suite from its own catalogue. A busy server is waited for; a broken connection is tried again; a run ends with one report.
 */
export function createRemoteEngine(options: RemoteEngineOptions): Engine<PageSession> {
	const { url, healthUrl, sleep = sleepReally, fetch = (to, init) => globalThis.fetch(to, init) } = options;

	async function ask(
		plan: Plan,
		signal: AbortSignal,
		onEvent: (event: EngineEvent) => void
	): Promise<Answer> {
		const watch = untilSilent(signal);
		try {
			const response = await fetch(url, {
				method: 'POST',
				headers: { 'content-type': 'application/json' },
				body: JSON.stringify({
					exercise: plan.exercise,
					mode: plan.mode,
					submission: plan.submission,
					runId: plan.runId,
					...(plan.start && { start: plan.start }),
					reason: options.reason?.() ?? 'default'
				}),
				signal: watch.signal
			});
			return await readAnswer(response, watch.heard, (event) => {
				if (!signal.aborted) onEvent(event);
			});
		} catch {
			signal.throwIfAborted();
			return { kind: 'broken' };
		} finally {
			watch.end();
		}
	}

	async function run(plan: Plan, { signal, onEvent }: RunOptions): Promise<Report> {
		const events = onlyOnce(plan, onEvent);
		let broken = 0;
		let busy = 0;
		for (;;) {
			signal.throwIfAborted();
			const answer = await ask(plan, signal, events.forTry());
			signal.throwIfAborted();
			if (answer.kind === 'report') {
				const { report } = answer;
				return report.runId === plan.runId
					? report
					: failedReport(plan, { id: 'remote', reason: 'no-report' });
			}
			if (answer.kind === 'refused') return failedReport(plan, { id: 'remote', reason: answer.code });
			if (answer.kind === 'busy') {
				if (++busy > BUSY_TRIES) return failedReport(plan, { id: 'remote', reason: 'busy' });
				onEvent?.({ type: 'waiting', runId: plan.runId, wait: { step: 'busy', seconds: answer.seconds } });
				await sleep(answer.seconds * 1000, signal);
				continue;
			}
			const pause = RETRY_MS[broken++];
			if (pause === undefined) return failedReport(plan, { id: 'remote', reason: 'offline' });
			await sleep(pause, signal);
		}
	}

	return {
		id: 'remote',
		supports: () => ({ ok: true }),
		async boot(signal): Promise<PageSession> {
			let health: { verify?: { available?: unknown } };
			try {
				const limit = AbortSignal.any([signal, AbortSignal.timeout(HEALTH_LIMIT_MS)]);
				const response = await fetch(healthUrl, { method: 'GET', signal: limit });
				health = (await response.json()) as typeof health;
			} catch (cause) {
				signal.throwIfAborted();
				throw new EngineError('offline', 'The server does not answer', { cause });
			}
			if (health.verify?.available !== true)
				throw new EngineError('unavailable', 'The server runs no code now');
			const queue = oneAtATime();
			return {
				run: (plan, runOptions) => queue(() => run(plan, runOptions)),
				prepare() {},
				machine: null,
				dispose() {}
			};
		}
	};
}
