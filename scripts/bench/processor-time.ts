import { mkdirSync, readFileSync, rmdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A group of control that counts the processor time of its processes. */
interface Group {
	folder: string;
	/** Processor time, ms, also of those that are gone. */
	usedMs(): number;
}

/** The group of this process, in either version; null where there is none or it cannot be found. */
function ownGroup(): Group | null {
	const lines = readFileSync('/proc/self/cgroup', 'utf8').trim().split('\n');
	const named = lines.map((line) => line.split(':') as [string, string, string]);
	const first = named.find(([, controllers]) => controllers.split(',').includes('cpuacct'));
	if (first) {
		const folder = join('/sys/fs/cgroup', first[1], first[2]);
		return { folder, usedMs: () => Number(readFileSync(join(folder, 'cpuacct.usage'), 'utf8')) / 1e6 };
	}
	const second = named.find(([number]) => number === '0');
	if (!second) return null;
	const folder = join('/sys/fs/cgroup', second[2]);
	const used = /^usage_usec (\d+)/m;
	return {
		folder,
		usedMs: () => Number(used.exec(readFileSync(join(folder, 'cpu.stat'), 'utf8'))?.[1]) / 1000
	};
}

const enter = (folder: string): void => writeFileSync(join(folder, 'cgroup.procs'), `${process.pid}`);

const ownMs = (): number => {
	const { user, system } = process.cpuUsage();
	return (user + system) / 1000;
};

/**
 * Processor time of what this process starts from now on, with all that those start: bwrap is no parent that tells of its
 * children. By a group of control of our own.
 */
export interface ProcessorTime {
	/** Of all so far, ms, without this process's own. */
	childrenMs(): number;
	/** Settles when all of them are gone. */
	gone(): Promise<void>;
	/** To be called when all of them are gone. */
	close(): void;
}

let count = 0;

/** Null where the system has no such group that we may make. */
export function measureProcessorTime(): ProcessorTime | null {
	try {
		const outer = ownGroup();
		if (!outer) return null;
		const name = `passerelle-bench-${process.pid}-${count++}`;
		mkdirSync(join(outer.folder, name));
		enter(join(outer.folder, name));
		const group = ownGroup();
		if (!group?.folder.endsWith(name)) return null;
		const began = ownMs() - group.usedMs();
		const members = () => readFileSync(join(group.folder, 'cgroup.procs'), 'utf8').trim().split('\n');
		return {
			childrenMs: () => group.usedMs() - ownMs() + began,
			async gone() {
				while (members().length > 1) await new Promise((resolve) => setTimeout(resolve, 2));
			},
			close() {
				enter(outer.folder);
				rmdirSync(group.folder);
			}
		};
	} catch {
		return null;
	}
}
