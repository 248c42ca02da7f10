import { beforeEach, expect, test } from 'vitest';
import type { ChoiceInput, PageEngineId } from '../../engines/choose.ts';
import { EngineError } from '../../engines/engine.ts';
import { FakeEngine } from '../../engines/fake.ts';
import type { EngineFindings } from './engine-findings.ts';
import { canChoose, EngineHost, type EngineState } from './engine-host.ts';

let engines: Record<PageEngineId, FakeEngine>;
let service: ChoiceInput['service'];
let asked: number;
let online: boolean;
let wish: PageEngineId | null;
let agreed: boolean | null;
let found: EngineFindings;
let host: EngineHost;
let states: EngineState[];

const never = new AbortController().signal;
const session = () => host.session(never);
const now = () => [host.state.stage, host.state.choice.chosen, host.state.choice.reason];

beforeEach(() => {
	engines = {
		worker: new FakeEngine(),
		dom: new FakeEngine(),
		webcontainer: new FakeEngine(),
		remote: new FakeEngine()
	};
	service = 'reachable';
	asked = 0;
	online = true;
	wish = null;
	agreed = true;
	states = [];
	found = new Map();
	host = createHost();
	host.subscribe((state) => states.push(state));
});

const createHost = () =>
	new EngineHost({
		load: (id) => Promise.resolve(engines[id]),
		facts: () => ({
			need: 'node',
			device: { isolated: true, workers: true, ios: false, memoryGb: 8, slowLine: false },
			operator: { webcontainer: true, remote: true, prefer: [] },
			online
		}),
		preflight: () => Promise.resolve((asked++, service)),
		agreement: { read: () => agreed, write: (yes) => (agreed = yes) },
		findings: { read: () => found, write: (failed) => (found = new Map(failed)) },
		wish: { read: () => wish, write: (next) => (wish = next) }
	});

test('the best engine is booted once, for all who ask', async () => {
	expect(now()).toEqual(['idle', 'webcontainer', 'default']);
	await Promise.all([session(), session()]);
	await session();
	expect(engines.webcontainer.boots).toBe(1);
	expect(engines.remote.boots).toBe(0);
	expect(asked).toBe(1);
	expect(now()).toEqual(['ready', 'webcontainer', 'default']);
});

test('before the learner has said yes nothing of the container is asked or loaded, and the server runs the code', async () => {
	agreed = null;
	host.restart();
	expect(host.state.asks).toBe(true);
	await session();
	expect([asked, engines.webcontainer.boots, engines.remote.boots]).toEqual([0, 0, 1]);
	expect(now()).toEqual(['ready', 'remote', 'not-agreed']);
});

test('a yes boots the container and is kept; a no is kept too, and both end the question', async () => {
	for (const [id, answer] of [
		['remote', false],
		['webcontainer', true]
	] as const) {
		agreed = null;
		host.restart();
		host.choose(id);
		await session();
		expect([agreed, host.state.asks, host.state.choice.chosen]).toEqual([answer, false, id]);
	}
});

test('choosing the server after a yes does not take the yes back', () => {
	host.choose('remote');
	expect([agreed, wish]).toEqual([true, 'remote']);
});

test('where the service is blocked the container is not even tried', async () => {
	service = 'blocked';
	await session();
	expect(engines.webcontainer.boots).toBe(0);
	expect(now()).toEqual(['ready', 'remote', 'service-blocked']);
});

test('an engine that does not boot gives way to the next, visibly, and is not tried again', async () => {
	engines.webcontainer.bootError = new EngineError('boot-timeout', 'too slow');
	await session();
	expect(now()).toEqual(['ready', 'remote', 'boot-timeout']);
	expect(host.state.choice.insteadOf).toBe('webcontainer');
	expect(states.map(({ choice, stage }) => `${stage} ${choice.chosen}`)).toContain('booting remote');
	host.restart();
	await session();
	expect(engines.webcontainer.boots).toBe(1);
	expect(engines.remote.boots).toBe(2);
});

test('a service that says nothing is not waited for: the server runs the code', async () => {
	service = 'unknown';
	await session();
	expect(engines.webcontainer.boots).toBe(0);
	expect(now()).toEqual(['ready', 'remote', 'boot-timeout']);
	// Who asks for it once more gets what a slow line needs: the container itself is tried.
	host.choose('webcontainer');
	await session();
	expect(now()).toEqual(['ready', 'webcontainer', 'default']);
});

