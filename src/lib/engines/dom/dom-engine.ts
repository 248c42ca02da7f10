import { EngineError, type Engine, type PageSession } from '../engine.ts';
import { announcePageRun } from '../host/page-runs.ts';
import { createPageSession } from '../host/page-session.ts';
import { onStuck } from '../host/stuck-frames.ts';
import { openRunFrame } from './run-frame.ts';

export interface DomEngineOptions {
	/** Where the page of `frame-page.ts` is, with the harness of pages in it. */
	url: string;
	/** The frame that the page was served with, where it was; asked for once, at boot. */
	frame?: () => HTMLIFrameElement | null;
}

/** The dom engine: for each run a fresh opaque-origin frame without network, its document the learner's page. */
export function createDomEngine(options: DomEngineOptions): Engine<PageSession> {
	return {
		id: 'dom',
		supports: (need) => (need === 'node' ? { ok: false, reason: 'needs-node' } : { ok: true }),
		async boot(signal): Promise<PageSession> {
			const life = new AbortController();
			let brought = options.frame?.() ?? null;
			const { session, warm, refill } = createPageSession({
				engine: { id: 'dom', reason: 'default' },
				open(harden) {
					const frame = harden ? brought : null;
					brought = null;
					return openRunFrame({ url: options.url, harden, brought: frame, signal: life.signal });
				},
				begin: announcePageRun,
				dispose: () => life.abort(new DOMException('The engine was disposed', 'AbortError'))
			});
			signal.addEventListener('abort', () => life.abort(signal.reason), { signal: life.signal });
			try {
				await warm().catch(warm);
			} catch (cause) {
				life.abort();
				throw new EngineError('boot-failed', 'The frame of the page could not be opened', { cause });
			}
			// The spare went with the frame that hangs. A turn later: the process is gone by then.
			onStuck(() => setTimeout(refill), life.signal);
			return session;
		}
	};
}
