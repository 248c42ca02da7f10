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

function stopFor(program: Program, thrown: unknown, programs: Programs): void {
	program.thrown = { value: thrown };
	program.record('stderr', `${describeThrown(thrown)}\n`);
	programs.onCrash(thrown);
	endProgram(program, 1);
}

/** Ends a program for what nobody caught, as Node does: exit code 1. Its own listeners may prevent it. */
export function crashProgram(
	program: Program,
	thrown: unknown,
	printing: Printing,
	programs: Programs
): void {
	if (thrown === EXIT || program.ended) return;
	programs.within(program, () => {
		try {
			if (program.events.listenerCount('uncaughtException') > 0) {
				program.events.emit('uncaughtException', thrown, 'uncaughtException');
				return;
			}
		} catch (again) {
			if (again === EXIT) return;
		}
		stopFor(program, thrown, programs);
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
	programs.within(program, () => {
		load()
			.then((modules) => modules.load(path))
			.then(
				() => void (loaded = true),
				(thrown: unknown) => crashProgram(program, thrown, printing, programs)
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
