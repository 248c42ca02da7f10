import type { EditorKind } from './preferences.ts';

/** What a browser says of a device. */
export interface EditorDevice {
	/** The learner, or the network, asks to download little. */
	saveData: boolean;
	/** Whether there is a mouse or a touchpad. */
	finePointer: boolean;
	/** Gigabytes, rounded down to a power of two; only Chromium says it. */
	memory?: number;
	/** How quick the line is, as the Network Information API names it; only Chromium says it. */
	line?: string;
}

/** With less, Monaco and its workers push the page itself out of memory. */
const LITTLE_MEMORY = 2;
const SLOW_LINES = new Set(['slow-2g', '2g', '3g']);

/** The editor that fits a device whose learner has not chosen one. Monaco is not made for fingers, and weighs ten times as much. */
export function editorFor({ saveData, finePointer, memory, line = '' }: EditorDevice): EditorKind {
	if (saveData) return 'plain';
	const slow = (memory !== undefined && memory <= LITTLE_MEMORY) || SLOW_LINES.has(line);
	return finePointer && !slow ? 'full' : 'light';
}

interface Connection {
	saveData?: boolean;
	effectiveType?: string;
}

/** Asks this browser. */
export function readDevice(): EditorDevice {
	const { connection, deviceMemory } = navigator as Navigator & {
		connection?: Connection;
		deviceMemory?: number;
	};
	return {
		saveData: connection?.saveData === true,
		finePointer: matchMedia('(any-pointer: fine)').matches,
		memory: deviceMemory,
		line: connection?.effectiveType
	};
}
