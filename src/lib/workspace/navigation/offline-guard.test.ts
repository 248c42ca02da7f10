import { beforeEach, expect, test, vi } from 'vitest';
import { createOfflineGuard, type GuardPorts } from './offline-guard.ts';

const map = 'https://site.test/fr/map';
let ports: { [K in keyof GuardPorts]: ReturnType<typeof vi.fn<GuardPorts[K]>> };
let cancel: () => void;

const leave = (change: object = {}) =>
	createOfflineGuard(ports)({ to: { url: new URL(map) }, willUnload: false, cancel, ...change });

beforeEach(() => {
	cancel = vi.fn();
	ports = {
		online: vi.fn(() => false),
		reach: vi.fn(() => Promise.reject<unknown>(new TypeError('Failed to fetch'))),
		undone: vi.fn(() => Promise.resolve<unknown>(null)),
		go: vi.fn(),
		onBlocked: vi.fn()
	};
});

test('without a network the page stays and says why', async () => {
	await leave();
	expect(cancel).toHaveBeenCalledTimes(1);
	expect(ports.onBlocked).toHaveBeenCalledTimes(1);
	expect(ports.go).not.toHaveBeenCalled();
});

test.each([
	['with a network', () => (ports.online = vi.fn(() => true)), {}],
	['where the browser leaves by itself', () => undefined, { willUnload: true }],
	['for an address outside of the site', () => undefined, { to: null }]
])('%s nothing is held back', async (_, prepare, change) => {
	prepare();
	await leave(change);
	expect(cancel).not.toHaveBeenCalled();
	expect(ports.reach).not.toHaveBeenCalled();
});

test('a server that answers without a network is visited, by a link or a step back', async () => {
	ports.reach = vi.fn(() => Promise.resolve<unknown>(null));
	await leave();
	await leave({ delta: -1 });
	expect(ports.go.mock.calls).toEqual([
		[map, null],
		[map, -1]
	]);
	expect(ports.onBlocked).not.toHaveBeenCalled();
});

test('a step back is not taken again before it is undone', async () => {
	let undo = () => {};
	ports.reach = vi.fn(() => Promise.resolve<unknown>(null));
	ports.undone = vi.fn(() => new Promise<unknown>((resolve) => (undo = () => resolve(null))));
	const left = leave({ delta: -1 });
	await vi.waitFor(() => expect(ports.reach).toHaveBeenCalled());
	expect(ports.go).not.toHaveBeenCalled();
	undo();
	await left;
	expect(ports.go).toHaveBeenCalledWith(map, -1);
});

test('the visit that follows is not held back again', async () => {
	ports.reach = vi.fn(() => Promise.resolve<unknown>(null));
	const guard = createOfflineGuard(ports);
	const leaving = { to: { url: new URL(map) }, willUnload: false, cancel };
	await guard(leaving);
	await guard(leaving);
	expect(cancel).toHaveBeenCalledTimes(1);
});
