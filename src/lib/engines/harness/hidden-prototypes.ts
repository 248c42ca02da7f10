import { describeProperty, ownKeys } from './natives.ts';

type Class = new (...args: unknown[]) => object;

const isObject = (value: unknown): value is object =>
	(typeof value === 'object' && value !== null) || typeof value === 'function';
const prototypeOf = (value: object): object => Object.getPrototypeOf(value) as object;

/** Prototypes behind `Iterator.from` and `iterator.map`, in browsers that have them. */
function iteratorHelpers(): object[] {
	const { Iterator } = globalThis as unknown as {
		Iterator?: { from(source: object): { map?(each: () => void): object } };
	};
	const wrapped = Iterator?.from({ next: () => ({ done: true }) });
	const mapped = wrapped?.map?.(() => {});
	return [wrapped, mapped].filter(isObject).map(prototypeOf);
}

/** How far the parts of an object are followed: what makes it work lies close. */
const DEPTH = 3;

/** What an object holds, and what its classes give under symbols of their own; no other accessor is read. */
function partsOf(value: object): object[] {
	const parts: unknown[] = ownKeys(value).map((key) => describeProperty(value, key)?.value as unknown);
	for (let at = prototypeOf(value); at; at = prototypeOf(at)) {
		for (const key of ownKeys(at)) {
			if (typeof key !== 'symbol' || !describeProperty(at, key)?.get) continue;
			try {
				parts.push(Reflect.get(value, key));
			} catch {
				// It wants another object.
			}
		}
	}
	return parts.filter(isObject);
}

/**
 * The prototypes of objects and of their parts, whatever they are kept under: a platform's class often works through
 * an inner one, whose methods a program could replace for everybody.
 */
export function prototypesBehind(samples: readonly object[]): object[] {
	const found = new Set<object>();
	const visited = new Set<object>([globalThis]);
	const visit = (value: object, depth: number) => {
		if (visited.has(value)) return;
		visited.add(value);
		if (depth > 0 && typeof value !== 'function') for (const part of partsOf(value)) visit(part, depth - 1);
		for (let at = prototypeOf(value); at; at = prototypeOf(at)) found.add(at);
	};
	for (const sample of samples) visit(sample, DEPTH);
	return [...found];
}

/** What `Response`, `Headers` and their like work with, where the realm has them. */
function behindGlobals(): object[] {
	const {
		Headers,
		FormData,
		URLSearchParams,
		ReadableStream,
		WritableStream,
		TransformStream,
		Response,
		Request
	} = globalThis as unknown as Readonly<Record<string, Class | undefined>>;
	const samples: object[] = [];
	const take = (sample: object): void => void samples.push(sample);
	/**
	 * Each kind by itself: what a browser lacks (byte streams in WebKit) or happy-dom does not let one make, no program can
	 * make there either.
	 */
	const tryToTake = (make: () => object): void => {
		try {
			take(make());
		} catch {
			// It is not there.
		}
	};
	for (const Collection of [Headers, FormData, URLSearchParams])
		if (Collection) tryToTake(() => (new Collection() as Iterable<unknown>)[Symbol.iterator]() as object);
	if (ReadableStream) {
		const stream = (source: object) => new ReadableStream(source) as globalThis.ReadableStream;
		tryToTake(() => stream({ start: take })[Symbol.asyncIterator]());
		tryToTake(() => stream({ start: take }).getReader());
		tryToTake(() => stream({ type: 'bytes', start: take }).getReader({ mode: 'byob' }));
	}
	if (WritableStream)
		tryToTake(() => (new WritableStream({ start: take }) as globalThis.WritableStream).getWriter());
	if (TransformStream) tryToTake(() => new TransformStream({ start: take }));
	if (Response) tryToTake(() => new Response('x'));
	if (Request) tryToTake(() => new Request('http://localhost/'));
	return prototypesBehind(samples);
}

/** Objects of the language, and of the classes that stay, that no global names. */
export function hiddenPrototypes(): object[] {
	return [
		prototypeOf(function* () {}),
		prototypeOf(async function () {}),
		prototypeOf(async function* () {}),
		prototypeOf([][Symbol.iterator]()),
		prototypeOf(new Map()[Symbol.iterator]()),
		prototypeOf(new Set()[Symbol.iterator]()),
		prototypeOf(''[Symbol.iterator]()),
		prototypeOf(/x/[Symbol.matchAll]('x')),
		prototypeOf(Int8Array),
		...iteratorHelpers(),
		...behindGlobals()
	];
}
