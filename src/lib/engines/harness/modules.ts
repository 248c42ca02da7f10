import { mockObject } from '@vitest/mocker';
import { createMockInstance } from '@vitest/spy';

type Namespace = Record<string, unknown>;
type Loader = () => Promise<Namespace>;
/** The learner's script: calls `define` with its modules. See `LearnerScript` in the contract. */
export type LearnerFunction = (
	define: (modules: Record<string, Loader>) => void,
	require: (path: string) => unknown,
	meta: object
) => unknown;

type Mock = { kind: 'factory'; make: () => unknown; made?: unknown } | { kind: 'automock' | 'autospy' };

/** "../start/lib/prices.js" → "lib/prices.js". */
function toLearnerPath(specifier: string): string {
	const at = specifier.lastIndexOf('start/');
	if (at < 0) throw new Error(`Only the learner's files, under "../start/", can be mocked or loaded: "${specifier}"`);
	return specifier.slice(at + 'start/'.length);
}

/**
 * The learner's modules as the suite sees them: loaded on demand, replaceable by `vi.mock`, and fresh again after
 * `vi.resetModules`, as with native Vitest.
 */
export function createModules(learner: LearnerFunction) {
	let instance: Promise<Record<string, Loader>> | null = null;
	const mocks = new Map<string, Mock>();
	const loaded = new Map<string, Namespace>();
	const views = new WeakMap<Namespace, Namespace>();

	/** A namespace marked as an ES module, for the suite's interop code; live bindings stay live. */
	function view(namespace: Namespace): Namespace {
		let made = views.get(namespace);
		if (made) return made;
		made = {};
		Object.defineProperty(made, '__esModule', { value: true });
		for (const key of Object.keys(namespace)) {
			Object.defineProperty(made, key, { enumerable: true, configurable: true, get: () => namespace[key] });
		}
		views.set(namespace, made);
		return made;
	}

	function start(): Promise<Record<string, Loader>> {
		return new Promise((resolve, reject) => {
			Promise.resolve(learner(resolve, requireMocked, { url: 'file:///main.js' })).catch(reject);
		});
	}

	async function actual(path: string): Promise<Namespace> {
		instance ??= start();
		const load = (await instance)[path];
		if (!load) throw new Error(`There is no file "${path}"`);
		const namespace = view(await load());
		loaded.set(path, namespace);
		return namespace;
	}

	async function mocked(path: string, mock: Mock): Promise<Namespace> {
		if (mock.kind === 'factory') {
			const made = (mock.made ??= await mock.make());
			if (!made || typeof made !== 'object') throw new Error(`vi.mock("../start/${path}") must return an object`);
			return view(made as Namespace);
		}
		const type = mock.kind;
		const options = { type, createMockInstance, globalConstructors: { Object, Function, Array, Map, RegExp } };
		return mockObject(options as never, { ...(await actual(path)), __esModule: true }) as Namespace;
	}

	async function load(path: string): Promise<Namespace> {
		const mock = mocks.get(path);
		const namespace = mock ? await mocked(path, mock) : await actual(path);
		loaded.set(path, namespace);
		return namespace;
	}

	/** Called by the learner's own modules for a file that the suite may mock: made before it is needed. */
	function requireMocked(path: string): unknown {
		return mocks.has(path) ? loaded.get(path) : undefined;
	}

	/** Imports of mocked modules inside the learner's script are synchronous, so their mocks are made first. */
	async function prepareMocks(): Promise<void> {
		for (const path of mocks.keys()) await load(path);
	}

	const mocker = {
		queueMock(specifier: string, _importer: string, factory?: (() => unknown) | { spy?: boolean }) {
			const mock: Mock =
				typeof factory === 'function'
					? { kind: 'factory', make: factory }
					: { kind: factory?.spy ? 'autospy' : 'automock' };
			mocks.set(toLearnerPath(specifier), mock);
		},
		queueUnmock: (specifier: string) => void mocks.delete(toLearnerPath(specifier)),
		importActual: (specifier: string) => actual(toLearnerPath(specifier)),
		importMock: (specifier: string) => mocked(toLearnerPath(specifier), { kind: 'automock' }),
		getMockContext: () => ({ callstack: null }),
		mockObject: (object: { value: unknown }, _exports: unknown, type: 'automock' | 'autospy') =>
			mockObject({ type, createMockInstance, globalConstructors: { Object, Function, Array, Map, RegExp } } as never, object)
	};

	return {
		mocker,
		/** What the suite's script calls for a dynamic import of a learner's file. */
		async import(specifier: string): Promise<Namespace> {
			await prepareMocks();
			return load(toLearnerPath(specifier));
		},
		async loadStatics(paths: readonly string[]): Promise<void> {
			for (const path of paths) await load(path);
		},
		/** What the suite's script reads for a static import of a learner's file. */
		loaded: (path: string): Namespace => loaded.get(path) ?? {},
		load,
		reset() {
			instance = null;
		}
	};
}
export type Modules = ReturnType<typeof createModules>;
