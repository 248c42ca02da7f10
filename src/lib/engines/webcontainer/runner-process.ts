import type { WebContainer, WebContainerProcess } from '@webcontainer/api';
import { sleep } from '../../abort.ts';
import { newNonce, type Sandbox } from '../host/talk-with.ts';
import type { SandboxMessage } from '../harness/protocol.ts';
import { readRunnerOutput } from './runner-output.ts';
import {
	BOOT_FILE,
	OWN_FOLDER,
	PROJECT_FOLDER,
	REQUEST_FILE,
	RUNNER_FILE,
	type ContainerScripts,
	type RunnerBoot
} from './runner.ts';

/** Heap of one run, MB: an exercise that needs more is a loop. */
const HEAP_MB = 256;
/** Reading the harness inside a container takes an old laptop some seconds; longer is a container that hangs. */
export const READY_LIMIT_MS = 30_000;
/** How long the last output may arrive after the exit code: they come over different ports. */
const LAST_OUTPUT_MS = 500;

/** A process of Node with the harness in it, for one run. */
export interface Runner {
	readonly sandbox: Sandbox;
	/** Resolves with whether the harness is ready; false when the process ended before, or was ended at the limit. */
	readonly ready: Promise<boolean>;
	/** What the process printed last. */
	tail(): string;
}

/** What a runner needs of its container. */
export type ContainerPart = Pick<WebContainer, 'mount' | 'spawn'> & {
	fs: Pick<WebContainer['fs'], 'mkdir' | 'rm' | 'writeFile'>;
};

export type RunnerKind = Omit<RunnerBoot, 'key' | 'harness'>;

/** How a process of Node ended, from its exit code and its last words. */
function endOf(tail: string): 'crash' | 'out-of-memory' {
	return /JavaScript heap out of memory/.test(tail) ? 'out-of-memory' : 'crash';
}

async function drain(output: ReadableStream<string>, push: (chunk: string) => void): Promise<void> {
	const reader = output.getReader();
	for (let next = await reader.read(); !next.done; next = await reader.read()) push(next.value);
}

const file = (contents: string) => ({ file: { contents } });

/**
 * Starts a runner in a new folder of the container, with everything of ours brought anew: a program before it can have
 * written anywhere, and cannot know the folder's name. Rejects when the container does not let it: then it is broken. One
 * that is not ready at the limit, or when nobody wants it any more (`signal`), is ended.
 */
export async function startRunner(
	container: ContainerPart,
	{ runner, harness }: ContainerScripts,
	kind: RunnerKind,
	signal: AbortSignal
): Promise<Runner> {
	signal.throwIfAborted();
	const folder = `${OWN_FOLDER}/${newNonce()}`;
	const boot: RunnerBoot = { ...kind, harness, key: newNonce() };
	await container.fs.mkdir(`${folder}/${PROJECT_FOLDER}`, { recursive: true });
	await container.mount(
		{ [RUNNER_FILE]: file(runner), [BOOT_FILE]: file(JSON.stringify(boot)) },
		{ mountPoint: folder }
	);
	const process: WebContainerProcess = await container.spawn('node', [`../${RUNNER_FILE}`], {
		cwd: `${folder}/${PROJECT_FOLDER}`,
		env: { NODE_OPTIONS: `--max-old-space-size=${HEAP_MB}` }
	});
	let listener: (message: SandboxMessage) => void = () => {};
	let becomeReady = (_is: boolean) => {};
	const ready = new Promise<boolean>((resolve) => (becomeReady = resolve));
	const output = readRunnerOutput(boot.key, (message) => {
		if (message.type === 'ready') becomeReady(true);
		listener(message);
	});
	const drained = drain(process.output, output.push).catch(() => {});
	const ended = (async () => {
		await process.exit.catch(() => {});
		await Promise.race([drained, sleep(LAST_OUTPUT_MS)]);
		becomeReady(false);
		void container.fs.rm(folder, { recursive: true, force: true }).catch(() => {});
		return endOf(output.tail());
	})();
	// Its end is not waited for: what hangs may not say that it has ended.
	const giveUp = () => {
		process.kill();
		becomeReady(false);
	};
	const limit = setTimeout(giveUp, READY_LIMIT_MS);
	signal.addEventListener('abort', giveUp, { once: true });
	if (signal.aborted) giveUp();
	void ready.then(() => {
		clearTimeout(limit);
		signal.removeEventListener('abort', giveUp);
	});
	const input = process.input.getWriter();
	return {
		ready,
		tail: output.tail,
		sandbox: {
			listen: (next) => void (listener = next),
			ended,
			post(request) {
				void container.fs
					.writeFile(`${folder}/${REQUEST_FILE}`, JSON.stringify(request))
					.then(() => input.write('\n'))
					.catch(() => process.kill());
			},
			kill: () => process.kill()
		}
	};
}
