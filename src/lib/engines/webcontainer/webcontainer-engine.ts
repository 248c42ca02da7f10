import { EngineError, type Engine, type PageSession } from '../engine.ts';
import { holdContainer, type WebcontainerApi } from './container.ts';
import { PROJECT_FOLDER, type ContainerScripts } from './runner.ts';
import { createSession } from './session.ts';
import { supportHere, type Support } from './support.ts';

export interface WebcontainerEngineOptions {
	/** Where the `ContainerScripts` are: `virtual:passerelle/container-url`. */
	scriptsUrl: string;
	/** A public client key of StackBlitz; null without one. */
	apiKey: string | null;
	fetch?: typeof globalThis.fetch;
	isSupportedHere?: () => Support;
	/** The package is large enough to come only when it is needed. */
	load?: () => Promise<WebcontainerApi>;
}

async function fetchScripts(
	url: string,
	{ fetch = globalThis.fetch }: WebcontainerEngineOptions,
	signal: AbortSignal
): Promise<ContainerScripts> {
	const response = await fetch(url, { signal });
	if (!response.ok) throw new Error(`${url} answered ${response.status}`);
	return (await response.json()) as ContainerScripts;
}

/** Our own scripts for the container; `offline` where they do not come. */
async function loadParts(options: WebcontainerEngineOptions, signal: AbortSignal) {
	const { load = () => import('@webcontainer/api'), scriptsUrl } = options;
	try {
		return await Promise.all([load(), fetchScripts(scriptsUrl, options, signal)]);
	} catch (error) {
		signal.throwIfAborted();
		throw new EngineError('offline', 'The scripts for the container did not come', { cause: error });
	}
}

/**
 * The webcontainer engine: Node in the page, run by StackBlitz's service. For Node exercises, and for those that need
 * only the language.
 */
export function createWebcontainerEngine(options: WebcontainerEngineOptions): Engine<PageSession> {
	const isSupportedHere = options.isSupportedHere ?? supportHere;
	return {
		id: 'webcontainer',
		supports: (need) => (need === 'dom' ? { ok: false, reason: 'needs-page' } : isSupportedHere()),
		async boot(signal, onWait): Promise<PageSession> {
			const support = isSupportedHere();
			if (!support.ok) throw new EngineError(support.reason, 'A container cannot boot on this device');
			signal.throwIfAborted();
			onWait?.({ step: 'booting' });
			const [api, scripts] = await loadParts(options, signal);
			const { container, release } = await holdContainer(api, options.apiKey, signal);
			try {
				onWait?.({ step: 'mounting' });
				await container.fs.mkdir(PROJECT_FOLDER, { recursive: true });
				signal.throwIfAborted();
				return createSession(container, scripts, release);
			} catch (error) {
				release();
				signal.throwIfAborted();
				throw new EngineError('boot-failed', 'The container took no files', { cause: error });
			}
		}
	};
}
