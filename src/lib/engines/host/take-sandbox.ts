import type { Sandbox } from './talk-with.ts';

/** What is asked for a sandbox. */
export interface SandboxRequest {
	/** Aborted once nobody waits for it any more; what comes later is killed. */
	signal: AbortSignal;
	/** Whether the plan needs another one after it: then it can be made ready while this one runs. */
	another: boolean;
}

/** Gives a fresh sandbox, ready to run. Rejects where none can be had, best with `SandboxFailed` of `run-plan.ts`. */
export type TakeSandbox = (request: SandboxRequest) => Promise<Sandbox>;
