import type { Certificate } from '../state/network.ts';
import type { Id } from '../state/data.ts';
import type { World } from '../state/world.ts';
import { own, sorted } from '../state/data.ts';
import { member, signIn } from './accounts.ts';
import { resolve } from './names.ts';
import { deviceAt, path } from './path.ts';
import { works } from './runs.ts';
import { chain, check, type Why } from './why.ts';

const HTTPS = 443;

interface Site {
	cert: Certificate | null;
	asks: Id[] | null;
	/** Whether what answers at the address is able to. */
	health: () => Why;
}

/** What answers at an address that was reached. */
function siteAt(world: World, address: string): Site {
	const outside = own(own(world.outside, address) ?? {}, String(HTTPS));
	if (outside) return { ...outside, health: () => ({ ok: true, path: [] }) };
	const device = deviceAt(world, address)!;
	const [run, { cert, asks }] = sorted(world.devices[device]!.runs).find(
		([, { port, state }]) => port === HTTPS && state === 'on'
	)!;
	return { cert, asks, health: () => works(world, device, run) };
}

function trusted(world: World, on: Id, name: string, cert: Certificate | null): Why {
	if (!cert) return { ok: true, path: [] };
	const time = world.now + world.devices[on]!.clock.skew;
	return chain(
		check(cert.names.includes(name), 'tls', name, 'other-name'),
		check(time >= cert.from, 'tls', on, 'too-early'),
		check(time <= cert.until, 'tls', name, 'too-late')
	);
}

/** Whether somebody sees a site at a device, and is let in. */
export function open(world: World, who: Id, on: Id, name: string): Why {
	const { why, address } = resolve(world, on, name);
	if (address === null) return why;
	return chain(
		why,
		() => path(world, on, address, HTTPS),
		() => {
			const site = siteAt(world, address);
			const asks = site.asks;
			return chain(
				trusted(world, on, name, site.cert),
				() => site.health(),
				() => (asks === null ? { ok: true, path: [] } : signIn(world, who, on)),
				() => member(world, who, asks, name)
			);
		}
	);
}
