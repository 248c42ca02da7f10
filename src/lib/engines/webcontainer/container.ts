import type { WebContainer } from '@webcontainer/api';
import { within } from '../../abort.ts';
import { EngineError } from '../engine.ts';

/** What is used of the package. */
export type WebcontainerApi = Pick<typeof import('@webcontainer/api'), 'WebContainer' | 'configureAPIKey'>;

/** Users report boots over 30 s; whoever waits that long is better served by another engine. */
const BOOT_LIMIT_MS = 30_000;

/**
 * State of the document, because the service allows one container per document: the boot under way or done, who has it,
 * and whether the key was given (only before the first boot).
 */
const here = {
	booting: null as Promise<WebContainer> | null,
	taken: null as Promise<void> | null,
	keyGiven: false
};

export interface HeldContainer {
	container: WebContainer;
	/** Tears the container down; the next one may be booted then. */
	release(): void;
}

function boot(
	{ WebContainer, configureAPIKey }: WebcontainerApi,
	apiKey: string | null
): Promise<WebContainer> {
	if (apiKey !== null && !here.keyGiven) configureAPIKey(apiKey);
	here.keyGiven = true;
	const booting = WebContainer.boot({ coep: 'require-corp', workdirName: 'passerelle' });
	booting.catch(() => {
		if (here.booting === booting) here.booting = null;
	});
	return booting;
}

/**
 * Boots the page's container, once nobody else has it. A boot that took too long is not lost: the next caller gets it.
 * Rejects with `EngineError` `boot-timeout` or `boot-failed`, or with the signal's reason.
 */
export async function holdContainer(
	api: WebcontainerApi,
	apiKey: string | null,
	signal: AbortSignal
): Promise<HeldContainer> {
	const patience = {
		signal,
		limitMs: BOOT_LIMIT_MS,
		late: () => new EngineError('boot-timeout', `The container did not boot in ${BOOT_LIMIT_MS / 1000} s`)
	};
	while (here.taken) await within(here.taken, patience);
	let free = () => {};
	here.taken = new Promise((resolve) => {
		free = () => {
			here.taken = null;
			resolve();
		};
	});
	try {
		here.booting ??= boot(api, apiKey);
		const container = await within(here.booting, patience);
		return {
			container,
			release() {
				here.booting = null;
				container.teardown();
				free();
			}
		};
	} catch (error) {
		free();
		if (error instanceof EngineError || signal.aborted) throw error;
		throw new EngineError('boot-failed', 'The container could not be booted', { cause: error });
	}
}
