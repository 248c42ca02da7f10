import type { z } from 'zod';
import { VISIT_COOKIE } from './browsers.ts';
import type { Client } from './client.ts';
import type { Guard, Rate } from './guard.ts';
import { readLimited } from './read-limited.ts';
import { answerRefusal, Refused } from './refusal.ts';
import { isSameOrigin } from './same-origin.ts';
import { TurnRefused } from './turns.ts';

/** Of SvelteKit's event what endpoints need, with the parts of the server that they use. */
export interface EndpointEvent<Server> {
	request: Request;
	url: URL;
	params: Partial<Record<string, string>>;
	cookies: { get(name: string): string | undefined };
	getClientAddress(): string;
	locals: { server: Server };
}

export interface EndpointRules {
	/** Who may ask. Everybody may, today; roles will stand here, and an endpoint that names none will not compile. */
	who: 'everybody';
	/** `here`: pages of this site. A verb that changes something is for these in every case. */
	from: 'here' | 'anywhere';
	/** How often one client may ask; null where the answer is made once, when the site is built. */
	rate: Rate | null;
}

/** A request that may be answered. */
export interface Asked<Input, Event> {
	/** Parsed: what was sent, or what the address says. */
	input: Input;
	/** Whom it is for: turns are taken with it. */
	client: Client;
	event: Event;
}

type Reading<Input> =
	| { body: z.ZodType<Input>; most: number }
	| { form: z.ZodType<Input>; most: number }
	| { query: z.ZodType<Input> }
	/** The address alone says it. */
	| { nothing: Input };

const SAFE: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);
const typeOf = (request: Request): string =>
	(request.headers.get('content-type') ?? '').split(';', 1)[0]!.trim().toLowerCase();

/** The text of a body of one type, whatever its headers say of its length. */
async function readText(request: Request, type: string, most: number): Promise<string> {
	if (typeOf(request) !== type) throw new Refused('unsupported-type');
	const text = await readLimited(request, most);
	if (text === null) throw new Refused('too-large');
	return text;
}

async function read<Input>(
	reading: Reading<Input>,
	{ request, url }: EndpointEvent<unknown>
): Promise<Input> {
	const parse = (schema: z.ZodType<Input>, value: unknown, code: 'body-invalid' | 'query-invalid'): Input => {
		const parsed = schema.safeParse(value);
		if (!parsed.success) throw new Refused(code);
		return parsed.data;
	};
	if ('nothing' in reading) return reading.nothing;
	if ('query' in reading) return parse(reading.query, Object.fromEntries(url.searchParams), 'query-invalid');
	if ('form' in reading) {
		const text = await readText(request, 'application/x-www-form-urlencoded', reading.most);
		return parse(reading.form, Object.fromEntries(new URLSearchParams(text)), 'body-invalid');
	}
	const text = await readText(request, 'application/json', reading.most);
	let value: unknown;
	try {
		value = JSON.parse(text);
	} catch {
		throw new Refused('body-invalid');
	}
	return parse(reading.body, value, 'body-invalid');
}

/** The refusal that an error stands for; null for a fault of ours. */
function refusalOf(error: unknown): Pick<Refused, 'code' | 'seconds'> | null {
	if (error instanceof Refused) return error;
	return error instanceof TurnRefused ? { code: error.reason, seconds: error.seconds } : null;
}

/**
 * Every endpoint goes through here: who may ask, from where, how often, how much; then what was sent is parsed, and
 * answered. What is refused is `{ "refused": code }`; nothing is kept by browsers or proxies unless the answer says so. An
 * error of ours goes on to SvelteKit, which logs it.
 */
export function endpoint<Input, Event extends EndpointEvent<{ guard: Guard }>>(
	rules: EndpointRules & Reading<Input>,
	answer: (asked: Asked<Input, Event>) => Promise<Response> | Response
): (event: Event) => Promise<Response> {
	return async (event) => {
		const { request, url, cookies, locals } = event;
		const { guard } = locals.server;
		try {
			const here = rules.from === 'here' || !SAFE.has(request.method);
			if (here && !isSameOrigin(request, url.origin)) throw new Refused('other-site');
			let client: Client = 'nobody';
			if (rules.rate !== null) {
				client = guard.clientOf(event.getClientAddress(), cookies.get(VISIT_COOKIE));
				const wait = guard.wait(rules.rate, client);
				if (wait > 0) throw new Refused('too-many-requests', wait);
			}
			const response = await answer({ input: await read(rules, event), client, event });
			if (!response.headers.has('cache-control')) response.headers.set('cache-control', 'no-store');
			return response;
		} catch (error) {
			const refused = refusalOf(error);
			if (refused) return answerRefusal(refused);
			throw error;
		}
	};
}
