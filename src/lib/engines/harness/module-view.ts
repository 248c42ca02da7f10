export type Namespace = Record<string, unknown>;

/**
 * A namespace marked as an ES module, for the interop code that esbuild writes; live bindings stay live.
 * `prototype` is asked for what the namespace does not have.
 */
export function viewOf(namespace: Namespace, prototype: object = Object.prototype): Namespace {
	const view = Object.create(prototype) as Namespace;
	Object.defineProperty(view, '__esModule', { value: true });
	for (const key of Object.keys(namespace)) {
		Object.defineProperty(view, key, { enumerable: true, configurable: true, get: () => namespace[key] });
	}
	return view;
}

/** Reading an export that the factory of a mock forgot throws, with native Vitest's words. */
const forgotten = (raw: string): object =>
	new Proxy(Object.prototype, {
		get(target, key, receiver) {
			// `then` is asked for by `await`.
			if (typeof key === 'symbol' || key === 'then' || key === '__esModule') return undefined;
			if (key in target) return Reflect.get(target, key, receiver) as unknown;
			throw new Error(
				`[vitest] No "${key}" export is defined on the "${raw}" mock. Did you forget to return it from "vi.mock"?\n` +
					'If you need to partially mock a module, you can use "importOriginal" helper inside:\n'
			);
		}
	});

/** What a mock's factory gave, checked as native Vitest checks it. `raw`: the name that the suite wrote. */
export function viewOfMock(made: unknown, raw: string): Namespace {
	if (made === null || typeof made !== 'object' || Array.isArray(made)) {
		throw new TypeError(
			`[vitest] vi.mock("${raw}", factory?: () => unknown) is not returning an object. ` +
				'Did you mean to return an object with a "default" key?'
		);
	}
	return viewOf(made as Namespace, forgotten(raw));
}

/** What native Vitest throws where a mock's factory threw. */
export const brokenFactory = (cause: unknown): Error =>
	new Error(
		'[vitest] There was an error when mocking a module. If you are using "vi.mock" factory, make sure there are no ' +
			'top level variables inside, since this call is hoisted to top of the file. ' +
			'Read more: https://vitest.dev/api/vi.html#vi-mock',
		{ cause }
	);
