import type { Job, Queue } from '../state/world.ts';
import type { World } from '../state/world.ts';
import type { Id } from '../state/data.ts';
import { flows } from '../can/printing.ts';
import { sorted } from '../state/data.ts';
import { note, type Clockwork } from './clockwork.ts';

/** How long a page takes, also one at which the printer then stops. */
const PAGE = 1;

/** Jobs in the order in which they came: `job-2` before `job-10`. */
export const inOrder = ({ jobs }: Queue): [Id, Job][] =>
	Object.entries(jobs).sort(([a], [b]) => Number(a.split('-')[1]) - Number(b.split('-')[1]));

const waiting = (queue: Queue): [Id, Job] | undefined =>
	inOrder(queue).find(([, { done, held }]) => done === null && !held);

function finish(world: World, id: Id, queue: Queue, [name, job]: [Id, Job]): void {
	job.since = null;
	if (!job.bad) {
		job.done = world.now;
		return;
	}
	note(world, queue.device, 'job-failed', name);
	if (queue.onError === 'skip') job.held = true;
	else {
		queue.paused = true;
		note(world, queue.device, 'queue-paused', id);
	}
}

function step(world: World, id: Id, queue: Queue): void {
	const first = waiting(queue);
	const works = first !== undefined && flows(world, id).ok;
	for (const [name, job] of inOrder(queue)) if (!works || name !== first?.[0]) job.since = null;
	if (!works || !first) return;
	const [, job] = first;
	job.since ??= world.now;
	if (job.since + PAGE > world.now) return;
	finish(world, id, queue, first);
	const next = queue.paused ? undefined : waiting(queue);
	if (next) next[1].since ??= world.now;
}

export const printingClock: Clockwork = {
	next: (world) =>
		Math.min(
			...Object.values(world.queues).flatMap(({ jobs }) =>
				Object.values(jobs).map(({ since }) => (since === null ? Infinity : since + PAGE))
			)
		),
	step(world) {
		for (const [id, queue] of sorted(world.queues)) step(world, id, queue);
	}
};
