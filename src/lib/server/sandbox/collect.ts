import type { Collectable } from '../../kinds/kind.ts';
import type { Sandbox } from '../../engines/host/talk-with.ts';
import { hearRun } from '../../engines/host/hear-message.ts';
import type { SandboxMessage } from '../../engines/harness/protocol.ts';

/** A suite whose tests could not be found: it, or the code it is collected beside, failed outside of a test. */
export class CollectError extends Error {
	constructor(why: string) {
		super(`The suite could not be collected: ${why}`);
	}
}

/** Collecting runs no test: a suite that takes this long does its work outside its tests. */
const COLLECT_LIMIT_MS = 10_000;

/** Whose suite it is. */
export interface SuiteOwner {
	/** Of the exercise. */
	id: string;
	/** The folder of all exercises that it is in. */
	root: string;
	/** Whether it was taken over from somebody else's collection. */
	imported: boolean;
}

/**
 * Finds the full names of a suite's tests, in order, by collecting it beside the given learner's script (the solution).
 * Rejects with `CollectError`.
 */
export type Collect = (from: Collectable, owner: SuiteOwner) => Promise<string[]>;

/** Collects in a sandbox that has booted, and ends it. */
export async function collectIn(sandbox: Sandbox, from: Collectable): Promise<string[]> {
	let timer: ReturnType<typeof setTimeout> | undefined;
	try {
		const done = await new Promise<Extract<SandboxMessage, { type: 'done' }>>((resolve, reject) => {
			const fail = (why: string) => () => reject(new CollectError(why));
			timer = setTimeout(fail(`it took longer than ${COLLECT_LIMIT_MS} ms`), COLLECT_LIMIT_MS);
			void sandbox.ended.then((status) => fail(status)());
			const hear = (message: SandboxMessage) => void (message.type === 'done' && resolve(message));
			sandbox.listen(hearRun('collect', hear, fail('the sandbox said what it must not say')));
			sandbox.post({
				type: 'run',
				nonce: 'collect',
				mode: 'collect',
				learner: from.learner.code,
				suite: from.suite,
				entry: '',
				need: from.need,
				files: from.files,
				pages: from.learner.pages,
				packages: from.packages.code,
				input: null,
				limits: { timeMs: COLLECT_LIMIT_MS, outputChars: 1000 },
				allowsUnhandled: []
			});
		});
		if (done.failure) throw new CollectError(`${done.failure.name}: ${done.failure.message}`);
		return done.tests.map((test) => test.name);
	} finally {
		clearTimeout(timer);
		sandbox.kill();
	}
}
