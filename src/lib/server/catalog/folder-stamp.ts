import { lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** More than any exercise has; a folder with more is not an exercise but, say, node_modules. */
export const MAX_ENTRIES = 500;
export const MAX_DEPTH = 8;

/**
 * Some file systems note times in steps of two seconds: what was changed shortly before it was read can change again
 * without a new time.
 */
const SETTLED_AFTER_MS = 2000;

/**
 * Names, sizes and times of change of all files of an exercise folder as one text: the same text means that nobody has
 * changed anything. Null where that cannot be promised: a file was changed in the last two seconds, the folder holds
 * links, or more than an exercise may hold. Not seen is only a change of a file's bytes by somebody who keeps its size
 * and sets the clock or the disk back.
 *
 * Synchronous: on a local disk it takes a fifth of a millisecond, a tenth of what promises for each file would cost.
 * @param now milliseconds since 1970
 */
export function stampFolder(folder: string, now: number): string | null {
	const parts: string[] = [];
	let entries = 0;
	const walk = (path: string, depth: number): boolean => {
		if (depth > MAX_DEPTH) return false;
		for (const entry of readdirSync(join(folder, path), { withFileTypes: true })) {
			if (entry.name.startsWith('.')) continue;
			if (++entries > MAX_ENTRIES) return false;
			const below = path === '' ? entry.name : `${path}/${entry.name}`;
			if (entry.isDirectory()) {
				if (!walk(below, depth + 1)) return false;
			} else {
				const { size, mtimeMs, ctimeMs, ino } = lstatSync(join(folder, below));
				if (!entry.isFile() || ctimeMs > now - SETTLED_AFTER_MS) return false;
				parts.push(`${below}:${size}:${mtimeMs}:${ctimeMs}:${ino}`);
			}
		}
		return true;
	};
	try {
		return walk('', 0) ? parts.sort().join('\n') : null;
	} catch {
		// Removed while it was looked at.
		return null;
	}
}
