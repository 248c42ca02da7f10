import type { SandboxMessage, UncaughtListener } from './protocol.ts';

/** Messages to the host: those that come before there is a port wait for it. */
export function createOutbox() {
	const waiting: SandboxMessage[] = [];
	let post: ((message: SandboxMessage) => void) | null = null;
	return {
		get connected() {
			return post !== null;
		},
		send: (message: SandboxMessage): void => (post ? post(message) : void waiting.push(message)),
		connect(to: (message: SandboxMessage) => void): void {
			post = to;
			for (const message of waiting) to(message);
		}
	};
}

/** Errors that nobody caught, for the one listener that the run sets. See `SandboxHost.onUncaught`. */
export function createUncaught() {
	let listener: UncaughtListener = () => false;
	return {
		tell: (thrown: unknown, promise?: Promise<unknown>): boolean => listener(thrown, promise),
		listen: (next: UncaughtListener): void => void (listener = next)
	};
}

/** The part of a browser's realm that tells what nobody caught. */
export interface UncaughtEvents {
	addEventListener(type: 'error', listener: (event: ErrorEvent) => void, capture: true): void;
	addEventListener(
		type: 'unhandledrejection',
		listener: (event: PromiseRejectionEvent) => void,
		capture: true
	): void;
}

/** Of a page whose observers answer too late; nothing is wrong with it. */
const HARMLESS = /^ResizeObserver loop/;

/**
 * Hears what nobody caught in a browser's realm. Call it before there is a program: the first listener that captures is
 * called first, so that none of a program can stop the event; and what an event holds is asked in a way that no program can
 * change (`isTrusted` is an event's own, and fixed).
 */
export function hearUncaught(realm: UncaughtEvents, tell: UncaughtListener): void {
	const { apply, getOwnPropertyDescriptor } = Reflect;
	const ask = (prototype: object, name: string) => {
		const { get } = getOwnPropertyDescriptor(prototype, name)!;
		return (event: Event): unknown => apply(get!, event, []);
	};
	const targetOf = ask(Event.prototype, 'target');
	const errorOf = ask(ErrorEvent.prototype, 'error');
	const messageOf = ask(ErrorEvent.prototype, 'message');
	const reasonOf = ask(PromiseRejectionEvent.prototype, 'reason');
	const { preventDefault, stopImmediatePropagation } = Event.prototype;
	realm.addEventListener(
		'error',
		(event) => {
			// A picture that was not found says so, too; and a program may make events of its own.
			if (!event.isTrusted || targetOf(event) !== realm) return;
			apply(preventDefault, event, []);
			const error = errorOf(event);
			if (error || !HARMLESS.test(messageOf(event) as string)) tell(error);
		},
		true
	);
	/**
	 * Firefox says of a worker's own rejections that they are not to be trusted. The first one is the harness's, before there
	 * is a program: as it is, so are the realm's. What a program makes up there only makes its own test fail.
	 */
	let ownAreTrusted: boolean | null = null;
	realm.addEventListener(
		'unhandledrejection',
		(event) => {
			ownAreTrusted ??= event.isTrusted;
			if (ownAreTrusted && !event.isTrusted) return;
			apply(preventDefault, event, []);
			if (tell(reasonOf(event))) apply(stopImmediatePropagation, event, []);
		},
		true
	);
}
