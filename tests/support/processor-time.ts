import { appendFileSync, readFileSync } from 'node:fs';
import { afterAll, expect } from 'vitest';

/**
 * `PROCESSOR_TIMES=file npx vitest run`: what each test file cost, one line a file: seconds of processor time of its
 * process, and of the processes that it started and waited for. Steadier than wall time on a machine that others use.
 */
const TICKS_PER_SECOND = 100;
const { PROCESSOR_TIMES } = process.env;

if (PROCESSOR_TIMES && process.platform === 'linux') {
	afterAll(() => {
		// After the name, which may hold spaces: utime, stime, cutime and cstime are the 12th to the 15th.
		const fields = readFileSync('/proc/self/stat', 'utf8').split(') ')[1]!.split(' ').slice(11, 15);
		const [user = 0, system = 0, childUser = 0, childSystem = 0] = fields.map(Number);
		const own = (user + system) / TICKS_PER_SECOND;
		const children = (childUser + childSystem) / TICKS_PER_SECOND;
		const { testPath = '' } = expect.getState();
		const file = testPath.replace(`${process.cwd()}/`, '');
		appendFileSync(
			PROCESSOR_TIMES,
			`${own.toFixed(1).padStart(7)} ${children.toFixed(1).padStart(7)}  ${file}\n`
		);
	});
}
