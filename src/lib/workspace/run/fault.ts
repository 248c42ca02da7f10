/**
 * Never the learner's fault: what could not be had.
 * `offline`: the network is away. `unreachable`: no answer came, from the network or from us.
 * `intercepted`: somebody else answered, as a Wi-Fi does that wants people to sign in. `changed`: the exercise was edited since the page was opened.
 */
export const FAULT_CODES = [
	'offline',
	'unreachable',
	'intercepted',
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

/** Nothing that a run needs is a page. */
const isPage = (answer: Response): boolean =>
	answer.ok && (answer.headers.get('content-type') ?? '').startsWith('text/html');

/** `fetch`, for what a run needs: where no answer comes, or somebody else's, a fault that says so. An abort passes; a limit of time is no answer. */
export async function askOrFault(url: string, init: RequestInit): Promise<Response> {
	let answer: Response;
	try {
		answer = await fetch(url, init);
	} catch (error) {
		const { signal } = init;
		if (signal?.aborted && (signal.reason as Error | undefined)?.name !== 'TimeoutError') throw error;
		throw new WorkspaceFault(globalThis.navigator?.onLine === false ? 'offline' : 'unreachable', error);
	}
	if (isPage(answer)) throw new WorkspaceFault('intercepted');
	return answer;
}
