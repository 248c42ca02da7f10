// Before anything is taken: what is taken is of the stated zone and language.
import '../setting/setting.ts';

/**
 * As ../captured-globals.ts, for a harness that has a page: Vitest and Testing Library know real elements, taken before
 * there is a program.
 */
const realm = globalThis as unknown as Record<string, unknown>;

/** A copy: the real `Math.random` stays changeable, for spies. */
const math = Object.freeze(Object.defineProperties({}, Object.getOwnPropertyDescriptors(globalThis.Math)));
const {
	AbortController,
	Blob,
	DOMParser,
	DOMTokenList,
	Date,
	Document,
	DocumentFragment,
	Element,
	Event,
	EventTarget,
	HTMLElement,
	MessageChannel,
	MutationObserver,
	Node,
	NodeFilter,
	TextDecoder,
	URL,
	performance
} = realm;
// Bound to what a fake clock leaves alone: a query that waits, waits in real time.
const setTimeout = globalThis.setTimeout.bind(globalThis);
const clearTimeout = globalThis.clearTimeout.bind(globalThis);
const setInterval = globalThis.setInterval.bind(globalThis);
const clearInterval = globalThis.clearInterval.bind(globalThis);
const document = globalThis.document;
const window = globalThis.window;
const absent = undefined;

export {
	math as Math,
	AbortController,
	Blob,
	DOMParser,
	DOMTokenList,
	Date,
	Document,
	DocumentFragment,
	Element,
	Event,
	EventTarget,
	HTMLElement,
	MessageChannel,
	MutationObserver,
	Node,
	NodeFilter,
	TextDecoder,
	URL,
	clearInterval,
	clearTimeout,
	document,
	performance,
	setInterval,
	setTimeout,
	window,
	window as self
};
export {
	absent as Buffer,
	absent as __vitest_required__,
	absent as global,
	absent as jest,
	absent as process
};
