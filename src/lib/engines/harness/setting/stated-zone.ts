import { replaceMethod } from './replace-method.ts';

const { apply, construct } = Reflect;
const realm = globalThis as unknown as {
	Date: DateConstructor;
	Intl: typeof Intl;
};
const { Date: NativeDate, Intl: intl } = realm;
const { UTC, now: nativeNow, parse: nativeParse } = NativeDate;
const { prototype } = NativeDate;
const { getTime, getTimezoneOffset, setTime, toUTCString } = prototype;
const methods = prototype as unknown as Record<string, (...args: unknown[]) => number>;

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;

/**
 * Moments by which Brussels is known, with minutes to its east: neighbours had summers at other times (France in 1976,
 * Germany from 1980, Poland in 1982). Asking `Intl` would cost 20 ms.
 */
const MARKS: readonly (readonly [number, number])[] = [
	[UTC(1976, 6), 60],
	[UTC(1978, 6), 120],
	[UTC(1982, 2, 30), 120],
	[UTC(2026, 0), 60],
	[UTC(2026, 2, 29, 0, 59), 60],
	[UTC(2026, 2, 29, 1), 120],
	[UTC(2026, 9, 25, 0, 59), 120],
	[UTC(2026, 9, 25, 1), 60]
];
/** Whether the realm's own zone has the clock of Brussels. */
export const isBrussels = (): boolean =>
	MARKS.every(([time, east]) => apply(getTimezoneOffset, new NativeDate(time), []) === -east);

/** Minutes, with seconds before there were zones, that clocks are ahead of UTC; one question to the engine a day. */
function createOffsets(timeZone: string): (time: number) => number {
	const format = new intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' });
	const days = new Map<number, number>();
	function ask(time: number): number {
		const [, sign, hours, minutes = 0, seconds = 0] =
			/GMT([+-])(\d+):?(\d+)?:?(\d+)?$/.exec(format.format(time)) ?? [];
		const size = Number(hours ?? 0) * 3600 + Number(minutes) * 60 + Number(seconds);
		return (sign === '-' ? -size : size) * 1000;
	}
	function atDay(day: number): number {
		let offset = days.get(day);
		if (offset === undefined) days.set(day, (offset = ask(day * DAY)));
		return offset;
	}
	return (time) => {
		const day = Math.floor(time / DAY);
		const offset = atDay(day);
		return offset === atDay(day + 1) ? offset : ask(time);
	};
}

/** What a date's text has at its end where it is not of the reader's own zone, and texts that are of UTC without it. */
const NAMES_A_ZONE = /(?:Z|UTC|GMT|UT|[ECMP][SD]T|[+-]\d\d:?\d\d)\s*(?:\(.*\)\s*)?$/i;
const ONLY_A_DAY = /^\s*[+-]?\d{4,6}(?:-\d\d(?:-\d\d)?)?\s*$/;

/**
 * Makes `Date` believe that the realm is in a zone, and that it is some moment now.
 * @param beginsAt milliseconds since 1970; null: now
 */
