import type { Id } from '../state/data.ts';
import type { Job, World } from '../state/world.ts';
import { places } from '../can/files.ts';
import { own } from '../state/data.ts';
import { queue as rows } from '../look/people.ts';
import { pass } from '../time/later.ts';
import { keepDeed, known, type Acts } from './act.ts';

/** A job that still waits. */
function jobOf(world: World, { queue, job }: { queue: Id; job: Id }): Job | undefined {
	const found = own(own(world.queues, queue)?.jobs ?? {}, job);
	return found?.done === null ? found : undefined;
}

const settled = (world: World, queue: Id) => {
	pass(world, 0);
	return rows(world, queue);
};

export const PRINTING_ACTS: Acts<'job' | 'move-job' | 'queue' | 'queue-to'> = {
	job: {
		kind: 'repair',
		minutes: 1,
		refuse: (world, action) => known(jobOf(world, action)),
		run(world, action) {
			const job = jobOf(world, action)!;
			if (action.to === 'cancel') {
				const hasSource = job.source !== null && places(world).some(({ file }) => file.holds === job.source);
				keepDeed(world, 'erased', action.job, job.bad || hasSource);
				delete world.queues[action.queue]!.jobs[action.job];
			} else job.held = action.to === 'hold';
			return settled(world, action.queue);
		}
	},
	'move-job': {
		kind: 'repair',
		minutes: 1,
		refuse(world, action) {
			const target = own(world.queues, action.to);
			if (!jobOf(world, action) || !target) return 'unknown';
			return own(target.jobs, action.job) ? 'already-there' : null;
		},
		run(world, action) {
			world.queues[action.to]!.jobs[action.job] = { ...jobOf(world, action)!, since: null };
			delete world.queues[action.queue]!.jobs[action.job];
			return settled(world, action.queue);
		}
	},
	queue: {
		kind: 'repair',
		minutes: 1,
		refuse: (world, { queue }) => known(own(world.queues, queue)),
		run(world, { queue, to }) {
			world.queues[queue]!.paused = to === 'pause';
			return settled(world, queue);
		}
	},
	'queue-to': {
		kind: 'repair',
		minutes: 3,
		refuse: (world, { queue }) => known(own(world.queues, queue)),
		run(world, { queue, address }) {
			world.queues[queue]!.to = address;
			return settled(world, queue);
		}
	}
};