test('what failed on this visit is known when the next page is opened: nothing of it is tried again', async () => {
	service = 'blocked';
	await session();
	host = createHost();
	await session();
	expect([asked, engines.webcontainer.boots]).toEqual([1, 0]);
	expect(now()).toEqual(['ready', 'remote', 'service-blocked']);
});

test('with no engine left it says so; the next try begins with all of them', async () => {
	engines.webcontainer.bootError = new Error('blocked');
	engines.remote.bootError = new EngineError('unavailable', 'down');
	await expect(session()).rejects.toBeInstanceOf(EngineError);
	expect(host.state.stage).toBe('none');
	expect(host.state.choice.candidates).toEqual([
		{ id: 'webcontainer', fits: false, reason: 'boot-failed' },
		{ id: 'remote', fits: false, reason: 'unavailable' }
	]);
	expect(canChoose(host.state, 'webcontainer')).toBe(false);
	engines.remote.bootError = null;
	await session();
	expect(engines.webcontainer.boots).toBe(2);
	expect(now()).toEqual(['ready', 'remote', 'boot-failed']);
});

test('offline it says so, and works again when the network is back', async () => {
	online = false;
	await expect(session()).rejects.toMatchObject({ reason: 'offline' });
	online = true;
	await session();
	expect(now()).toEqual(['ready', 'webcontainer', 'default']);
	expect(canChoose(host.state, 'remote')).toBe(true);
});

test('an engine that failed a run gives way; the only one that fits does not', async () => {
	await session();
	expect(host.restart(true)).toBe(true);
	expect(engines.webcontainer.disposed).toBe(0);
	await session();
	expect(engines.webcontainer.disposed).toBe(1);
	expect(now()).toEqual(['ready', 'remote', 'run-failed']);
	expect(host.restart(true)).toBe(false);
	expect(host.state.choice.chosen).toBe('remote');
});

test('the learner’s choice is kept, and the usual engine is no wish', async () => {
	await session();
	host.choose('remote');
	await session();
	expect(wish).toBe('remote');
	expect(now()).toEqual(['ready', 'remote', 'wish']);
	expect(engines.webcontainer.disposed).toBe(1);
	host.choose('webcontainer');
	await session();
	expect(wish).toBeNull();
	expect(now()).toEqual(['ready', 'webcontainer', 'default']);
});

test('the learner may ask again for an engine that failed', async () => {
	service = 'blocked';
	await session();
	service = 'reachable';
	host.choose('webcontainer');
	await session();
	expect(asked).toBe(2);
	expect(now()).toEqual(['ready', 'webcontainer', 'default']);
});

test('an engine that boots after it was left is put away', async () => {
	let boot: () => void = () => undefined;
	const held = new Promise<void>((resolve) => (boot = resolve));
	const slow = engines.webcontainer.boot.bind(engines.webcontainer);
	engines.webcontainer.boot = () => held.then(() => slow());
	const first = session();
	const left = expect(first).rejects.toMatchObject({ name: 'AbortError' });
	await new Promise((resolve) => setTimeout(resolve));
	host.choose('remote');
	boot();
	await left;
	await session();
	expect(engines.webcontainer.disposed).toBe(1);
	expect(now()).toEqual(['ready', 'remote', 'wish']);
});

test('who waits hears what the boot waits for, also who comes late', async () => {
	let go: () => void = () => undefined;
	const held = new Promise<void>((resolve) => (go = resolve));
	const { webcontainer } = engines;
	const boot = webcontainer.boot.bind(webcontainer);
	webcontainer.boot = async (...[, onWait]: Parameters<typeof webcontainer.boot>) => {
		onWait?.({ step: 'booting' });
		await held;
		return boot();
	};
	const early: string[] = [];
	const late: string[] = [];
	const first = host.session(never, ({ step }) => early.push(step));
	await new Promise((resolve) => setTimeout(resolve));
	const second = host.session(never, ({ step }) => late.push(step));
	go();
	await Promise.all([first, second]);
	expect(early).toEqual(['booting', 'booting']);
	expect(late).toEqual(['booting']);
});
