import { writeFileSync } from 'node:fs';
import { constants, setPriority } from 'node:os';

/** When memory ends, the system ends one of these and not the web server (man 5 proc: from -1000 to 1000). */
const OOM_SCORE = '600';

/** Makes a process that has just been started, and all that it starts, go after the web server in everything. */
export function goLast(pid: number | undefined): void {
	if (pid === undefined) return;
	try {
		setPriority(pid, constants.priority.PRIORITY_BELOW_NORMAL);
		if (process.platform === 'linux') writeFileSync(`/proc/${pid}/oom_score_adj`, OOM_SCORE);
	} catch {
		// It has ended, or the system does not want it: then it is as important as the others.
	}
}
