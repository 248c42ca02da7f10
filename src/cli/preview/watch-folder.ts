import { createHash } from 'node:crypto';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/**
 * How often the folder is looked at. By looking instead of by the system's events: those of Node 20 miss files that an
 * editor puts in place by renaming, new folders, and disks that are shared. A folder has some thirty files: 2 ms.
 */
const LOOK_MS = 250;
/** A file is read when it has been left alone for so long: editors write in steps. */
const SETTLE_MS = 60;
const MAX_DEPTH = 8;

/** What vanishes while it is looked at is a change too. */
export const folderStamp = (folder: string): Promise<string> => stampOf(folder, 0).catch(() => 'gone');

/** Another text after each change below the folder; names that begin with a dot are editors' own. */
async function stampOf(folder: string, depth: number): Promise<string> {
	const entries = await readdir(folder, { withFileTypes: true });
	const parts = await Promise.all(
		entries
			.filter(({ name }) => !name.startsWith('.') && name !== 'node_modules')
			.map(async (entry) => {
				const path = join(folder, entry.name);
				if (entry.isDirectory()) return depth < MAX_DEPTH ? stampOf(path, depth + 1) : '';
				const { mtimeMs, size, ino } = await stat(path);
				return `${path} ${mtimeMs} ${size} ${ino}`;
			})
	);
	return createHash('sha256').update(parts.sort().join('\n')).digest('hex');
}

/**
 * Calls `onChange` after each change below `folder` since it had the stamp `known`, one call at a time, until aborted. A
 * folder may go and come back.
 */
export async function watchFolder(
	folder: string,
	known: string,
	onChange: () => Promise<void>,
	signal: AbortSignal
): Promise<void> {
	const look = () => folderStamp(folder);
	let seen = known;
	while (!signal.aborted) {
		await wait(LOOK_MS, undefined, { signal }).catch(() => undefined);
		let now = await look();
		if (now === seen) continue;
		for (let before = seen; now !== before && !signal.aborted; now = await look()) {
			before = now;
			await wait(SETTLE_MS, undefined, { signal }).catch(() => undefined);
		}
		seen = now;
		if (!signal.aborted) await onChange();
	}
}
