import { readFileSync } from 'node:fs';

/** What a process and all that it started use. */
export interface Usage {
	/** Memory, bytes. */
	rss: number;
	/** Processor time since their start, ms; of those that live. */
	cpuMs: number;
}

/** Of Linux's usual kernels. */
const PAGE_BYTES = 4096;
const MS_PER_TICK = 10;
/** Levels of children that are followed: a shell's wall, its first process, the program, and what that started. */
const DEPTH = 6;

/** Children that the first thread of a process started; a thread of its own starts none here. */
function childrenOf(pid: number): number[] {
	try {
		const text = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8');
		return text.split(' ').filter(Boolean).map(Number);
	} catch {
		return [];
	}
}

/** The processes of a tree, the root first. Linux only. */
export function processTree(pid: number, depth = DEPTH): number[] {
	if (depth === 0) return [pid];
	return [pid, ...childrenOf(pid).flatMap((child) => processTree(child, depth - 1))];
}

function ofOne(pid: number): Usage {
	try {
		// A name may have spaces and brackets: the fields count from the last bracket (man 5 proc).
		const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
		const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
		const [user, system, pages] = [fields[11], fields[12], fields[21]].map(Number);
		return { rss: (pages ?? 0) * PAGE_BYTES, cpuMs: ((user ?? 0) + (system ?? 0)) * MS_PER_TICK };
	} catch {
		return { rss: 0, cpuMs: 0 };
	}
}

/**
 * Looks once; null where the system does not show it. Read at once and not by the thread pool: who fills that with work
 * must not delay the look at memory. A look takes some 30 µs for each process.
 */
export function usageOf(pid: number, depth = DEPTH): Usage | null {
	if (process.platform !== 'linux') return null;
	const all = processTree(pid, depth).map(ofOne);
	return {
		rss: all.reduce((sum, { rss }) => sum + rss, 0),
		cpuMs: all.reduce((sum, { cpuMs }) => sum + cpuMs, 0)
	};
}
