import type { Id, Minute } from '../state/data.ts';
import type { Goal } from '../state/people.ts';
import type { World } from '../state/world.ts';
import { atRest } from '../can/at-rest.ts';
import { canDo } from '../can/can.ts';
import { root, type Step } from '../can/why.ts';
import { sorted } from '../state/data.ts';

interface Trouble {
	who: Id;
	goal: Goal;
	step: Step;
}

/** What people want to do now and cannot, each with what has to be repaired. */
const troubles = (world: World): Trouble[] =>
	atRest(world, () =>
		sorted(world.people).flatMap(([who, { goals }]) =>
			goals.flatMap((goal) => {
				const isHere = goal.on === '' || world.devices[goal.on]?.here === true;
				const step = isHere ? root(canDo(world, { who, ...goal })) : null;
				return step ? [{ who, goal, step }] : [];
			})
		)
	);

/** Whether two things fail for one reason: at the same thing, in the same way. */
const isSame = (a: Step, b: Step): boolean => a.rung === b.rung && a.of === b.of && a.is === b.is;

/**
 * Who is hit by what the ticket is about, and how long it can wait: the two that a priority is made of.
 * @returns people whose goals fail for the caller's reason, and the minutes until the first of these goals has to be
 * reached; null: it can wait
 */
export function priority(world: World): { hit: Id[]; minutes: Minute | null } {
	const all = troubles(world);
	const reasons = all.filter(({ who }) => who === world.ticket.from).map(({ step }) => step);
	const alike = all.filter(({ step }) => reasons.some((reason) => isSame(reason, step)));
	const ends = alike.flatMap(({ goal }) => (goal.by === null ? [] : [Math.max(0, goal.by - world.now)]));
	return {
		hit: [...new Set(alike.map(({ who }) => who))],
		minutes: ends.length > 0 ? Math.min(...ends) : null
	};
}
