import { DENIED_CALLS } from './denied-calls.ts';

/** Of linux/audit.h, and the calls that start processes and threads. */
const SYSTEMS: Readonly<Record<string, { audit: number; index: 0 | 1; clone: number }>> = {
	x64: { audit: 0xc000003e, index: 0, clone: 56 },
	arm64: { audit: 0xc00000b7, index: 1, clone: 220 }
};
const CLONE3 = 435;
/** CLONE_NEWNS, NEWCGROUP, NEWUTS, NEWIPC, NEWUSER, NEWPID, NEWNET of linux/sched.h. */
const NEW_NAMESPACES = 0x7e020000;
/** Numbers of x32, a second way to the same calls of x64. */
const X32 = 0x40000000;

/** Of linux/seccomp.h. */
const ALLOW = 0x7fff0000;
const KILL = 0x80000000;
const failing = (errno: number): number => 0x00050000 | errno;
const EPERM = failing(1);
/** Whoever starts a thread then asks in the older way, whose flags a filter sees. */
const ENOSYS = failing(38);

/** Where a filter finds what was called, in `struct seccomp_data`. */
const NUMBER = 0;
const AUDIT = 4;
const FIRST_ARGUMENT = 16;

/** Of linux/filter.h. */
const LOAD = 0x20;
const EQUAL = 0x15;
const AT_LEAST = 0x35;
const ANY_BIT = 0x45;
const RETURN = 0x06;

type Instruction = readonly [code: number, value: number, ifTrue?: number, ifFalse?: number];

/** Skips the next instruction unless it holds. */
const when = (code: number, value: number): Instruction => [code, value, 0, 1];
const answer = (value: number): Instruction => [RETURN, value];

/**
 * A filter of system calls as the kernel takes it (`struct sock_filter`), for bubblewrap's `--seccomp`: what is in
 * `DENIED_CALLS` fails with EPERM, and so do new namespaces. Null for processors that we have no numbers of.
 */
export function callFilter(arch: string = process.arch): Buffer | null {
	const system = SYSTEMS[arch];
	if (!system) return null;
	const denied = Object.values(DENIED_CALLS).flatMap((numbers) => numbers[system.index] ?? []);
	const program: Instruction[] = [
		[LOAD, AUDIT],
		[EQUAL, system.audit, 1, 0],
		answer(KILL),
		[LOAD, NUMBER],
		...(arch === 'x64' ? [when(AT_LEAST, X32), answer(EPERM)] : []),
		when(EQUAL, CLONE3),
		answer(ENOSYS),
		...denied.flatMap((number) => [when(EQUAL, number), answer(EPERM)]),
		[EQUAL, system.clone, 1, 0],
		answer(ALLOW),
		[LOAD, FIRST_ARGUMENT],
		when(ANY_BIT, NEW_NAMESPACES),
		answer(EPERM),
		answer(ALLOW)
	];
	const bytes = Buffer.alloc(program.length * 8);
	program.forEach(([code, value, ifTrue = 0, ifFalse = 0], index) => {
		bytes.writeUInt16LE(code, index * 8);
		bytes.writeUInt8(ifTrue, index * 8 + 2);
		bytes.writeUInt8(ifFalse, index * 8 + 3);
		bytes.writeUInt32LE(value, index * 8 + 4);
	});
	return bytes;
}
