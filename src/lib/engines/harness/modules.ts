import { mockObject } from '@vitest/mocker';
import { createMockInstance } from '@vitest/spy';
import type { LearnerModule } from '../../contract/linked-module.ts';
import { linkModules } from './link-modules.ts';
import { metas, type MetaOf, type ModuleMeta } from './module-meta.ts';
import { brokenFactory, viewOf, viewOfMock, type Namespace } from './module-view.ts';
import type { PageScope } from './page-scope.ts';
import { privateGlobal } from './private-registry.ts';

type Loader = () => Promise<Namespace>;
/** The learner's script: calls `define` with its modules. See `LearnerScript` in the contract. */
export type LearnerFunction = (
	define: (modules: Readonly<Record<string, LearnerModule>>) => void,
	meta: MetaOf,
	guard: () => void
) => unknown;

/** Modules that are no files. */
export interface GivenModules {
	/** What a suite gets for a name of `SUITE_PACKAGES` (contract/modules.ts) other than "vitest", or for "node:fs". */
	suiteModule?(name: string): object | undefined;
	/** What the learner's code gets for "node:fs" or "npm:slugify". */
	learnerModule?(name: string): object | undefined;
	/** What the classic scripts of the page share that is opened with these modules; default: nothing yet. */
	pageScope?(): PageScope;
	/** `import.meta` of a file of the learner's; default: its address. */
	meta?(path: string): ModuleMeta;
}

interface Mock {
	/** The name that the suite wrote. */
	raw: string;
	kind: 'factory' | 'automock' | 'autospy';
	factory?: () => unknown;
	/** Made once: the suite and the learner's modules share it. */
	making?: Promise<Namespace>;
	made?: { namespace: Namespace } | { error: unknown };
}

/** "../start/lib/prices.js" → "lib/prices.js". */
function toLearnerPath(specifier: string): string {
	const at = specifier.lastIndexOf('start/');
	if (at < 0)
		throw new Error(`Only the learner's files, under "../start/", can be mocked or loaded: "${specifier}"`);
	return specifier.slice(at + 'start/'.length);
}

const mockOptions = (type: 'automock' | 'autospy') =>
	({ type, createMockInstance, globalConstructors: { Object, Function, Array, Map, RegExp } }) as never;

function given(name: string, module: object | undefined): object {
	if (!module) throw new Error(`There is no module "${name}" here`);
	return module;
}

/** Where `vi.dynamicImportSettled` looks for imports that are under way. */
const underWay = () =>
	(privateGlobal.__vitest_worker__ as { resolvingModules: Set<unknown> }).resolvingModules;

/**
 * The learner's modules as the suite sees them: loaded on demand, replaceable by `vi.mock`, and fresh again after
 * `vi.resetModules`, as with native Vitest.
 */
