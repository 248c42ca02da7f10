import { untilAborted } from '../../abort.ts';
import { tooHardToCompile } from '../../compile/compile-learner.ts';
import type { CompileResult, LearnerSource } from '../../compile/compiler.ts';
import type { Client } from '../guard/client.ts';
import { Refused } from '../guard/refusal.ts';
import type { KeptPlaces } from '../guard/long-turns.ts';
import { createTurns, GaveWay, type Turn } from '../guard/turns.ts';
import type { Usage } from '../guard/usage.ts';
import { createCompileRecord, type CompileHealth } from './compile-health.ts';
import type { CompileEnd, CompileProcess } from './compile-process.ts';

export interface CompileFor {
	/** Whom it is for: turns are shared fairly among clients. Default: this server itself. */
	client?: Client;
	/** Part of a turn that the client has elsewhere, where its time is charged. */
	charged?: boolean;
	/** Called when the compiler begins with it; before it waits, where it waits because the client's own sources are hard. */
	begins?: () => void;
	signal: AbortSignal;
}

/** Compiles what strangers sent, each in a process that is ended where it takes too long or too much. */
export interface CompilePool {
	/**
	 * What passes the limits is an answer too: the diagnostic `too-hard-to-compile`. Rejects when aborted, with `TurnRefused`,
	 * and with `CompilerUnavailable`.
	 */
	compile(source: LearnerSource, asked: CompileFor): Promise<CompileResult>;
	health(): CompileHealth;
	/** Starts the processes; settles when they can compile, or cannot. */
	warm(): Promise<void>;
	/** Ends every process; settles when they are gone. */
	dispose(): Promise<void>;
}

export interface CompilePoolOptions {
	start: () => CompileProcess;
	/** Processes, and compilations at a time. With one, a client's source would wait for another's. */
	places: number;
	/** Of these, the ones that are kept for clients whose sources are quick. */
	kept?: KeptPlaces;
	/** Processes more than places: one is there when another has been ended. */
	spares?: number;
	/** Compilations that may wait. */
	queue: number;
	/** Of these, of one client. */
	perClient: number;
	/** What clients have used of this machine, where something else counts with it. */
	usage?: Usage;
}

/** No process that compiles can be started: ours to repair. */
export class CompilerUnavailable extends Refused {
	constructor() {
		super('unavailable');
	}
}

/** Sources that a process compiles before another takes its place: its limit of processor time is for its whole life. */
const LIFE = 1000;

interface Member {
	process: CompileProcess;
	isReady: boolean;
	busy: boolean;
	compiled: number;
}

export function createCompilePool(options: CompilePoolOptions): CompilePool {
	const { places } = options;
	const { queue, perClient, kept, usage } = options;
	const turns = createTurns({ places, waiting: queue, perClient, ...(kept && { kept }) }, usage);
	const wanted = places + (options.spares ?? 0);
	const members = new Set<Member>();
	const alive = new Set<CompileProcess>();
	const record = createCompileRecord();
	let disposed = false;

	function begin(): Member {
		const process = options.start();
		const member: Member = { process, isReady: false, busy: false, compiled: 0 };
		members.add(member);
		alive.add(process);
		void process.ready.then((there) => (member.isReady = there));
		void process.closed.then(() => {
			alive.delete(process);
			// One that never could compile is not replaced at once: what cannot start would be started for ever.
			if (members.delete(member)) lost(member.isReady);
		});
		return member;
	}
	function fill(): void {
		while (!disposed && members.size < wanted) begin();
	}
	function lost(hadStarted: boolean): void {
		if (disposed) return;
		if (hadStarted) {
			record.ended('ended');
			fill();
		} else record.failedToStart();
	}
	function discard(member: Member): void {
		members.delete(member);
		member.process.kill();
		fill();
	}

	/** A process that can compile; null where none starts. */
	async function take(): Promise<Member | null> {
		for (let tries = 0; tries < 2 && !disposed; tries++) {
			fill();
			const free = [...members].filter(({ busy }) => !busy);
			const member = free.find(({ isReady }) => isReady) ?? free[0];
			if (!member) return null;
			member.busy = true;
			if (await member.process.ready) return member;
			members.delete(member);
		}
		return null;
	}

	async function runIn(source: LearnerSource, { giveWay, begins }: Turn): Promise<CompileResult> {
		// A process that ended by itself may have been ended by somebody; the second time it is the source.
		for (let tries = 0; tries < 2; tries++) {
			const member = await take();
			if (!member) throw new CompilerUnavailable();
			// Asked while this process started: a signal fires once.
			if (giveWay.aborted) {
				member.busy = false;
				throw new GaveWay();
			}
			begins();
			const end = () => discard(member);
			giveWay.addEventListener('abort', end, { once: true });
			const result: CompileResult | CompileEnd = await member.process.compile(source);
			giveWay.removeEventListener('abort', end);
			member.busy = false;
			if (giveWay.aborted && result === 'ended') throw new GaveWay();
			if (typeof result !== 'string') {
				record.compiled();
				member.compiled += 1;
				if (member.compiled >= LIFE) discard(member);
				return result;
			}
			if (members.has(member)) record.ended(result);
			discard(member);
			if (result !== 'ended') break;
		}
		record.tooHard();
		return tooHardToCompile();
	}

	return {
		async compile(source, { client = '', charged = false, begins, signal }) {
			signal.throwIfAborted();
			if (turns.isLong(client)) begins?.();
			// Who goes away does not end a process: it has its limits, and a new one costs more than the rest of this source.
			return untilAborted(
				turns.take({ client, signal, charged, prepares: true }, (turn) =>
					runIn(source, {
						giveWay: turn.giveWay,
						begins() {
							turn.begins();
							begins?.();
						}
					})
				),
				signal
			);
		},
		health: () => {
			const ready = [...members].filter(({ isReady }) => isReady).length;
			return record.health({ started: members.size, ready, busy: turns.taken, queued: turns.waiting });
		},
		async warm() {
			fill();
			await Promise.all([...members].map(({ process }) => process.ready));
		},
		async dispose() {
			disposed = true;
			for (const process of alive) process.kill();
			await Promise.all([...alive].map(({ closed }) => closed));
		}
	};
}
