import type { Id } from '../state/data.ts';
import type { World } from '../state/world.ts';
import { own } from '../state/data.ts';
import { signIn } from './accounts.ts';
import { remembered } from './at-rest.ts';
import { deviceAt, path, reach } from './path.ts';
import { works } from './runs.ts';
import { chain, check, fails, passes, type Why } from './why.ts';

/** The service that keeps queues, where it listens, and where printers do. */
const SPOOLER = 'spooler';
const SPOOLER_PORT = 631;
const PRINTER_PORT = 9100;

/** Whether pages come out of a queue: its service, the way to its printer, paper and toner. */
export const flows = (world: World, id: Id): Why =>
	remembered(world, `flows ${id}`, () => findFlow(world, id));

function findFlow(world: World, id: Id): Why {
	const queue = own(world.queues, id);
	if (!queue) return fails('queue', id, 'unknown');
	return chain(
		works(world, queue.device, SPOOLER),
		() => check(!queue.paused, 'queue', id, 'paused'),
		() => path(world, queue.device, queue.to, PRINTER_PORT),
		() => {
			const printer = deviceAt(world, queue.to);
			const parts = printer === undefined ? {} : world.devices[printer]!.parts;
			const found = (['paper', 'toner'] as const).find((kind) => (parts[kind]?.state ?? 'good') !== 'good');
			return found ? fails('part', found, parts[found]!.state) : passes('part', printer ?? queue.to);
		}
	);
}

/** Whether a page has come out, of whatever queue. */
export function isPrinted(world: World, job: Id): Why {
	const found = Object.values(world.queues).flatMap(({ jobs }) => own(jobs, job) ?? []);
	if (found.some(({ done }) => done !== null)) return passes('data', job, 'printed');
	return fails('data', job, found.length > 0 ? 'waits' : 'gone');
}

/** Whether somebody's page comes out of a queue, sent from a device. */
export const print = (world: World, who: Id, on: Id, id: Id): Why =>
	chain(
		reach(world, on, own(world.queues, id)?.device ?? id, SPOOLER_PORT),
		() => signIn(world, who, on),
		() => flows(world, id)
	);
