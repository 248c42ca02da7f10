import { compiledSuite } from '../../contract/compiled-suite.ts';
import type { CompiledSuite, PublicExercise } from '../../contract/exercise.ts';
import { WorkspaceFault } from './fault.ts';
import type { Mode } from './run-state.ts';

/** A suite is a few KB: longer than this, the line is as good as gone and the learner should be told. */
const FETCH_LIMIT_MS = 20_000;

/** The part of an exercise that its suites are asked for by. */
type SuiteOwner = Pick<PublicExercise, 'id' | 'hash' | 'locale' | 'hasExamples'>;
type Fetch = (url: string, init: { signal: AbortSignal }) => Promise<Response>;

/** Fetches compiled suites when a run first needs them, and keeps them by the exercise's hash and language. */
export class SuiteSource {
	readonly #fetch: Fetch;
	readonly #kept = new Map<string, CompiledSuite>();

	constructor(fetch: Fetch) {
		this.#fetch = fetch;
	}

	/** What `get` would answer at once; undefined where it would have to ask. */
	kept(exercise: SuiteOwner, mode: Mode): CompiledSuite | undefined {
		return this.#kept.get(addressOf(exercise, mode));
	}

	/** Null where a `run` has no examples. Rejects with a fault: `changed` when the exercise was edited since. */
	async get(exercise: SuiteOwner, mode: Mode, signal: AbortSignal): Promise<CompiledSuite | null> {
		if (mode === 'run' && !exercise.hasExamples) return null;
		const url = addressOf(exercise, mode);
		const kept = this.#kept.get(url);
		if (kept) return kept;
		const suite = await limited(signal, (limit) => this.#load(url, limit));
		this.#kept.set(url, suite);
		return suite;
	}

	async #load(url: string, signal: AbortSignal): Promise<CompiledSuite> {
		const response = await this.#fetch(url, { signal });
		if ([404, 409, 410].includes(response.status)) throw new WorkspaceFault('changed');
		if (!response.ok) throw new WorkspaceFault('suite', response.status);
		const sent = compiledSuite.safeParse(await response.json().catch(() => null));
		if (!sent.success) throw new WorkspaceFault('suite', sent.error);
		return sent.data;
	}
}

function addressOf(exercise: SuiteOwner, mode: Mode): string {
	const kind = mode === 'check' ? 'hidden' : 'examples';
	const query = new URLSearchParams({ kind, lang: exercise.locale, hash: exercise.hash });
	return `/api/suite/${exercise.id}?${query}`;
}

/** `AbortSignal.any` would say this in a line, but the phones our learners have may not know it. */
async function limited<T>(outer: AbortSignal, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
	outer.throwIfAborted();
	const limit = new AbortController();
	const follow = (): void => limit.abort(outer.reason);
	outer.addEventListener('abort', follow);
	const timer = setTimeout(() => limit.abort(new DOMException('Too slow', 'TimeoutError')), FETCH_LIMIT_MS);
	try {
		return await work(limit.signal);
	} finally {
		clearTimeout(timer);
		outer.removeEventListener('abort', follow);
	}
}
