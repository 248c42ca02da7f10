import { appendFileSync, readFileSync } from 'node:fs';
import { afterAll, expect } from 'vitest';

/**
 * `PROCESSOR_TIMES=file npx vitest run`: what each test file cost, one line a file: seconds of processor time of its
 * process, and of the processes that it started and waited for. Steadier than wall time on a machine that others use.
 */
const TICKS_PER_SECOND = 100;
const { PROCESSOR_TIMES } = process.env;

/** Of this process until now, and of the processes that it started and waited for. */
function usedUntilNow(): [own: number, children: number] {
	// After the name, which may hold spaces: utime, stime, cutime and cstime are the 12th to the 15th.
	const fields = readFileSync('/proc/self/stat', 'utf8').split(') ')[1]!.split(' ').slice(11, 15);
	const [user = 0, system = 0, childUser = 0, childSystem = 0] = fields.map(Number);
	return [(user + system) / TICKS_PER_SECOND, (childUser + childSystem) / TICKS_PER_SECOND];
}

if (PROCESSOR_TIMES && process.platform === 'linux') {
	// Files can share a process.
	const before = usedUntilNow();
	afterAll(() => {
		const [own, children] = usedUntilNow().map((seconds, index) =>
			(seconds - before[index]!).toFixed(1).padStart(7)
		);
		const { testPath = '' } = expect.getState();
		const file = testPath.replace(`${process.cwd()}/`, '');
		appendFileSync(PROCESSOR_TIMES, `${own} ${children}  ${file}\n`);
	});
}