export function stateZone(timeZone: string, beginsAt: number | null): void {
	const shift = beginsAt === null ? 0 : beginsAt - nativeNow();
	const offsetAt = createOffsets(timeZone);
	const now = (): number => nativeNow() + shift;
	const timeOf = (date: unknown): number => apply(getTime, date, []);
	/** The moment as if clocks of the zone showed UTC. */
	const localOf = (time: number): number => (time === time ? time + offsetAt(time) : time);
	/** The moment at which clocks show it: the first of two, and where there is none, by the clock before. */
	function fromLocal(local: number): number {
		if (!(local - DAY > -8.64e15 && local + DAY < 8.64e15)) return NaN;
		const before = offsetAt(local - DAY);
		const after = offsetAt(local + DAY);
		const early = local - before;
		if (before === after || offsetAt(early) === before) return early;
		const late = local - after;
		return offsetAt(late) === after ? late : early;
	}
	function parse(text: string): number {
		const time = nativeParse(text);
		if (time !== time || NAMES_A_ZONE.test(text) || ONLY_A_DAY.test(text)) return time;
		const local = nativeParse(`${text.trim()}${/\dT\d/.test(text) ? 'Z' : ' UTC'}`);
		return local === local ? fromLocal(local) : time;
	}

	const own = (name: string, call: (self: Date, args: unknown[]) => unknown): void =>
		replaceMethod(prototype, name, (_native, self, args) => call(self as Date, args));
	for (const part of 'FullYear Month Date Day Hours Minutes Seconds Milliseconds'.split(' ')) {
		const get = methods[`getUTC${part}`]!;
		own(`get${part}`, (self) => apply(get, new NativeDate(localOf(timeOf(self))), []));
		const set = methods[`setUTC${part}`];
		if (set)
			own(`set${part}`, (self, args) => {
				const shown = new NativeDate(localOf(timeOf(self)));
				return apply(setTime, self, [fromLocal(apply(set, shown, args))]) as number;
			});
	}
	const year = methods.getUTCFullYear!;
	own('getYear', (self) => apply(year, new NativeDate(localOf(timeOf(self))), []) - 1900);
	own('setYear', (self, [value]) => {
		const asked = Number(value);
		const full = asked >= 0 && asked < 100 ? 1900 + Math.trunc(asked) : asked;
		return self.setFullYear(full);
	});
	own('getTimezoneOffset', (self) => {
		const time = timeOf(self);
		return time === time ? -offsetAt(time) / MINUTE || 0 : time;
	});

	function shown(self: Date, day: boolean, clock: boolean): string {
		const time = timeOf(self);
		if (time !== time) return 'Invalid Date';
		const text: string = apply(toUTCString, new NativeDate(localOf(time)), []);
		const [, week, date, month, full, hours] = /^(\w+), (\d+) (\w+) (\S+) (\S+)/.exec(text)!;
		const minutes = Math.trunc(offsetAt(time) / MINUTE);
		const size = Math.abs(minutes);
		const offset = String(Math.floor(size / 60) * 100 + (size % 60)).padStart(4, '0');
		// The zone's name is written by who knows the language.
		const clockText = `${hours} GMT${minutes < 0 ? '-' : '+'}${offset} (UTC)`;
		return [day && `${week} ${month} ${date} ${full}`, clock && clockText].filter(Boolean).join(' ');
	}
	own('toString', (self) => shown(self, true, true));
	own('toDateString', (self) => shown(self, true, false));
	own('toTimeString', (self) => shown(self, false, true));

	replaceMethod(NativeDate, 'now', now);
	replaceMethod(NativeDate, 'parse', (_native, _self, [text]) => parse(String(text)));
	function argumentsOf(args: unknown[]): unknown[] {
		if (args.length === 0) return [now()];
		if (args.length > 1) return [fromLocal(apply(UTC, null, args as number[]))];
		const [first] = args;
		if (typeof first !== 'object' || first === null) return typeof first === 'string' ? [parse(first)] : args;
		try {
			return [timeOf(first)];
		} catch {
			const value = primitiveOf(first);
			return [typeof value === 'string' ? parse(value) : value];
		}
	}
	const stated = new Proxy(NativeDate, {
		apply: () => `${new stated()}`,
		construct: (target, args: unknown[], made) => construct(target, argumentsOf(args), made) as object
	});
	for (const [owner, name] of [
		[realm, 'Date'],
		[prototype, 'constructor']
	] as const)
		Object.defineProperty(owner, name, { value: stated });
}

/** An object as the text or number that it stands for, as `new Date(object)` reads it. */
function primitiveOf(object: object): unknown {
	const own = (object as { [Symbol.toPrimitive]?: (hint: string) => unknown })[Symbol.toPrimitive];
	if (own !== undefined && own !== null) return apply(own, object, ['default']);
	for (const name of ['valueOf', 'toString'] as const) {
		const method: unknown = object[name];
		if (typeof method !== 'function') continue;
		const value: unknown = apply(method, object, []);
		if (typeof value !== 'object' || value === null) return value;
	}
	throw new TypeError('Cannot convert object to primitive value');
}
