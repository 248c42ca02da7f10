import { expect, test } from 'vitest';
import { callFilter } from './call-filter.ts';
import { DENIED_CALLS } from './denied-calls.ts';

const ALLOWED = 'allowed';
const X64 = 0xc000003e;
const ARM64 = 0xc00000b7;
/** CLONE_VM, FS, FILES, SIGHAND, THREAD and the like: what starts a thread. */
const THREAD = 0x3d0f00;

/** What the kernel makes of a call: the machine of linux/filter.h, as far as a filter of ours uses it. */
function answerTo(filter: Buffer, call: { audit: number; number: number; first?: number }): string {
	const data: Readonly<Record<number, number>> = { 0: call.number, 4: call.audit, 16: call.first ?? 0 };
	let value = 0;
	for (let at = 0; ; at += 8) {
		const code = filter.readUInt16LE(at);
		const operand = filter.readUInt32LE(at + 4);
		const jump = (holds: boolean) => (at += 8 * filter.readUInt8(at + (holds ? 2 : 3)));
		if (code === 0x20) value = data[operand]!;
		else if (code === 0x15) jump(value === operand);
		else if (code === 0x35) jump(value >= operand);
		else if (code === 0x45) jump((value & operand) !== 0);
		else if (code === 0x06) {
			if (operand === 0x80000000) return 'killed';
			return operand === 0x7fff0000 ? ALLOWED : `errno ${operand - 0x50000}`;
		} else throw new Error(`No such instruction: ${code}`);
	}
}

test.each([
	['x64', X64, 0, 56, 0],
	['arm64', ARM64, 1, 220, 63]
] as const)('%s: what is denied fails with EPERM, the rest is allowed', (arch, audit, index, clone, read) => {
	const filter = callFilter(arch)!;
	const answer = (number: number, first?: number) => answerTo(filter, { audit, number, first });
	const numbers = Object.values(DENIED_CALLS).flatMap((pair) => pair[index] ?? []);
	expect(numbers.filter((number) => answer(number) !== 'errno 1')).toEqual([]);
	expect(answer(read)).toBe(ALLOWED);
	expect(answer(clone, THREAD)).toBe(ALLOWED);
	// A new user, and a new network.
	expect(answer(clone, 0x10000000)).toBe('errno 1');
	expect(answer(clone, 0x40000000 | THREAD)).toBe('errno 1');
	// Nobody sees its flags: "there is no such call" makes libraries ask in the older way.
	expect(answer(435)).toBe('errno 38');
});

test('calls in another system’s numbers are no way around', () => {
	expect(answerTo(callFilter('x64')!, { audit: 0x40000003, number: 11 })).toBe('killed');
	expect(answerTo(callFilter('x64')!, { audit: X64, number: 0x40000000 | 41 })).toBe('errno 1');
	expect(answerTo(callFilter('arm64')!, { audit: 0x40000028, number: 11 })).toBe('killed');
});

test('for a processor without known numbers there is no filter', () => {
	expect(callFilter('riscv64')).toBeNull();
});
