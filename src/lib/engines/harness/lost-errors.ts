import type { Failure, TestResult } from '../../contract/report.ts';
import { describeFailure } from './failure.ts';
import * as natives from './natives.ts';
import { SUITE_SCRIPT, type SandboxHost } from './protocol.ts';

/** People read them: more say nothing new. */
const MOST_TOLD = 10;
/** An engine tells of a rejection in the next turn of its event loop: a turn that takes longer never comes. */
const TOLD_MS = 2000;
/** The same at the beginning, when nothing else is under way. */
const FIRST_TOLD_MS = 200;
/** And turns that must have passed as well: on a machine that stood still all its time is over before its first turn. */
const TOLD_TURNS = 10;

interface Surroundings {
	onUncaught: SandboxHost['onUncaught'];
	/** Whether the world deals with it: it ends a program that the suite has started. */
	takes(thrown: unknown, promise?: Promise<unknown>): boolean;
	/** Names of errors that may stay unhandled. */
	allows: readonly string[];
	/** The test to which it can only belong; null where there is none. */
	test(): string | null;
	print(line: string, stack: string): void;
}

/** Errors outside a test's own call: of a handler, a timer, a program, or a promise that nobody awaited. */
export function createLostErrors(
	{ onUncaught, takes, allows, test, print }: Surroundings,
	{ clearTimer, reject, setTimer }: Pick<typeof natives, 'clearTimer' | 'reject' | 'setTimer'> = natives
) {
	const waiting = new Map<unknown, () => void>();
	let unhandled: Failure[] = [];
	/** For each test the first one that nobody caught, and what ended a program that it had started. */
	const broke = new Map<string, Failure>();
	const crashed = new Map<string, Failure>();
	let tells = false;
	let listens = true;

	/**
	 * Resolves with whether a rejection of our own was told of: then so was every one before it. One that is told of later is
	 * still known, and shows that this engine tells.
	 */
	const probe = (limitMs: number): Promise<boolean> =>
		new Promise((resolve) => {
			const own = {};
			let turns = 0;
			const look = (): void => {
				turns += 1;
				if (turns > TOLD_TURNS) resolve(false);
				else timer = setTimer(look, 0);
			};
			let timer = setTimer(look, limitMs);
			waiting.set(own, () => {
				clearTimer(timer);
				tells = true;
				resolve(true);
			});
			void reject(own);
		});
	const turn = (): Promise<void> => new Promise((resolve) => void setTimer(resolve, 0));

	const say = ({ name, message, stack }: Failure): void => print(`Uncaught ${name}: ${message}`, stack);

	function hear(thrown: unknown, promise?: Promise<unknown>): boolean {
		const ours = waiting.get(thrown);
		if (ours) {
			waiting.delete(thrown);
			ours();
			return true;
		}
		const failure = describeFailure(thrown, 'error');
		// The assertions of a suite are no program's, whatever else is running.
		if (!failure.stack.includes(SUITE_SCRIPT) && takes(thrown, promise)) return false;
		say(failure);
		if (allows.includes(failure.name)) return false;
		const name = test();
		if (name !== null) broke.set(name, broke.get(name) ?? failure);
		else if (unhandled.length < MOST_TOLD) unhandled.push(failure);
		return false;
	}

	/** Waits until every promise that was rejected so far, and that nobody handles, has been told of. */
	async function heard(): Promise<void> {
		if (!tells) return turn();
		listens = (await probe(TOLD_MS)) && listens;
	}

	return {
		/** False once this realm has stopped to tell of rejections: a program prevents it. */
		get listens(): boolean {
			return listens;
		},
		heard,
		/** Begins to listen, before there is a program; finds out whether this engine tells of rejections at all. */
		async begin(): Promise<void> {
			onUncaught(hear);
			await probe(FIRST_TOLD_MS);
		},
		/** After the last test: a timer that is due then is still heard. */
		async end(): Promise<void> {
			await turn();
			await heard();
		},
		/** What ended a program that the suite has started: it explains a test that fails, and makes none fail. */
		crashed(thrown: unknown): void {
			const name = test();
			// In a `run` it is thrown by the program's start, and told by that.
			if (name === null) return;
			const failure = describeFailure(thrown, 'error');
			say(failure);
			crashed.set(name, crashed.get(name) ?? failure);
		},
		/** What no test has taken, once. */
		takeAll(): Failure[] {
			const all = unhandled;
			unhandled = [];
			return all;
		},
		/**
		 * A test that left something unhandled has failed with it. What broke outside is the reason of a failure; the suite's
		 * advice stays beside it.
		 */
		explained(result: TestResult): TestResult {
			const { name, state, failure } = result;
			const own = broke.get(name);
			if (state === 'pass') return own ? { ...result, state: 'fail', failure: own } : result;
			if (own?.kind === 'assertion') return result;
			const cause = own ?? crashed.get(name);
			if (state !== 'fail' || !cause) return result;
			return { ...result, failure: { ...cause, note: failure?.note ?? null } };
		}
	};
}
