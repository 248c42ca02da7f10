/** Functions taken before any learner code exists; what learner code does to the globals later does not reach them. */
const { performance, crypto } = globalThis;
export const now: () => number = performance.now.bind(performance);
export const setTimer = globalThis.setTimeout.bind(globalThis);
export const clearTimer = globalThis.clearTimeout.bind(globalThis);
/** Makes a rejected promise. */
export const reject = Promise.reject.bind(Promise);
export const ownKeys = Reflect.ownKeys;
export const describeProperty = Reflect.getOwnPropertyDescriptor;
export const defineProperty = Object.defineProperty;
const getRandomValues = crypto.getRandomValues.bind(crypto);

/** 128 random bits as an identifier. */
export const randomName = (): string =>
	`h${Array.from(getRandomValues(new Uint32Array(4)), (part) => part.toString(36)).join('')}`;

/** How many frames stacks have, where that can still be set: in a page no program may, and lines stay known. */
export function limitStack(frames: number): void {
	if (describeProperty(Error, 'stackTraceLimit')?.writable) Error.stackTraceLimit = frames;
}

/** A whole number from 0 up to `limit`, which it does not reach; every one as likely as the others, nearly. */
export const randomBelow = (limit: number): number => getRandomValues(new Uint32Array(1))[0]! % limit;
