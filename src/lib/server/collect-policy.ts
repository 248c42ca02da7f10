import { CollectError, type Collect, type SuiteOwner } from './sandbox/collect.ts';
import type { Pool } from './sandbox/pool.ts';

/** A suite that nobody may look at on this server. Its message is for the operator, and says what to do. */
export class CollectRefused extends Error {
	constructor({ id }: SuiteOwner, why: string) {
		super(
			`${id} is not served: its suite would have to be looked at in the web server itself, because ${why}. Install Deno, ` +
				'or set TRUST_EXERCISES=yes where you trust everybody who wrote these exercises.'
		);
	}
}

export interface CollectPolicy {
	/** Where strangers' code may run; null where this server has no such place, with the reason in words. */
	pool: Pick<Pool, 'collect'> | null;
	why: string;
	/** Looks at a suite in threads of this process, which are no sandbox. */
	inThreads: Collect;
	/** Whose code may run in this process. */
	trusts: (owner: SuiteOwner) => boolean;
}

/**
 * How a server finds the names of tests: in the sandbox where there is one, and never elsewhere then. Where there is none,
 * only suites of those whom it trusts are looked at, in threads; the others reject with `CollectRefused`.
 */
export function createCollect({ pool, why, inThreads, trusts }: CollectPolicy): Collect {
	return async (from, owner) => {
		if (!pool) {
			if (!trusts(owner)) throw new CollectRefused(owner, why);
			return inThreads(from, owner);
		}
		return pool.collect(from, owner).catch((error: unknown) => {
			if (error instanceof CollectError) throw error;
			// A sandbox that does not start now may start for the next visitor: nothing of this is remembered.
			throw new CollectRefused(owner, `the sandbox did not start (${String(error)})`);
		});
	};
}
