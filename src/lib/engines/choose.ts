import type { EngineNeed } from '../contract/exercise.ts';
import type { EngineId } from './engine.ts';

/** An engine that a page can have. */
export type PageEngineId = Extract<EngineId, 'worker' | 'dom' | 'webcontainer' | 'remote'>;

/** Why an engine runs the code, where nothing forced it. */
export const CHOICE_REASONS = ['default', 'wish', 'operator', 'low-memory', 'slow-line'] as const;

/**
 * Why an engine cannot be had, and so why another one runs the code. `not-isolated`: the browser gives no shared memory.
 * `service-blocked`: the container's service does not answer here. `boot-failed`, `boot-timeout`, `run-failed`: it was
 * tried. `switched-off`: by the operator. `unavailable`: the server takes no code now. `not-agreed`: it belongs to
 * another company, and the learner has not said yes.
 */
export const REFUSAL_REASONS = [
	'no-worker',
	'not-isolated',
	'ios',
	'offline',
	'switched-off',
	'service-blocked',
	'boot-timeout',
	'boot-failed',
	'run-failed',
	'unavailable',
	'not-agreed'
] as const;
export type RefusalReason = (typeof REFUSAL_REASONS)[number];
export type EngineReason = (typeof CHOICE_REASONS)[number] | RefusalReason;

/** What a device can do, and what it can do only with pain. */
export interface DeviceFacts {
	/** The page is cross-origin isolated and has SharedArrayBuffer. */
	isolated: boolean;
	workers: boolean;
	ios: boolean;
	/** Gigabytes, as coarse as browsers tell; null where they do not. */
	memoryGb: number | null;
	/** The line is slow, or the learner asks to download little. */
	slowLine: boolean;
}

export interface ChoiceInput {
	need: EngineNeed;
	device: DeviceFacts;
	/** What the operator leaves on, and whom the operator prefers, best first. */
	operator: { webcontainer: boolean; remote: boolean; prefer: readonly EngineId[] };
	/** Whether the container's service answers from here. */
	service: 'reachable' | 'blocked' | 'unknown';
	online: boolean;
	/** The learner has said yes to the container's service, which is another company's: without that nothing of it is asked. */
	agreed: boolean;
	/** What the learner asked for; taken where it fits. */
	wish: PageEngineId | null;
	/** Engines that were tried on this visit and did not work. */
	failed: ReadonlyMap<PageEngineId, RefusalReason>;
}

export type Candidate =
	{ id: PageEngineId; fits: true } | { id: PageEngineId; fits: false; reason: RefusalReason };

export interface Choice {
	/** Null where none fits. */
	chosen: PageEngineId | null;
	/** Why this one; where a better one does not fit, or none does, why not that one. */
	reason: EngineReason;
	/** The one that was wished for, or is usually the best, where it does not fit. */
	insteadOf: PageEngineId | null;
	/** Best first, the ones that do not fit too. */
	candidates: readonly Candidate[];
}

const ORDER: Readonly<Record<EngineNeed, readonly PageEngineId[]>> = {
	worker: ['worker', 'remote'],
	dom: ['dom', 'remote'],
	node: ['webcontainer', 'remote']
};

/** A container takes about a gigabyte; below this the whole device begins to swap. */
const MEMORY_GB = 2;

/** Which engine runs the code, why, and why not the others. The same facts give the same answer. */
export function chooseEngine(input: ChoiceInput): Choice {
	const usual = ORDER[input.need];
	const { order, why } = ordered(usual, input);
	const candidates = order.map((id): Candidate => {
		const reason = refusal(id, input);
		return reason ? { id, fits: false, reason } : { id, fits: true };
	});
	const wished = candidates.find(({ id }) => id === input.wish);
	if (wished?.fits) return { chosen: wished.id, reason: 'wish', insteadOf: null, candidates };
	const best = wished ?? candidates[0];
	const chosen = candidates.find(({ fits }) => fits)?.id ?? null;
	return best && !best.fits
		? { chosen, reason: best.reason, insteadOf: best.id, candidates }
		: { chosen, reason: why, insteadOf: null, candidates };
}

/** The operator's order first, then what spares the device, then the usual one. */
function ordered(
	usual: readonly PageEngineId[],
	{ need, device, operator }: ChoiceInput
): { order: readonly PageEngineId[]; why: EngineReason } {
	const preferred = usual.filter((id) => operator.prefer.includes(id));
	if (preferred.length > 0) {
		preferred.sort((a, b) => operator.prefer.indexOf(a) - operator.prefer.indexOf(b));
		const order = [...preferred, ...usual.filter((id) => !preferred.includes(id))];
		return { order, why: order[0] === usual[0] ? 'default' : 'operator' };
	}
	// Only the container is heavy: the other engines are lighter than a round trip to the server.
	const light = need === 'node' ? lightReason(device) : null;
	return light ? { order: usual.toReversed(), why: light } : { order: usual, why: 'default' };
}

function lightReason({ memoryGb, slowLine }: DeviceFacts): EngineReason | null {
	if (memoryGb !== null && memoryGb < MEMORY_GB) return 'low-memory';
	return slowLine ? 'slow-line' : null;
}

/** What this device and this operator rule out comes before what passes: it says what will not change by waiting. */
function refusal(id: PageEngineId, input: ChoiceInput): RefusalReason | null {
	const { device, operator, online, service } = input;
	const lasting = (): RefusalReason | null => {
		switch (id) {
			case 'worker':
			case 'dom':
				return device.workers ? null : 'no-worker';
			case 'webcontainer':
				if (!operator.webcontainer) return 'switched-off';
				if (device.ios) return 'ios';
				return device.isolated ? null : 'not-isolated';
			case 'remote':
				return operator.remote ? null : 'switched-off';
		}
	};
	const passing = (): RefusalReason | null => {
		// The two engines of the page itself work without a network once they are here.
		if (id !== 'worker' && id !== 'dom' && !online) return 'offline';
		if (id !== 'webcontainer') return null;
		if (!input.agreed) return 'not-agreed';
		return service === 'blocked' ? 'service-blocked' : null;
	};
	return lasting() ?? passing() ?? input.failed.get(id) ?? null;
}

/**
 * Whether a refusal may be over when one tries again, so that the learner may ask for that engine all the same. The
 * others stay as long as the device, the browser and the operator's settings do.
 */
export const isPassing = (reason: EngineReason): boolean =>
	['service-blocked', 'boot-timeout', 'boot-failed', 'run-failed', 'unavailable'].includes(reason);

/** An engine's own code for what went wrong, as one that the page can say. */
export const refusalOf = (code: string): RefusalReason =>
	REFUSAL_REASONS.find((known) => known === code) ?? 'boot-failed';
