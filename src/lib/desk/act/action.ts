import { VIEW_NAMES } from '../look/look.ts';

/** How a field is written: a word, a whole number, yes or no, a setting, or one of some words. */
type Field = 'word' | 'number' | 'flag' | 'setting' | readonly string[];

/** What can be done, and what has to be said for it. The types of actions and the reader of logs both come from here. */
export const ACTION_FIELDS = {
	look: { view: VIEW_NAMES, of: 'word', at: 'word' },
	ask: { person: 'word', about: ['shows', 'neighbours'] },
	wait: { minutes: 'number' },
	'try-part': { device: 'word', part: ['outlet', 'adapter', 'cable', 'battery'] },
	'try-cable': { device: 'word', nic: 'word' },

	power: { device: 'word', to: ['on', 'off', 'restart'] },
	'plug-in': { device: 'word', part: ['outlet', 'adapter', 'cable'] },
	clean: { device: 'word', part: ['port'] },
	swap: { device: 'word', stock: 'word' },
	lend: { device: 'word', person: 'word' },

	cable: { device: 'word', nic: 'word', to: ['in', 'out', 'new'] },
	radio: { device: 'word', nic: 'word', on: 'flag' },
	enable: { device: 'word', nic: 'word', on: 'flag' },
	join: { device: 'word', nic: 'word', wifi: 'word' },
	renew: { device: 'word' },
	flush: { device: 'word' },
	'accept-portal': { device: 'word' },
	/** `address` and `gateway`, or both empty: by itself. */
	'set-ip': { device: 'word', nic: 'word', address: 'word', gateway: 'word' },
	/** Addresses with spaces between them, or empty: by itself. */
	'set-dns': { device: 'word', nic: 'word', servers: 'word' },
	/** An empty address takes the line away. */
	'set-host': { device: 'word', name: 'word', address: 'word' },
	'set-clock': { device: 'word', skew: 'number', auto: 'flag' },
	set: { device: 'word', name: 'word', value: 'setting' },

	'set-dhcp': { network: 'word', name: ['from', 'to', 'minutes'], value: 'number' },
	'set-dhcp-dns': { network: 'word', servers: 'word' },
	'switch-dhcp': { network: 'word', on: 'flag' },
	'drop-lease': { network: 'word', device: 'word' },

	run: { device: 'word', run: 'word', to: ['start', 'stop', 'restart'] },
	'run-level': { device: 'word', run: 'word', level: 'word' },
	'run-keep': { device: 'word', run: 'word', kb: 'number' },
	'run-auto': { device: 'word', run: 'word', on: 'flag' },
	file: { device: 'word', volume: 'word', file: 'word', to: ['remove', 'empty'] },
	'open-file': { device: 'word', volume: 'word', file: 'word' },
	copy: { device: 'word', volume: 'word', file: 'word', toDevice: 'word', toVolume: 'word' },
	erase: { device: 'word' },
	right: { share: 'word', group: 'word', to: ['none', 'read', 'write'] },

	job: { queue: 'word', job: 'word', to: ['cancel', 'hold', 'release'] },
	'move-job': { queue: 'word', job: 'word', to: 'word' },
	queue: { queue: 'word', to: ['pause', 'resume'] },
	'queue-to': { queue: 'word', address: 'word' },

	identify: { person: 'word', how: ['says', 'badge', 'callback'] },
	unlock: { account: 'word' },
	/** `once`: it has to be changed at the first sign-in. */
	reset: { account: 'word', once: 'flag' },
	'switch-account': { account: 'word', on: 'flag' },
	group: { account: 'word', group: 'word', in: 'flag' },
	factor: { account: 'word', device: 'word' },
	saved: { device: 'word', account: 'word', to: ['update', 'remove'] },

	agree: { person: 'word', what: 'word' },
	escalate: { to: 'word' },
	close: {}
} as const satisfies Record<string, Record<string, Field>>;

type Value<F> = F extends 'word'
	? string
	: F extends 'number'
		? number
		: F extends 'flag'
			? boolean
			: F extends 'setting'
				? string | number | boolean
				: F extends readonly (infer Word)[]
					? Word
					: never;

export type Do = keyof typeof ACTION_FIELDS;

/** One action of one kind. `by`: `me`, or the person who is guided. */
export type ActionOf<D extends Do> = D extends Do
	? { do: D; by: string } & {
			-readonly [K in keyof (typeof ACTION_FIELDS)[D]]: Value<(typeof ACTION_FIELDS)[D][K]>;
		}
	: never;

export type Action = ActionOf<Do>;

/** Small letters, digits and a few signs: `__proto__` and `constructor()` are no words. */
const WORD = /^[a-z0-9][a-z0-9 ./()-]{0,119}$/;
const LARGEST = 10_000_000;

function fits(value: unknown, field: Field): boolean {
	if (field === 'flag') return typeof value === 'boolean';
	if (field === 'number')
		return typeof value === 'number' && Number.isInteger(value) && Math.abs(value) <= LARGEST;
	if (field === 'setting') return ['flag', 'number', 'word'].some((one) => fits(value, one as Field));
	if (typeof value !== 'string') return false;
	return field === 'word' ? value === '' || WORD.test(value) : field.includes(value);
}

/** An action as it comes from anywhere, if it is one: known, with all its fields, and no other. */
export function readAction(data: unknown): Action | null {
	if (typeof data !== 'object' || data === null) return null;
	const given = data as Record<string, unknown>;
	const name = given['do'];
	if (typeof name !== 'string' || !Object.hasOwn(ACTION_FIELDS, name)) return null;
	const fields: Record<string, Field> = { do: [name], by: 'word', ...ACTION_FIELDS[name as Do] };
	const isExact =
		Object.keys(given).length === Object.keys(fields).length &&
		Object.entries(fields).every(([key, field]) => Object.hasOwn(given, key) && fits(given[key], field));
	return isExact ? (data as Action) : null;
}
