import type { World } from '../state/world.ts';
import { abilities, abilityKey, isRight, without } from '../can/abilities.ts';
import { canDo } from '../can/can.ts';
import { belongings } from '../can/files.ts';
import { reason } from '../can/why.ts';
import { later } from '../time/later.ts';
import { goalsOf, HORIZONS, outlook, type Horizon } from './horizons.ts';

/** A rule that does not hold: which, when, of what, and why. Codes: sentences are made of them elsewhere. */
export interface Finding {
	rule: 'goal' | 'lost' | 'gained' | 'gone' | 'unfair';
	at: Horizon;
	of: string;
	why: string;
}

/** The codes of findings, each once: `goal day nadia open emploi.example on pc-3`. */
export const findingKey = ({ rule, at, of }: Finding): string => `${rule} ${at} ${of}`;

/**
 * What is wrong with how a ticket ended, for everybody, now and later. Empty: nothing.
 * @param start the house as the ticket found it
 * @param sound the same house without its fault: nobody should be able to do more than in it, but what was asked
 * @param end the house after everything that was done
 */
export function judge(start: World, sound: World, end: World): Finding[] {
	const then = outlook(end);
	const untouched = outlook(later(start, end.now - start.now));
	const should = outlook(later(sound, end.now - sound.now));
	const perHorizon = HORIZONS.flatMap((at): Finding[] => {
		const able = abilities(then[at]);
		return [
			...goalsOf(then[at]).flatMap((goal) => {
				const why = reason(canDo(then[at], goal));
				return why === null ? [] : [{ rule: 'goal' as const, at, of: abilityKey(goal), why }];
			}),
			...without(abilities(untouched[at]), able).map((of) => ({ rule: 'lost' as const, at, of, why: '' })),
			...without(able, abilities(should[at]))
				.filter((key) => isRight(key) && !end.ticket.asked.includes(key))
				.map((of) => ({ rule: 'gained' as const, at, of, why: '' }))
		];
	});
	const kept = new Set(belongings(end).map(({ holds }) => holds));
	return [
		...perHorizon,
		...belongings(start)
			.filter(({ holds }) => !kept.has(holds))
			.map(({ holds }): Finding => ({ rule: 'gone', at: 'close', of: holds, why: '' })),
		...end.deeds
			.filter(({ fair }) => !fair)
			.map(({ did, of }): Finding => ({ rule: 'unfair', at: 'close', of, why: did }))
	];
}
