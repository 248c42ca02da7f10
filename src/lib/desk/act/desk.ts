import { canDo, seat } from '../can/can.ts';
import { own, sorted } from '../state/data.ts';
import type { World } from '../state/world.ts';
import { isThere, look } from '../look/look.ts';
import { neighbours, shows } from '../look/people.ts';
import { row } from '../look/row.ts';
import { chooseSecret } from './accounts.ts';
import { known, type Acts } from './act.ts';

/** What a person says to a price or a risk: `device/part` costs what it costs, `device/erase` takes what is not copied. */
function answer(world: World, who: string, what: string): boolean {
	const [, part = ''] = what.split('/');
	const price = sorted(world.stock).find(([, spare]) => spare.part === part)?.[1].price;
	return price !== undefined && price <= world.people[who]!.purse;
}

export const DESK_ACTS: Acts<'look' | 'ask' | 'wait' | 'agree' | 'escalate' | 'close'> = {
	look: {
		kind: 'look',
		minutes: 1,
		refuse: (world, { view, of }) => (isThere(world, view, of) ? null : 'unknown'),
		run: (world, { view, of, at }) => look(world, view, of, at)
	},
	ask: {
		kind: 'talk',
		minutes: 1,
		refuse: (world, { person }) => known(own(world.people, person)),
		run: (world, { person, about }) => (about === 'shows' ? shows(world, person) : neighbours(world, person))
	},
	wait: {
		kind: 'desk',
		minutes: ({ minutes }) => minutes,
		refuse: (_world, { minutes }) => (minutes > 0 && minutes <= 480 ? null : 'out-of-range'),
		run: () => []
	},
	agree: {
		kind: 'talk',
		minutes: 2,
		refuse: (world, { person }) => known(own(world.people, person)),
		run(world, { person, what }) {
			const agrees = answer(world, person, what);
			if (agrees) world.people[person]!.agreed.push(what);
			return [row('agrees', agrees)];
		}
	},
	escalate: {
		kind: 'desk',
		minutes: 5,
		refuse: (world, { to }) => known(own(world.partners, to)),
		run(world, { to }) {
			const { minutes, repairs } = world.partners[to]!;
			world.schedule.push({ at: world.now + minutes, changes: repairs });
			return [row('minutes', minutes)];
		}
	},
	close: {
		kind: 'desk',
		minutes: 2,
		run(world) {
			const { from } = world.ticket;
			const { goals } = world.people[from]!;
			if (canDo(world, { who: from, what: 'sign-in', to: '', on: seat(world, from) }).ok)
				chooseSecret(world, from);
			const works = goals.every((goal) => canDo(world, { who: from, ...goal }).ok);
			world.ticket.state = works ? 'closed' : 'open';
			if (!works) world.ticket.reopened += 1;
			return [row('works', works), ...shows(world, from)];
		}
	}
};