export function createModules(learner: LearnerFunction, world: GivenModules, guard = () => {}) {
	let instance: Promise<Record<string, Loader>> | null = null;
	const mocks = new Map<string, Mock>();
	const loaded = new Map<string, Namespace>();
	const views = new WeakMap<Namespace, Namespace>();
	let main: string | null = null;
	let isCommon = false;

	function start(): Promise<Record<string, Loader>> {
		return new Promise((resolve, reject) => {
			const meta = metas(world.meta);
			const define = (modules: Readonly<Record<string, LearnerModule>>) => {
				isCommon = main !== null && modules[main]?.format === 'commonjs';
				resolve(
					linkModules(modules, requireForLearner, { meta, main: () => main, page: world.pageScope?.() })
				);
			};
			Promise.resolve(learner(define, meta, guard)).catch(reject);
		});
	}

	async function actual(path: string): Promise<Namespace> {
		await prepareMocks();
		instance ??= start();
		const load = (await instance)[path];
		if (!load) throw new Error(`There is no file "${path}"`);
		const namespace = await load();
		const view = views.get(namespace) ?? viewOf(namespace);
		views.set(namespace, view);
		return view;
	}

	const mockOf = async (path: string, type: 'automock' | 'autospy'): Promise<Namespace> =>
		mockObject(mockOptions(type), { ...(await actual(path)), __esModule: true }) as Namespace;

	async function make(path: string, { kind, factory, raw }: Mock): Promise<Namespace> {
		if (kind !== 'factory') return mockOf(path, kind);
		let made: unknown;
		try {
			made = await factory?.();
		} catch (error) {
			throw brokenFactory(error);
		}
		return viewOfMock(made, raw);
	}

	function mocked(path: string, mock: Mock): Promise<Namespace> {
		// Begun a moment later, so that what making it asks for finds that it is being made.
		mock.making ??= Promise.resolve()
			.then(() => make(path, mock))
			.then(
				(namespace) => {
					mock.made = { namespace };
					return namespace;
				},
				(error: unknown) => {
					mock.made = { error };
					throw error;
				}
			);
		return mock.making;
	}

	/** Imports inside the learner's script are synchronous, so what they may get instead is made first. */
	async function prepareMocks(): Promise<void> {
		for (const [path, mock] of mocks) {
			// One that is being made may be what asks; one that failed throws where it is imported.
			if (!mock.making) await mocked(path, mock).catch(() => {});
		}
	}

	/** Called by the learner's own modules for a module of the world, and for a file that the suite may mock. */
	function requireForLearner(path: string): unknown {
		if (/^(?:node|npm):/.test(path)) return given(path, world.learnerModule?.(path));
		const made = mocks.get(path)?.made;
		if (made && 'error' in made) throw made.error;
		return made?.namespace;
	}

	function load(path: string): Promise<Namespace> {
		const mock = mocks.get(path);
		return mock ? mocked(path, mock) : actual(path);
	}

	const mocker = {
		queueMock(raw: string, _importer: string, factory?: (() => unknown) | { spy?: boolean }) {
			const mock: Mock =
				typeof factory === 'function'
					? { raw, kind: 'factory', factory }
					: { raw, kind: factory?.spy ? 'autospy' : 'automock' };
			mocks.set(toLearnerPath(raw), mock);
		},
		queueUnmock: (specifier: string) => void mocks.delete(toLearnerPath(specifier)),
		importActual: (specifier: string) => actual(toLearnerPath(specifier)),
		importMock(specifier: string) {
			const path = toLearnerPath(specifier);
			const mock = mocks.get(path);
			return mock?.kind === 'factory' ? mocked(path, mock) : mockOf(path, mock?.kind ?? 'automock');
		},
		getMockContext: () => ({ callstack: null }),
		mockObject: (object: { value: unknown }, _exports: unknown, type: 'automock' | 'autospy') =>
			mockObject(mockOptions(type), object)
	};

	return {
		mocker,
		/** What the suite's script calls for a dynamic import of a learner's file. */
		async import(specifier: string): Promise<Namespace> {
			const ticket = {};
			underWay().add(ticket);
			try {
				await prepareMocks();
				return await load(toLearnerPath(specifier));
			} finally {
				underWay().delete(ticket);
			}
		},
		async loadStatics(paths: readonly string[]): Promise<void> {
			for (const path of paths) loaded.set(path, await load(path));
		},
		/** What the suite's script reads for a static import of a learner's file. */
		loaded: (path: string): Namespace => loaded.get(path) ?? {},
		/** What the suite's script reads for an import that is no file. */
		given: (name: string): object => given(name, world.suiteModule?.(name)),
		load,
		/** The same for what is started, as `node path` does: it is the main module. */
		start(path: string): Promise<Namespace> {
			main = path;
			return load(path);
		},
		/** Whether what was started is a file of CommonJS: what it throws comes of no promise. */
		get startedCommon(): boolean {
			return isCommon;
		},
		reset() {
			instance = null;
		}
	};
}
export type Modules = ReturnType<typeof createModules>;
