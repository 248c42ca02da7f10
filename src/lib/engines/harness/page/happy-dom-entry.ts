import { Window } from 'happy-dom';
import * as PropertySymbol from 'happy-dom/lib/PropertySymbol.js';
import { hideWindow } from './hide-window.ts';
import { isOurs } from './trusted-define.ts';

/**
 * A page for a realm that has none (a thread of Node, a process of Deno): a window of happy-dom whose properties become
 * the global object's. Loaded before the harness, which then finds a page as in a browser.
 */
const ADDRESS = 'https://exercise.invalid/';

/** The realm's own stay: the language, the console, timers, and what is the same everywhere. */
const OWN = new Set(
	[
		'globalThis global root GLOBAL undefined NaN Infinity Intl JSON Math Reflect eval console performance crypto',
		'decodeURI decodeURIComponent encodeURI encodeURIComponent escape unescape isFinite isNaN parseFloat parseInt',
		'Array ArrayBuffer Boolean Buffer DataView Date Error EvalError Float32Array Float64Array Function Int16Array',
		'Int32Array Int8Array Map Number Object Promise RangeError ReferenceError RegExp Set String Symbol SyntaxError',
		'TypeError URIError Uint16Array Uint32Array Uint8Array Uint8ClampedArray WeakMap WeakSet setTimeout clearTimeout',
		'setInterval clearInterval queueMicrotask structuredClone atob btoa URL URLSearchParams TextEncoder TextDecoder',
		'PerformanceObserver PerformanceEntry PerformanceObserverEntryList happyDOM'
	].flatMap((line) => line.split(' '))
);
/** In a browser these cannot be replaced. */
const FIXED = new Set(['document', 'window', 'location', 'top']);

const silent = Object.fromEntries(Object.keys(console).map((name) => [name, () => {}])) as unknown as Console;
const window = new Window({
	url: ADDRESS,
	// What a listener throws is an `error` event, as in a browser; it is not printed twice.
	console: silent,
	settings: {
		disableJavaScriptFileLoading: true,
		disableIframePageLoading: true,
		handleDisabledFileLoadingAsSuccess: false,
		navigation: {
			disableMainFrameNavigation: true,
			disableChildFrameNavigation: true,
			disableChildPageNavigation: true,
			disableFallbackToSetURL: true
		},
		navigator: { userAgent: 'Mozilla/5.0 (Passerelle)' },
		timer: { preventTimerLoops: false }
	}
});

function install(): void {
	const inner = window as unknown as Record<PropertyKey, unknown>;
	for (const key of Reflect.ownKeys(window)) {
		if (typeof key === 'symbol') {
			// Events walk up to the global object and look there for what happy-dom keeps on its window.
			const get = () => inner[key];
			const set = (value: unknown) => void (inner[key] = value);
			Object.defineProperty(globalThis, key, { get, set, enumerable: false, configurable: false });
			continue;
		}
		if (OWN.has(key)) continue;
		const property = Reflect.getOwnPropertyDescriptor(window, key)!;
		const configurable = !FIXED.has(key);
		if (property.get || property.set) {
			const { get, set, enumerable } = property;
			Object.defineProperty(globalThis, key, {
				...(get ? { get: () => Reflect.apply(get, window, []) as unknown } : {}),
				...(set ? { set: (value: unknown) => void Reflect.apply(set, window, [value]) } : {}),
				enumerable: enumerable ?? true,
				configurable
			});
		} else {
			const value = inner[key] === window ? globalThis : inner[key];
			Object.defineProperty(globalThis, key, { ...property, value, configurable });
		}
	}
	// Everything that leads to the window leads to the global object.
	for (const name of ['self', 'top', 'parent', 'window', 'frames'] as const) {
		const symbol = (PropertySymbol as unknown as Record<string, symbol>)[name];
		if (symbol) inner[symbol] = globalThis;
	}
	Object.defineProperty(globalThis, 'window', { value: globalThis, enumerable: true, configurable: false });
	Object.assign(window.document, { [PropertySymbol.defaultView]: globalThis });
}

/** In a browser `addEventListener('click', undefined)` listens to nothing; happy-dom would call it and throw. */
function ignoreMissingListeners(): void {
	const { prototype } = window.EventTarget;
	const { addEventListener } = prototype;
	prototype.addEventListener = function (type, listener, options) {
		if (listener) Reflect.apply(addEventListener, this, [type, listener, options]);
	};
}

hideWindow(window);
ignoreMissingListeners();
install();
globalThis.__passerelle_bridge__!.page = { secrets: new Set(Object.values(PropertySymbol)), isOwn: isOurs };
