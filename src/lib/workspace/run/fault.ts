/**
 * Never the learner's fault: what could not be had.
 * `offline`: the network is away. `unreachable`: no answer came, from the network or from us. `changed`: the exercise was edited since the page was opened.
 */
export const FAULT_CODES = [
	'offline',
	'unreachable',
	'changed',
	'compiler',
	'suite',
	'engine',
	'unknown'
] as const;
export type FaultCode = (typeof FAULT_CODES)[number];

export class WorkspaceFault extends Error {
	readonly code: FaultCode;

	constructor(code: FaultCode, cause?: unknown) {
		super(code, { cause });
		this.name = 'WorkspaceFault';
		this.code = code;
	}
}

/** Runs `work`; what it throws becomes a fault of this code, except an abort or a fault that is more precise. */
export async function orFault<T>(code: FaultCode, signal: AbortSignal, work: () => Promise<T>): Promise<T> {
	try {
		return await work();
	} catch (error) {
		if (signal.aborted) throw signal.reason;
		if (error instanceof WorkspaceFault) throw error;
		throw new WorkspaceFault(globalThis.navigator?.onLine === false ? 'offline' : code, error);
	}
}

/** `fetch`, for what a run needs: where no answer comes, a fault that says so. An abort passes; a limit of time is no answer. */
export async function askOrFault(url: string, init: RequestInit): Promise<Response> {
	try {
		return await fetch(url, init);
	} catch (error) {
		const { signal } = init;
		if (signal?.aborted && (signal.reason as Error | undefined)?.name !== 'TimeoutError') throw error;
		throw new WorkspaceFault(globalThis.navigator?.onLine === false ? 'offline' : 'unreachable', error);
	}
}
