import { createBrowsers } from './browsers.ts';
import { addressOf, type Client } from './client.ts';
import { createRateLimit } from './rate-limit.ts';
import { createTurns, type Turns } from './turns.ts';

/** So many at once, then so many a second. A class behind one address is twenty browsers. */
const RATES = {
	/** A learner types; each pause is one compilation of a few milliseconds. */
	compile: { browser: { burst: 60, perSecond: 8 }, address: { burst: 400, perSecond: 60 } },
	/** A run takes the server some 100 ms. */
	verify: { browser: { burst: 20, perSecond: 3 }, address: { burst: 120, perSecond: 20 } },
	/** A page takes some 5 ms to render. Who keeps no cookies counts as one browser, with all others there that do not. */
	page: { browser: { burst: 300, perSecond: 20 }, address: { burst: 1000, perSecond: 100 } },
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
	/** Whose page is rendered next. */
	readonly pages: Turns;
}

/** One page's data may be waited for while another is rendered. */
const PAGES = { places: 4, waiting: 200, perClient: 60 };

export function createGuard(): Guard {
	const limitsOf = (rate: Rate) => ({
		browser: createRateLimit(RATES[rate].browser),
		address: createRateLimit(RATES[rate].address)
	});
	const limits = {
		compile: limitsOf('compile'),
		verify: limitsOf('verify'),
		page: limitsOf('page'),
		read: limitsOf('read'),
		press: limitsOf('press')
	};
	return {
		clientOf: createBrowsers(),
		pages: createTurns(PAGES),
		wait(rate, client) {
			const { browser, address } = limits[rate];
			// What a browser is refused costs its address nothing: others there may still ask.
			return browser(client) || address(addressOf(client));
		}
	};
}
