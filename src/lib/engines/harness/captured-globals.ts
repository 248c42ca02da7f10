// Before anything is taken: what is taken is of the stated zone and language.
import './setting/setting.ts';

/**
 * Every free name of Vitest's packages that a program could replace, taken before there is a program. The bundle step
 * puts these in the place of the global names: `globalThis.URL = …` or `globalThis.Node = …` changes nothing in a matcher.
 */
const realm = globalThis as unknown as Record<string, unknown>;

/** A copy: the real `Math.random` stays changeable, for spies. */
const math = Object.freeze(Object.defineProperties({}, Object.getOwnPropertyDescriptors(globalThis.Math)));
const setTimeout = globalThis.setTimeout.bind(globalThis);
const { AbortController, Blob, Date, Event, EventTarget, MessageChannel, TextDecoder, URL, performance } =
	realm;
/** There is no page, no Node and no Deno for what runs in a sandbox, also where the harness itself has one. */
const absent = undefined;

export {
	math as Math,
	AbortController,
	Blob,
	Date,
	Event,
	EventTarget,
	MessageChannel,
	TextDecoder,
	URL,
	performance
};
export {
	setTimeout,
	absent as Buffer,
	absent as DOMTokenList,
	absent as Element,
	absent as HTMLElement,
	absent as Node,
	absent as __vitest_required__,
	absent as global,
	absent as process,
	absent as self,
	absent as window
};
