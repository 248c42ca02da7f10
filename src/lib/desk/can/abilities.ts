import type { Ability, What } from '../state/people.ts';
import type { World } from '../state/world.ts';
import { sorted } from '../state/data.ts';
import { atRest } from './at-rest.ts';
import { canDo } from './can.ts';
import { belongings } from './files.ts';

/** An ability in one line: `nadia open emploi.example on pc-3`. */
export const abilityKey = ({ who, what, to, on }: Ability): string =>
	[who, what, ...(to === '' ? [] : [to]), ...(on === '' ? [] : ['on', on])].join(' ');

/** What is looked at for everybody: each person with what the house offers at each of her devices, and her own files. */
export function allAbilities(world: World): Ability[] {
	const kept = belongings(world).map(({ holds, of }): Ability => ({
		who: of,
		what: 'keep',
		to: holds,
		on: ''
	}));
	return sorted(world.people).flatMap(([who, { uses }]) => [
		...uses.flatMap((on) => world.offers.map(({ what, to }) => ({ who, what, to, on }))),
		...kept.filter((ability) => ability.who === who)
	]);
}

/** Keys of everything that anybody can do. */
export const abilities = (world: World): Set<string> =>
	new Set(
		atRest(world, () => allAbilities(world).filter((ability) => canDo(world, ability).ok)).map(abilityKey)
	);

/** What asks for an account: nobody is given more of it than was asked for. */
const RIGHTS: readonly What[] = ['sign-in', 'print', 'read', 'write'];

export const isRight = (key: string): boolean => RIGHTS.some((what) => key.split(' ')[1] === what);

/** What is in one set of abilities and not in another. */
export const without = (some: ReadonlySet<string>, others: ReadonlySet<string>): string[] =>
	[...some].filter((key) => !others.has(key));
