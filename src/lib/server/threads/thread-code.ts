import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { EngineNeed } from '../../contract/exercise.ts';
import { writeWhole } from '../catalog/write-whole.ts';
import { recordingRequest } from '../sandbox/code-cache-suite.ts';
import type { ThreadData, ThreadMessage } from './protocol.ts';

/*
 * Reading the harness and compiling its functions is a third of what a short run costs a thread. V8's code of them is
 * recorded once, after a suite of our own, and given to every later thread; V8 itself refuses code of another version.
 */

/** A thread that takes longer than this to run our own suite is not worth waiting for. */
const RECORD_LIMIT_MS = 20_000;

/** Boots a thread that runs our own suite, and returns V8's code of the harness afterwards; null where it does not. */
function record(program: string, harness: string, need: EngineNeed): Promise<Uint8Array | null> {
	const worker = new Worker(program, {
		eval: true,
		workerData: { harness, harden: true, record: true } satisfies ThreadData,
		env: {},
		stdout: true,
		stderr: true
	});
	return new Promise<Uint8Array | null>((resolve) => {
		const timer = setTimeout(() => resolve(null), RECORD_LIMIT_MS);
		timer.unref();
		const end = (code: Uint8Array | null) => {
			clearTimeout(timer);
			resolve(code);
		};
		worker.on('error', () => end(null));
		worker.on('exit', () => end(null));
		worker.on('message', (message: ThreadMessage) => {
			if (message.type === 'ready') worker.postMessage(recordingRequest(need, RECORD_LIMIT_MS));
			if (message.type === 'done') worker.postMessage('record');
			if (message.type === 'code') end(message.code);
		});
		// Nobody waits for it: a command that is done ends.
		worker.unref();
	}).finally(() => void worker.terminate());
}

/**
 * V8's code of the harnesses, recorded when it is first asked for and kept in `folder` (null: in this process only).
 * `get` never waits: null until it is there.
 */
export function createThreadCode(
	harnesses: Readonly<Record<EngineNeed | 'thread', string>>,
	folder: string | null
) {
	const known = new Map<EngineNeed, Uint8Array | null>();

	function fileOf(need: EngineNeed): string {
		const { version, arch } = process;
		const parts = [version, arch, harnesses.thread, harnesses[need]];
		const hash = createHash('sha256').update(parts.join('\n')).digest('hex');
		return join(folder ?? '', `${hash.slice(0, 16)}.${need}.code`);
	}

	async function find(need: EngineNeed): Promise<void> {
		const kept = folder === null ? null : await readFile(fileOf(need)).catch(() => null);
		if (kept) return void known.set(need, kept);
		const code = await record(harnesses.thread, harnesses[need], need);
		known.set(need, code);
		if (folder === null || code === null) return;
		try {
			await writeWhole(fileOf(need), code);
		} catch {
			// A disk that keeps nothing costs the next process a recording.
		}
	}

	return {
		get(need: EngineNeed): Uint8Array | null {
			if (!known.has(need)) {
				known.set(need, null);
				void find(need);
			}
			return known.get(need) ?? null;
		}
	};
}
