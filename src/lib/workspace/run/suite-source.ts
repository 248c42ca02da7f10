import { isCompiledSuite } from '../../contract/compiled-suite.ts';
import type { CompiledSuite, PublicExercise } from '../../contract/exercise.ts';
import { untilAborted } from '../../abort.ts';
import { WorkspaceFault } from './fault.ts';
import type { Mode } from './run-state.ts';
import { suiteAddress } from './suite-address.ts';

/** A suite is a few KB: longer than this, the line is as good as gone and the learner should be told. */
const FETCH_LIMIT_MS = 20_000;

/** The part of an exercise that its suites are asked for by. */
type SuiteOwner = Pick<PublicExercise, 'id' | 'hash' | 'locale' | 'hasExamples'>;
type Fetch = (url: string, init: { signal: AbortSignal }) => Promise<Response>;

/** Fetches compiled suites when a run first needs them, and keeps them by the exercise's hash and language. */
export class SuiteSource {
	readonly #fetch: Fetch;
	readonly #kept = new Map<string, CompiledSuite>();
	readonly #coming = new Map<string, Promise<CompiledSuite>>();

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
		signal.throwIfAborted();
		const coming = this.#coming.get(url) ?? this.#begin(url);
		return untilAborted(coming, signal);
	}

	/** One request for all who ask meanwhile. */
	#begin(url: string): Promise<CompiledSuite> {
		const coming = this.#load(url).finally(() => this.#coming.delete(url));
		this.#coming.set(url, coming);
		return coming;
	}

	async #load(url: string): Promise<CompiledSuite> {
		const limit = new AbortController();
		const timer = setTimeout(() => limit.abort(new DOMException('Too slow', 'TimeoutError')), FETCH_LIMIT_MS);
		try {
			return await this.#fetchSuite(url, limit.signal);
		} finally {
			clearTimeout(timer);
		}
	}

	async #fetchSuite(url: string, signal: AbortSignal): Promise<CompiledSuite> {
		const response = await this.#fetch(url, { signal });
		if ([404, 409, 410].includes(response.status)) throw new WorkspaceFault('changed');
		if (!response.ok) throw new WorkspaceFault('suite', response.status);
		const sent: unknown = await response.json();
		if (!isCompiledSuite(sent)) throw new WorkspaceFault('suite');
		this.#kept.set(url, sent);
		return sent;
	}
}

const addressOf = (exercise: SuiteOwner, mode: Mode): string =>
	suiteAddress(exercise, mode === 'check' ? 'hidden' : 'examples', exercise.locale);
