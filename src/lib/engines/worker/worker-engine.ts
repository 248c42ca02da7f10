import { nextTurn } from '../../abort.ts';
import { EngineError, type Engine, type PageSession } from '../engine.ts';
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
				const { dead, url } = await old.catch(() => ({ dead: true, url: options.sandboxUrl }));
				if (dead) {
					// A turn later: the process of the old one is gone then. Once, also where two ask for it.
					await nextTurn();
					if (frame === old) frame = openSandboxFrame(url, null);
				}
				return (await frame).spawn(harden);
			}

			const { session, warm } = createPageSession({
				engine: { id: 'worker', reason: 'default' },
				open,
				dispose: () => void frame.then((there) => there.remove()).catch(() => {})
			});
			try {
				await frame;
				// Booted means ready to run.
				await warm().catch(warm);
			} catch (cause) {
				session.dispose();
				throw new EngineError('boot-failed', 'No worker could be started', { cause });
			}
			return session;
		}
	};
}
