/**
 * For how long a learner's code may keep its thread without giving it back, milliseconds. A page that shares that thread
 * stands still meanwhile; work that a beginner's page does takes a few.
 */
export const HOLD_MS = 1000;
/** Calls from one look at the clock to the next: more and more of them, one again where they were slow. */
const MOST_CALLS = 128;
const SLOW_MS = 2;
/**
 * What a call may count: between two of them others may have had the time, as the suite, or another process. Where one long step
 * follows another it was the code's own, in a call that grows, and each counts twice as much as the one before.
 */
const CALL_MS = 250;

export interface HoldPorts {
	now(): number;
	/** Calls in another turn of the event loop. */
	later(then: () => void): void;
	/** Called once, when the time is over: from then on every call of the guard throws. */
	onHeld(): void;
}

/**
 * What the learner's code calls in each loop and function where nobody else can stop it (`compile/guard-loops.ts`). Throws once
 * the code has kept its thread for `HOLD_MS`, microtasks included; and from then on always: no `catch` of a program goes on.
 */
export function createHoldGuard({ now, later, onHeld }: HoldPorts): () => void {
	let calls = 1;
	let left = 1;
	/** When it was called last in this turn; null before. */
	let last: number | null = null;
	let heldMs = 0;
	/** Long steps, one behind the other. */
	let long = 0;
	let over = false;

	function endTurn(): void {
		last = null;
		heldMs = long = 0;
		left = calls = 1;
	}

	function look(): void {
		if (over) throw new Error(ENDLESS);
		const time = now();
		if (last === null) later(endTurn);
		const step = last === null ? 0 : time - last;
		last = time;
		const most = CALL_MS * calls * 2 ** long;
		heldMs += Math.min(step, most);
		long = step > most ? long + 1 : 0;
		left = calls = step > SLOW_MS ? 1 : Math.min(calls * 2, MOST_CALLS);
		if (heldMs <= HOLD_MS) return;
		over = true;
		left = 1;
		onHeld();
		throw new Error(ENDLESS);
	}

	return () => {
		if (--left <= 0) look();
	};
}

/** Seldom read: the run has ended by then. */
const ENDLESS = 'The code never ended';
