import type { WebContainerProcess } from '@webcontainer/api';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { READY_LIMIT_MS, startRunner, type ContainerPart } from './runner-process.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const SCRIPTS = { runner: '', harness: '' };
const KIND = { harden: true, packages: [] };

/** A container with one process in it, which says nothing by itself and does not say either that it has ended. */
function hanging() {
	const killed = vi.fn();
	let say!: (text: string) => void;
	const program: WebContainerProcess = {
		exit: new Promise(() => {}),
		input: new WritableStream(),
		output: new ReadableStream<string>({ start: (output) => void (say = (text) => output.enqueue(text)) }),
		kill: killed,
		resize() {}
	};
	const mount = vi.fn<ContainerPart['mount']>(async () => {});
	const container: ContainerPart = {
		fs: { mkdir: vi.fn(), rm: vi.fn(), writeFile: vi.fn() },
		mount,
		spawn: async () => program
	};
	/** What the harness says when it is ready, with the key that the runner was given. */
	const becomeReady = () => {
		const [tree] = mount.mock.calls[0]!;
		const key = /"key":"([\d-]+)"/.exec(JSON.stringify(tree).replaceAll('\\', ''))![1];
		const text = JSON.stringify({ type: 'ready' });
		say(`@${key}:${text.length}:${text}`);
	};
	return { container, killed, becomeReady };
}

test('a runner that never says that it is ready is ended at the limit, whatever the container says', async () => {
	const { container, killed } = hanging();
	const { ready } = await startRunner(container, SCRIPTS, KIND, new AbortController().signal);
	await vi.advanceTimersByTimeAsync(READY_LIMIT_MS - 1);
	expect(killed).not.toHaveBeenCalled();
	await vi.advanceTimersByTimeAsync(1);
	expect(await ready).toBe(false);
	expect(killed).toHaveBeenCalledOnce();
});

test('a runner that nobody wants any more before it is ready is ended at once', async () => {
	const { container, killed } = hanging();
	const unwanted = new AbortController();
	const { ready } = await startRunner(container, SCRIPTS, KIND, unwanted.signal);
	unwanted.abort();
	expect(await ready).toBe(false);
	expect(killed).toHaveBeenCalledOnce();
});

test('a runner that is ready is ended by nobody but who has it', async () => {
	const { container, killed, becomeReady } = hanging();
	const unwanted = new AbortController();
	const { ready } = await startRunner(container, SCRIPTS, KIND, unwanted.signal);
	becomeReady();
	expect(await ready).toBe(true);
	await vi.advanceTimersByTimeAsync(READY_LIMIT_MS);
	unwanted.abort();
	expect(killed).not.toHaveBeenCalled();
});
