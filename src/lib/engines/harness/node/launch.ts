import * as nodeTimers from 'node:timers';
import { inspect } from 'node:util';
import type { Modules } from '../modules.ts';
import { setTimer } from '../natives.ts';
import { endProgram } from './process.ts';
import { EXIT, type Program, type Programs } from './programs.ts';
import type { Printing } from './console.ts';

const { setImmediate } = nodeTimers;

/** Turns of the event loop without anything pending, after which a program has nothing left to do. */
const QUIET_TURNS = 3;
/** How often a program that waits for a timer is looked at, milliseconds. */
const LOOK_MS = 2;
/** Node's exit code where `await` at the top of a file never ends. */
const UNSETTLED = 13;

const turn = () => new Promise<void>((resolve) => setImmediate(resolve));
const wait = () => new Promise<void>((resolve) => void setTimer(resolve, LOOK_MS));

/** What Node prints of an error that nobody caught, without the stack: lines differ from place to place. */
export function describeThrown(thrown: unknown): string {
	try {
		if (thrown instanceof Error) return `${thrown.name}: ${thrown.message}`;
		return `Uncaught ${inspect(thrown)}`;
	} catch {
		return 'Uncaught error';
	}
}

function stopFor(program: Program, thrown: unknown, programs: Programs, code = 1): void {
	program.thrown = { value: thrown };
	program.record('stderr', `${describeThrown(thrown)}\n`);
	programs.onCrash(thrown);
	endProgram(program, code);
}

/** What nobody caught. */
export interface Uncaught {
	thrown: unknown;
	/** Whether it came of a promise. */
	isRejection?: boolean;
	/** The promise, where it is known: listeners for rejections are asked first. */
	promise?: Promise<unknown> | undefined;
}

/** Node's exit code where a listener for what nobody caught throws itself. */
const LISTENER_THREW = 7;

/** What Node tells listeners of a promise that was rejected with something that is no error. */
function asError(reason: unknown): Error {
	const isObject = typeof reason === 'object' && reason !== null;
	const text = isObject ? `#<${reason.constructor?.name ?? 'Object'}>` : String(reason);
	const why =
		'This error originated either by throwing inside of an async function without a catch block, or by rejecting a promise which was not handled with .catch().';
	const error = new Error(`${why} The promise rejected with the reason "${text}".`);
	return Object.assign(error, { code: 'ERR_UNHANDLED_REJECTION' });
}

/** Asks the program's own listeners, in Node's order. Returns whether one has dealt with it; throws what one throws. */
function listenersTake({ events }: Program, { thrown, promise, isRejection }: Uncaught): boolean {
	if (promise && events.listenerCount('unhandledRejection') > 0)
		return events.emit('unhandledRejection', thrown, promise);
	const rejected = isRejection || promise !== undefined;
	const told = rejected && !(thrown instanceof Error) ? asError(thrown) : thrown;
	const origin = rejected ? 'unhandledRejection' : 'uncaughtException';
	events.emit('uncaughtExceptionMonitor', told, origin);
	return events.emit('uncaughtException', told, origin);
}

/** Ends a program for what nobody caught, as Node does: exit code 1. Its own listeners may prevent it. */
export function crashProgram(program: Program, what: Uncaught, printing: Printing, programs: Programs): void {
	if (what.thrown === EXIT || program.ended) return;
	programs.within(program, () => {
		try {
			if (!listenersTake(program, what)) stopFor(program, what.thrown, programs);
		} catch (again) {
			if (again === EXIT) return;
			// One for rejections may throw: then that is an exception that nobody caught.
			if (what.promise && program.events.listenerCount('unhandledRejection') > 0)
				crashProgram(program, { thrown: again }, printing, programs);
			else stopFor(program, again, programs, LISTENER_THREW);
		}
	});
	printing.flush(program);
}

/** What happens to a program that has nothing left to do but keeps a server open. */
export type OnServing = (program: Program) => 'wait' | 'end';

/**
 * Runs a program to its end: until it exits, throws, or has nothing left to do. Resolves with the exit code, when a
 * server that it left open may stay open: never.
 */
export async function runToEnd(
	program: Program,
	load: () => Promise<Modules>,
	path: string,
	quietTurns: number,
	onServing: OnServing,
	parts: { programs: Programs; printing: Printing }
): Promise<number> {
	const { programs, printing } = parts;
	let loaded = false;
	let started: Modules | null = null;
	programs.within(program, () => {
		load()
			.then((modules) => {
				started = modules;
				return modules.start(path);
			})
			.then(
				() => void (loaded = true),
				(thrown: unknown) => {
					loaded = true;
					crashProgram(program, { thrown, isRejection: !started?.startedCommon }, printing, programs);
				}
			);
	});
	for (let quiet = 0; !program.ended;) {
		await turn();
		if (program.busy) {
			quiet = 0;
			await wait();
		} else if (program.servers.size > 0) {
			quiet += 1;
			if (quiet === quietTurns && onServing(program) === 'end')
				programs.within(program, () => endProgram(program, 0));
			if (quiet >= quietTurns) await wait();
		} else if (++quiet >= quietTurns) {
			quiet = 0;
			programs.within(program, () => leave(program, loaded, parts));
		}
	}
	printing.flush(program);
	return program.end;
}

/** Nothing is left to do: `beforeExit` may start something, else it ends. */
function leave(
	program: Program,
	loaded: boolean,
	{ programs, printing }: { programs: Programs; printing: Printing }
): void {
	if (!loaded) {
		program.record('stderr', 'Warning: Detected unsettled top-level await\n');
		return endProgram(program, UNSETTLED);
	}
	try {
		program.events.emit('beforeExit', program.exitCode ?? 0);
	} catch (thrown) {
		if (thrown !== EXIT) {
			stopFor(program, thrown, programs);
		}
		return;
	}
	if (!program.busy && program.servers.size === 0) endProgram(program, program.exitCode ?? 0);
	printing.flush(program);
}

export { QUIET_TURNS };
