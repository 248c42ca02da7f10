import type { Window } from 'happy-dom';
import * as PropertySymbol from 'happy-dom/lib/PropertySymbol.js';

type Listener = (this: unknown, event: unknown) => unknown;

/** Who has a property, among an object and what it inherits from: happy-dom's globals are subclasses of its own. */
function ownerOf(object: object, name: string): object {
	let owner = object;
	while (!Object.hasOwn(owner, name)) owner = Object.getPrototypeOf(owner) as object;
	return owner;
}

function replace(owner: object, name: string, property: PropertyDescriptor): void {
	Object.defineProperty(owner, name, { ...Object.getOwnPropertyDescriptor(owner, name), ...property });
}

/**
 * Keeps happy-dom's own window from programs: they would find a whole realm of language in it that nobody has frozen.
 * Where an event or a document would show it, the global object is shown, as in a browser; what a page listens to on
 * its window is called with the global object. Call it once, before there is a listener.
 */
export function hideWindow(window: Window): void {
	const { document } = window;
	(window as unknown as Record<symbol, unknown>)[PropertySymbol.proxy] = globalThis;
	replace(ownerOf(document, 'defaultView'), 'defaultView', {
		// In a browser only the document that is shown has one.
		get: function defaultView(this: unknown) {
			return this === document ? globalThis : null;
		}
	});

	const events = ownerOf(window.Event.prototype, 'composedPath');
	const { composedPath } = window.Event.prototype;
	replace(events, 'composedPath', {
		value: function (this: object): unknown[] {
			const path = Reflect.apply(composedPath as () => unknown[], this, []);
			return path.map((target) => (target === window ? globalThis : target));
		}
	});

	const forWindow = new WeakMap<Listener, Listener>();
	const made = new WeakSet<Listener>();
	/** What is registered for a listener of the window; the same each time, so that it can be removed. */
	function calledWithGlobal(listener: Listener): Listener {
		if (made.has(listener)) return listener;
		let known = forWindow.get(listener);
		if (!known) {
			known = (event) => Reflect.apply(listener, globalThis, [event]);
			forWindow.set(listener, known);
			made.add(known);
		}
		return known;
	}
	const targets = ownerOf(Object.getPrototypeOf(window) as object, 'addEventListener');
	for (const name of ['addEventListener', 'removeEventListener'] as const) {
		const original = Reflect.get(targets, name) as (...args: unknown[]) => unknown;
		const value = function (this: unknown, type: unknown, listener: unknown, options?: unknown): unknown {
			const isWindow = this === window || this === globalThis;
			const heard =
				isWindow && typeof listener === 'function' ? calledWithGlobal(listener as Listener) : listener;
			return Reflect.apply(original, isWindow ? window : this, [type, heard, options]);
		};
		replace(targets, name, { value });
		// Its own is bound to it.
		replace(window, name, { value: value.bind(window) });
	}
}
