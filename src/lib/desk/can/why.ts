import type { Id } from '../state/data.ts';

/** What has to be right, from the outlet to the right to do it. */
export type Rung =
	| 'power'
	| 'link'
	| 'address'
	| 'route'
	| 'portal'
	| 'rule'
	| 'line'
	| 'far'
	| 'name'
	| 'clock'
	| 'tls'
	| 'account'
	| 'lock'
	| 'secret'
	| 'factor'
	| 'right'
	| 'space'
	| 'run'
	| 'queue'
	| 'part'
	| 'load'
	| 'setting'
	| 'data';

/** One thing that was looked at: what it is (`of`), and how it was found (`is`). */
export interface Step {
	rung: Rung;
	of: Id;
	is: string;
	ok: boolean;
}

/** Whether something is possible, and everything that was looked at for it. Where it is not, the last step is the reason. */
export interface Why {
	ok: boolean;
	path: Step[];
}

const one = (rung: Rung, of: Id, is: string, ok: boolean): Why => ({ ok, path: [{ rung, of, is, ok }] });

export const passes = (rung: Rung, of: Id, is = 'good'): Why => one(rung, of, is, true);
export const fails = (rung: Rung, of: Id, is: string): Why => one(rung, of, is, false);

/** `good` where it holds, and else how it was found. */
export const check = (holds: boolean, rung: Rung, of: Id, is: string): Why =>
	holds ? passes(rung, of) : fails(rung, of, is);

/** All of these, one after the other, until one fails. */
export function chain(...links: readonly (Why | (() => Why))[]): Why {
	const path: Step[] = [];
	for (const link of links) {
		const why = typeof link === 'function' ? link() : link;
		path.push(...why.path);
		if (!why.ok) return { ok: false, path };
	}
	return { ok: true, path };
}

/** Something fails because of what failed under it. */
export const because = (under: Why, why: Why): Why => ({ ok: false, path: [...under.path, ...why.path] });

/** The step at which it fails; null where it does not. */
export const broken = (why: Why): Step | null => (why.ok ? null : why.path.at(-1)!);

/** The step under all others that fail: what has to be repaired; null where nothing fails. */
export const root = (why: Why): Step | null => (why.ok ? null : why.path.find(({ ok }) => !ok)!);

/** Why not, in one word: `address:none`; null where it is possible. */
export function reason(why: Why): string | null {
	const step = broken(why);
	return step && `${step.rung}:${step.is}`;
}
