import type { DeviceFacts } from '../../engines/choose.ts';

/** What browsers tell of themselves beyond the standard types. */
interface Clues {
	userAgent: string;
	maxTouchPoints?: number;
	deviceMemory?: number;
	connection?: { saveData?: boolean; effectiveType?: string };
}

/** Reads what this device can do. In a browser only; both arguments are for tests. */
export function readDevice(
	clues: Clues = navigator,
	scope: { crossOriginIsolated?: boolean; SharedArrayBuffer?: unknown; Worker?: unknown } = globalThis
): DeviceFacts {
	const { connection } = clues;
	return {
		isolated: scope.crossOriginIsolated === true && scope.SharedArrayBuffer !== undefined,
		workers: typeof scope.Worker === 'function',
		// An iPad calls itself a Mac; no Mac has a touch screen.
		ios:
			/iPhone|iPad|iPod/.test(clues.userAgent) ||
			(/Macintosh/.test(clues.userAgent) && (clues.maxTouchPoints ?? 0) > 1),
		memoryGb: clues.deviceMemory ?? null,
		slowLine: connection?.saveData === true || /2g$/.test(connection?.effectiveType ?? '')
	};
}

/**
 * Whether a sandboxed frame shares its thread with the page around it, so that nobody can end its endless loop from outside.
 * Chromium gives it a process of its own, and is the only one to have `userAgentData`.
 */
export const framesShareThread = (clues: object = navigator): boolean => !('userAgentData' in clues);
