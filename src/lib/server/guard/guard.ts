import { createBrowsers } from './browsers.ts';
import { addressOf, type Client } from './client.ts';
import { createRateLimit } from './rate-limit.ts';

/** So many at once, then so many a second. A class behind one address is twenty browsers. */
const RATES = {
	/** A learner types; each pause is one compilation of a few milliseconds. */
	compile: { browser: { burst: 60, perSecond: 8 }, address: { burst: 400, perSecond: 60 } },
	/** A run takes the server some 100 ms. */
	verify: { browser: { burst: 20, perSecond: 3 }, address: { burst: 120, perSecond: 20 } },
	/** What is looked up and sent as it is. */
	read: { browser: { burst: 300, perSecond: 50 }, address: { burst: 3000, perSecond: 300 } },
	/** What a person presses. */
	press: { browser: { burst: 30, perSecond: 2 }, address: { burst: 300, perSecond: 20 } }
} as const;

export type Rate = keyof typeof RATES;

/** What a server remembers of those who ask, bounded and in memory. */
export interface Guard {
	clientOf(address: string, visit: string | undefined): Client;
	/** Seconds to wait before this client may ask for so much again; 0 where it may now. */
	wait(rate: Rate, client: Client): number;
}

export function createGuard(): Guard {
	const limitsOf = (rate: Rate) => ({
		browser: createRateLimit(RATES[rate].browser),
		address: createRateLimit(RATES[rate].address)
	});
	const limits = {
		compile: limitsOf('compile'),
		verify: limitsOf('verify'),
		read: limitsOf('read'),
		press: limitsOf('press')
	};
	return {
		clientOf: createBrowsers(),
		wait(rate, client) {
			const { browser, address } = limits[rate];
			// What a browser is refused costs its address nothing: others there may still ask.
			return browser(client) || address(addressOf(client));
		}
	};
}
