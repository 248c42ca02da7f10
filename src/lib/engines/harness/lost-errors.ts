import type { Failure, TestResult } from '../../contract/report.ts';
import { describeFailure, isLearners } from './failure.ts';
import { SUITE_SCRIPT } from './protocol.ts';
import type { Rejections } from './rejections.ts';

/** People read them: more say nothing new. */
const MOST_TOLD = 10;

interface Surroundings {
	rejections: Rejections;
	/** Whether the world deals with it: it ends a program that the suite has started. */
	takes(thrown: unknown, promise?: Promise<unknown>): boolean;
	/** Names of errors that may stay unhandled. */
	allows: readonly string[];
	/** The test to which it can only belong; null where there is none. */
	test(): string | null;
	print(line: string, stack: string): void;
}

/** Errors outside a test's own call: of a handler, a timer, a program, or a promise that nobody awaited. */
export function createLostErrors({ rejections, takes, allows, test, print }: Surroundings) {
	let unhandled: Failure[] = [];
	/** For each test the first one that nobody caught, and what ended a program that it had started. */
	const broke = new Map<string, Failure>();
	const crashed = new Map<string, Failure>();

	const say = ({ name, message, stack }: Failure): void => print(`Uncaught ${name}: ${message}`, stack);

	rejections.listen((thrown, promise) => {
		const failure = describeFailure(thrown, 'error');
		// The assertions of a suite are no program's, whatever else is running.
		if (!failure.stack.includes(SUITE_SCRIPT) && takes(thrown, promise)) return false;
		say(failure);
		if (allows.includes(failure.name)) return false;
		const name = test();
		if (name !== null) broke.set(name, broke.get(name) ?? failure);
		else if (unhandled.length < MOST_TOLD) unhandled.push(failure);
		return false;
	});

	return {
		/** After the last test: a timer that is due then is still heard. */
		async end(): Promise<void> {
			await rejections.turn();
			await rejections.heard();
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
		/** What tests of the same names have met before is not said of those that run now. */
		begin(): void {
			broke.clear();
			crashed.clear();
		},
		/** What no test has taken, once. */
		takeAll(): Failure[] {
			const all = unhandled;
			unhandled = [];
			return all;
		},
		/**
		 * A test that left something unhandled has failed with it. What broke outside is the reason of a failure; the suite's
		 * advice stays beside it. An error of the learner's that the test met itself stays its reason.
		 */
		explained(result: TestResult): TestResult {
			const { name, state, failure } = result;
			const own = broke.get(name);
			if (state === 'pass') return own ? { ...result, state: 'fail', failure: own } : result;
			// What the test itself met in the learner's code would be told nowhere else.
			if (own?.kind === 'assertion' || (failure && isLearners(failure))) return result;
			const cause = own ?? crashed.get(name);
			if (state !== 'fail' || !cause) return result;
			return { ...result, failure: { ...cause, note: failure?.note ?? null } };
		}
	};
}
