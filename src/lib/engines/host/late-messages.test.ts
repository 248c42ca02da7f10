import { expect, test } from 'vitest';
import type { Plan } from '../../contract/plan.ts';
import type { EngineEvent } from '../engine.ts';
import type { SandboxMessage } from '../harness/protocol.ts';
import { plan } from './fake-sandbox.ts';
import { runInSandbox } from './run-in-sandbox.ts';
import type { Sandbox } from './talk-with.ts';

const latePlan = (timeMs: number): Plan => ({
	...plan,
	runId: 'late',
	mode: 'run',
	suite: null,
	limits: { timeMs, outputChars: 100 }
});

test('lines that a program wrote before it was ended for its time, and that are read after that, are not heard', async () => {
	const events: EngineEvent[] = [];
	let nonce = '';
	let hear: (message: SandboxMessage) => void = () => {};
	const printed = (text: string): SandboxMessage => ({
		type: 'console',
		nonce,
		entries: [{ level: 'log', text, test: null }],
		end: [],
		leftOut: 0
	});
	const sandbox: Sandbox = {
		post(request) {
			({ nonce } = request);
			hear({ type: 'started', nonce });
			hear(printed('in time'));
		},
		listen: (listener) => (hear = listener),
		ended: new Promise(() => {}),
		kill() {}
	};
	const options = {
		signal: new AbortController().signal,
		onEvent: (event: EngineEvent) => void events.push(event)
	};
	const ended = runInSandbox(sandbox, latePlan(1), { id: 'suite', input: null }, options);
	await ended;
	const heard = events.length;
	expect(events.map(({ type }) => type)).toEqual(['started', 'console']);
	hear(printed('late'));
	expect(events.length).toBe(heard);
});
