import { nextTurn } from '../../abort.ts';
import type { Engine, PageSession } from '../engine.ts';
import { createPageSession, type PageSandbox } from '../host/page-session.ts';
import { openSandboxFrame, type SandboxFrame } from './sandbox-frame.ts';

export interface WorkerEngineOptions {
	/** Where the page of `sandbox-page.ts` is. */
	sandboxUrl: string;
	/** The frame that the page was served with, where it was; asked for once, at boot. */
	frame?: () => HTMLIFrameElement | null;
}

/** The worker engine: an opaque-origin frame without network, and in it one fresh hardened worker for each run. */
export function createWorkerEngine(options: WorkerEngineOptions): Engine<PageSession> {
	return {
		id: 'worker',
		supports: (need) => {
			if (need !== 'worker') return { ok: false, reason: 'needs-page' };
			return typeof Worker === 'function' ? { ok: true } : { ok: false, reason: 'no-worker' };
		},
		async boot(): Promise<PageSession> {
			const brought = options.frame?.() ?? null;
			let frame: Promise<SandboxFrame> = openSandboxFrame(options.sandboxUrl, brought);

			async function open(harden: boolean): Promise<PageSandbox> {
				const old = frame;
				const isDead = await old.then(
					(there) => there.dead,
					() => true
				);
				if (isDead) {
					// A turn later: the process of the old one is gone then. Once, also where two ask for it.
					await nextTurn();
					if (frame === old) frame = openSandboxFrame(options.sandboxUrl, null);
				}
				return (await frame).spawn(harden);
			}

			const { session, warm } = createPageSession({
				engine: { id: 'worker', reason: 'default' },
				open,
				dispose: () => void frame.then((there) => there.remove()).catch(() => {})
			});
			await frame;
			// Booted means ready to run; a spare that failed is tried again by the run.
			await warm().catch(() => {});
			return session;
		}
	};
}
