import type { EngineNeed } from '../../contract/exercise.ts';
import type { ChoiceInput, PageEngineId } from '../../engines/choose.ts';
import type { Engine, PageSession } from '../../engines/engine.ts';
import { createWorkerEngine } from '../../engines/worker/worker-engine.ts';
import { readDevice } from './device.ts';
import { sessionStorageOrNull } from '../run/kept-result.ts';
import { localStorageOrNull } from '../storage/journal.ts';
import { readFindings, writeFindings } from './engine-findings.ts';
import { EngineHost } from './engine-host.ts';
import { readAgreement, readWish, writeAgreement, writeWish } from './engine-wishes.ts';

/** Addresses of what the engines load. */
export interface EngineAddresses {
	sandbox: string;
	dom: string;
	preview: string;
	recorder: string;
	container: string;
}

/** What the operator decided; from the server. */
export interface EngineConfig {
	webcontainer: { enabled: boolean; apiKey: string | null };
	remote: { enabled: boolean };
	/** Best first; empty: the choice is ours. */
	prefer: ChoiceInput['operator']['prefer'];
}

const VERIFY_URL = '/api/verify';
const HEALTH_URL = '/api/health';

/** The frame that the server put into the page for exercises of this need, or null. */
const brought = (need: EngineNeed) => () =>
	document.querySelector<HTMLIFrameElement>(`iframe[data-sandbox="${need}"]`);

/**
 * Each engine's code comes when it is first chosen; the worker's, small and used by most exercises, is in the page. None
 * knows the others: this is the one place that knows them all.
 */
async function loadEngine(
	id: PageEngineId,
	at: EngineAddresses,
	config: EngineConfig,
	reason: () => string
): Promise<Engine<PageSession>> {
	switch (id) {
		case 'worker':
			return createWorkerEngine({ sandboxUrl: at.sandbox, frame: brought('worker') });
		case 'dom': {
			const { createDomEngine } = await import('../../engines/dom/dom-engine.ts');
			return createDomEngine({ url: at.dom, frame: brought('dom') });
		}
		case 'webcontainer': {
			const { createWebcontainerEngine } = await import('../../engines/webcontainer/webcontainer-engine.ts');
			const { apiKey } = config.webcontainer;
			return createWebcontainerEngine({ scriptsUrl: at.container, apiKey });
		}
		case 'remote': {
			const { createRemoteEngine } = await import('../../engines/remote/remote-engine.ts');
			return createRemoteEngine({ url: VERIFY_URL, healthUrl: HEALTH_URL, reason });
		}
	}
}

/** The server's engine, booted beside the one that a page has; null where the operator or the network do not have it. */
export async function bootServer(
	at: EngineAddresses,
	config: EngineConfig,
	signal: AbortSignal
): Promise<PageSession | null> {
	if (!config.remote.enabled || navigator.onLine === false) return null;
	const engine = await loadEngine('remote', at, config, () => 'default');
	return engine.boot(signal);
}

/** The host of one need's engines in this page. */
export function createPageHost(need: EngineNeed, at: EngineAddresses, config: EngineConfig): EngineHost {
	const device = readDevice();
	const operator = {
		webcontainer: config.webcontainer.enabled,
		remote: config.remote.enabled,
		prefer: config.prefer
	};
	/** Where the device keeps nothing, a wish holds until the page is left. */
	let wish = readWish(localStorageOrNull(), need);
	let agreed = readAgreement(localStorageOrNull());
	const host: EngineHost = new EngineHost({
		load: (id) => loadEngine(id, at, config, () => host.state.choice.reason),
		facts: () => ({ need, device, operator, online: navigator.onLine !== false }),
		preflight: async (signal) => (await import('./preflight.ts')).preflight(signal),
		agreement: {
			read: () => agreed,
			write(next) {
				agreed = next;
				writeAgreement(localStorageOrNull(), next);
			}
		},
		findings: {
			read: () => readFindings(sessionStorageOrNull()),
			write: (failed) => writeFindings(sessionStorageOrNull(), failed)
		},
		wish: {
			read: () => wish,
			write(next) {
				wish = next;
				writeWish(localStorageOrNull(), need, next);
			}
		}
	});
	return host;
}
