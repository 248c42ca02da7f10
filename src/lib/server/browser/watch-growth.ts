import { usageOf } from '../sandbox/usage.ts';

/** What a submission may add to the memory of its browser, bytes. A page of an exercise adds some 30 MB. */
const GROWTH_BYTES = 384 * 1024 * 1024;
/** How often it is looked at: 100 ms of filling memory are some hundred MB at most. A browser is a dozen processes. */
const WATCH_MS = 100;
/** Levels of a browser's tree: the walls' two, the browser, what forks pages, and those. */
const DEPTH = 8;

/** Calls back, once, when the processes of a browser hold so much more than they did at the call. Linux only. */
export function watchGrowth(pid: number, tooMuch: () => void): () => void {
	const before = usageOf(pid, DEPTH)?.rss;
	if (before === undefined) return () => {};
	const timer = setInterval(() => {
		if ((usageOf(pid, DEPTH)?.rss ?? 0) - before <= GROWTH_BYTES) return;
		clearInterval(timer);
		tooMuch();
	}, WATCH_MS);
	return () => clearInterval(timer);
}

/** All memory of a browser's processes, bytes; what they share is counted for each. Null where the system does not show it. */
export const memoryOf = (pid: number): number | null => usageOf(pid, DEPTH)?.rss ?? null;
