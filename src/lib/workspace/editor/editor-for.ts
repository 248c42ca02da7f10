import type { EditorKind } from './preferences.ts';

/** What a browser says of a device. */
export interface EditorDevice {
	/** The learner, or the network, asks to download little. */
	saveData: boolean;
	/** Whether one points with a mouse or a touchpad: a pen beside a touch screen does not count. */
	finePointer: boolean;
	/** Gigabytes, rounded down to a power of two; only Chromium says it. */
	memory?: number;
	/** Processors; two in an old laptop. Asked where a browser does not tell its memory. */
	cores: number;
	/** How quick the line is, as the Network Information API names it; only Chromium says it. */
	line?: string;
}

/** With less, Monaco and its workers push the page itself out of memory. */
const LITTLE_MEMORY = 2;
const FEW_CORES = 2;
const SLOW_LINES = new Set(['slow-2g', '2g', '3g']);

/** The editor that fits a device whose learner has not chosen one. Monaco is not made for fingers, and weighs ten times as much. */
export function editorFor({ saveData, finePointer, memory, cores, line = '' }: EditorDevice): EditorKind {
	if (saveData) return 'plain';
	const weak = memory === undefined ? cores <= FEW_CORES : memory <= LITTLE_MEMORY;
	const slow = weak || SLOW_LINES.has(line);
	return finePointer && !slow ? 'full' : 'light';
}

interface Connection {
	saveData?: boolean;
	effectiveType?: string;
}

/** Asks this browser. */
export function readDevice(): EditorDevice {
	const { connection, deviceMemory, hardwareConcurrency } = navigator as Navigator & {
		connection?: Connection;
		deviceMemory?: number;
	};
	return {
		saveData: connection?.saveData === true,
		finePointer: matchMedia('(pointer: fine)').matches,
		memory: deviceMemory,
		cores: hardwareConcurrency,
		line: connection?.effectiveType
	};
}
