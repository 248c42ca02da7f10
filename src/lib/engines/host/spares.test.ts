import { expect, test, vi } from 'vitest';
import type { SandboxEnd } from './talk-with.ts';
import { createSpares } from './spares.ts';

/** A sandbox that a test drives by hand: it is ready when the test says so. */
function fake(kind: string, number: number) {
	let ready = () => {};
	let fail = (_: Error) => {};
	let end = (_: SandboxEnd) => {};
	const lost = new AbortController();
	const sandbox = {
		kind,
		number,
		kill: vi.fn<() => void>(),
		post() {},
		listen() {},
		lost: lost.signal,
		ended: new Promise<SandboxEnd>((resolve) => (end = resolve))
	};
	const making = new Promise<typeof sandbox>((resolve, reject) => {
		ready = () => resolve(sandbox);
		fail = reject;
	});
	return { sandbox, making, ready, fail, end, lose: () => lost.abort() };
}

function fakes(count?: number) {
	const made: ReturnType<typeof fake>[] = [];
	const onReady = vi.fn<(sandbox: object) => void>();
	const spares = createSpares<string, ReturnType<typeof fake>['sandbox']>({
		make(kind) {
			const one = fake(kind, made.length);
			made.push(one);
			return one.making;
		},
		nameOf: (kind) => kind,
		onReady,
		...(count === undefined ? {} : { count })
	});
	return { made, spares, onReady };
}
const settled = () => new Promise((resolve) => setImmediate(resolve));

test('nothing is made before somebody prepares or takes', async () => {
	const { made, spares } = fakes();
	expect(made).toHaveLength(0);
	const taking = spares.take('a');
	made[0]!.ready();
	expect(await taking).toEqual({ sandbox: made[0]!.sandbox, cold: true });
	expect(made).toHaveLength(1);
});

test('a spare is made once, taken once, and made again when somebody prepares again', async () => {
	const { made, spares, onReady } = fakes();
	spares.prepare('a');
	spares.prepare('a');
	expect(made).toHaveLength(1);
	made[0]!.ready();
	await settled();
	expect(spares.ready).toEqual([made[0]!.sandbox]);
	expect(onReady).toHaveBeenCalledExactlyOnceWith(made[0]!.sandbox);
	expect(await spares.take('a')).toEqual({ sandbox: made[0]!.sandbox, cold: false });
	expect(spares.ready).toEqual([]);
	spares.prepare('a');
	expect(made).toHaveLength(2);
});

test('of several the one that is ready is taken, else the one that has been made for longest', async () => {
	const { made, spares } = fakes(3);
	spares.prepare('a');
	made[1]!.ready();
	await settled();
	expect((await spares.take('a')).sandbox.number).toBe(1);
	const taking = spares.take('a');
	made[2]!.ready();
	made[0]!.ready();
	expect(await taking).toMatchObject({ sandbox: { number: 0 }, cold: true });
	spares.prepare('a');
	expect(made).toHaveLength(5);
});

test('spares of another kind are neither taken nor kept', async () => {
	const { made, spares } = fakes();
	spares.prepare('a');
	made[0]!.ready();
	await settled();
	const taking = spares.take('b');
	made[1]!.ready();
	expect((await taking).sandbox.kind).toBe('b');
	expect(made[0]!.sandbox.kill).not.toHaveBeenCalled();
	spares.prepare('b');
	await settled();
	expect(made[0]!.sandbox.kill).toHaveBeenCalledOnce();
	expect(made.map(({ sandbox }) => sandbox.kind)).toEqual(['a', 'b', 'b']);
});

test.each(['end', 'lose'] as const)(
	'one that waits and does "%s" is thrown away, and not made again',
	async (how) => {
		const { made, spares } = fakes();
		spares.prepare('a');
		made[0]!.ready();
		await settled();
		if (how === 'end') made[0]!.end('crash');
		else made[0]!.lose();
		await settled();
		expect(spares.ready).toEqual([]);
		expect(made[0]!.sandbox.kill).toHaveBeenCalledOnce();
		expect(made).toHaveLength(1);
	}
);

test('one that was taken is ended by who took it, and by nobody else', async () => {
	const { made, spares } = fakes();
	spares.prepare('a');
	made[0]!.ready();
	await spares.take('a');
	made[0]!.lose();
	made[0]!.end('crash');
	spares.dispose();
	await settled();
	expect(made[0]!.sandbox.kill).not.toHaveBeenCalled();
});

test('where a spare cannot be had a new one is tried, and once more where that is lost meanwhile', async () => {
	const { made, spares } = fakes();
	spares.prepare('a');
	const taking = spares.take('a');
	made[0]!.fail(new Error('spare'));
	await vi.waitFor(() => expect(made).toHaveLength(2));
	made[1]!.lose();
	made[1]!.ready();
	await vi.waitFor(() => expect(made).toHaveLength(3));
	expect(made[1]!.sandbox.kill).toHaveBeenCalledOnce();
	made[2]!.ready();
	expect(await taking).toEqual({ sandbox: made[2]!.sandbox, cold: true });
});

test('what the last try failed with is why there is none', async () => {
	const { made, spares } = fakes();
	const taking = spares.take('a');
	made[0]!.fail(new Error('first'));
	await vi.waitFor(() => expect(made).toHaveLength(2));
	made[1]!.fail(new Error('second'));
	await expect(taking).rejects.toThrow('second');
	expect(made).toHaveLength(2);
});

test('warming settles when the spares are ready, and says where one cannot be made', async () => {
	const { made, spares } = fakes(2);
	const warming = spares.warm('a');
	made[0]!.ready();
	made[1]!.fail(new Error('no'));
	await expect(warming).rejects.toThrow('no');
	await settled();
	const again = spares.warm('a');
	expect(made).toHaveLength(3);
	made[2]!.ready();
	await again;
	expect(spares.ready).toHaveLength(2);
});

test('disposing ends what waits, also what is still being made, and nothing is made ahead any more', async () => {
	const { made, spares } = fakes(2);
	spares.prepare('a');
	made[0]!.ready();
	await settled();
	spares.dispose();
	made[1]!.ready();
	await settled();
	for (const { sandbox } of made) expect(sandbox.kill).toHaveBeenCalledOnce();
	spares.prepare('a');
	expect(made).toHaveLength(2);
});
