import type { Plan } from '../../contract/plan.ts';
import type { Failure, TestResult } from '../../contract/report.ts';
import type { RunRequest, SandboxMessage } from '../harness/protocol.ts';
import type { Sandbox, SandboxEnd } from './talk-with.ts';

/** A sandbox that says what the test tells it to. */
export class FakeSandbox implements Sandbox {
	request: RunRequest | null = null;
	kills = 0;
	end!: (how: SandboxEnd) => void;
	readonly ended = new Promise<SandboxEnd>((resolve) => (this.end = resolve));
	#listener: (message: SandboxMessage) => void = () => {};

	/** What happens once the request has come. */
	constructor(readonly act: (sandbox: FakeSandbox, nonce: string) => void) {}

	post(request: RunRequest): void {
		this.request = request;
		queueMicrotask(() => this.act(this, request.nonce));
	}
	listen(listener: (message: SandboxMessage) => void): void {
		this.#listener = listener;
	}
	kill(): void {
		this.kills += 1;
	}
	say(message: SandboxMessage): void {
		this.#listener(message);
	}
	started(nonce: string): void {
		this.say({ type: 'started', nonce });
	}
	done(
		nonce: string,
		tests: TestResult[],
		change: Partial<Extract<SandboxMessage, { type: 'done' }>> = {}
	): void {
		this.say({
			type: 'done',
			nonce,
			status: 'ran',
			tests,
			failure: null,
			unhandled: [],
			durationMs: 1,
			...change
		});
	}
}

/** A plan of one run and two tests. */
export const plan: Plan = {
	version: 1,
	runId: 'run',
	exercise: { id: 'a/b', hash: 'h' },
	mode: 'check',
	need: 'worker',
	submission: {},
	files: {},
	packages: { versions: {}, code: null },
	learner: { code: '', map: '', pages: {} },
	entry: 'main.js',
	suite: { code: '', statics: [], expected: ['one', 'two'] },
	runs: [{ id: 'suite', input: null }],
	limits: { timeMs: 100, outputChars: 100 },
	allowPrototype: false,
	allowsUnhandled: []
};
export const result = (name: string, state: TestResult['state'] = 'pass'): TestResult => ({
	name,
	state,
	durationMs: 1,
	failure: null
});
export const failure: Failure = {
	kind: 'load',
	name: 'TypeError',
	message: 'no',
	note: null,
	expected: null,
	received: null,
	diff: null,
	location: null,
	stack: ''
};
