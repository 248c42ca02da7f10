import { privateGlobal } from './private-registry.ts';

/** The part of Vitest's worker state and configuration that a single in-memory file needs. */
export interface SuiteConfig {
	testTimeout: number;
	[key: string]: unknown;
}

const noop = () => {};

const snapshotEnvironment = {
	getVersion: () => '1',
	getHeader: () => '// Vitest Snapshot v1',
	resolvePath: async (path: string) => `${path}.snap`,
	resolveRawPath: async (_path: string, raw: string) => raw,
	saveSnapshotFile: async () => {},
	readSnapshotFile: async () => null,
	removeSnapshotFile: async () => {}
};

export const SUITE_PATH = '/tests/suite.test.ts';

/** Vitest's defaults for one file (vitest 4.1 `configDefaults`), with nothing that needs a file system. */
export const config: SuiteConfig = {
	name: '',
	root: '/',
	mode: 'test',
	allowOnly: true,
	bail: 0,
	chaiConfig: undefined,
	clearMocks: false,
	mockReset: false,
	restoreMocks: false,
	unstubEnvs: false,
	unstubGlobals: false,
	expect: { requireAssertions: false, poll: { timeout: 1000, interval: 50 } },
	experimental: { viteModuleRunner: true, importDurations: { limit: 0 } },
	fakeTimers: { loopLimit: 10_000, shouldClearNativeTimers: true },
	hookTimeout: 10_000,
	testTimeout: 5000,
	includeTaskLocation: false,
	maxConcurrency: 5,
	passWithNoTests: true,
	retry: 0,
	sequence: { hooks: 'stack', setupFiles: 'parallel', shuffle: false, concurrent: false, seed: 1 },
	setupFiles: [],
	snapshotOptions: {
		updateSnapshot: 'none',
		expand: false,
		snapshotFormat: { printBasicPrototype: false, escapeString: false },
		snapshotEnvironment
	},
	strictTags: false,
	tags: [],
	taskTitleValueFormatTruncate: 40,
	env: {},
	provide: {}
};

// A worker inherits it; Vitest's fake timers replace only what the global object has itself, and look when they load.
Object.defineProperty(globalThis, 'queueMicrotask', {
	value: globalThis.queueMicrotask,
	writable: true,
	enumerable: true,
	configurable: true
});

privateGlobal.__vitest_worker__ = {
	ctx: { pool: 'threads', projectName: '' },
	config,
	environment: { name: 'passerelle', viteEnvironment: 'client' },
	rpc: new Proxy({}, { get: () => async () => undefined }),
	evaluatedModules: { idToModuleMap: new Map(), getModuleById: () => undefined },
	resolvingModules: new Set(),
	moduleExecutionInfo: new Map(),
	metaEnv: { MODE: 'test', DEV: true, PROD: false, SSR: false, BASE_URL: '/' },
	providedContext: {},
	durations: { prepare: 0, environment: 0 },
	filepath: SUITE_PATH,
	current: undefined,
	onCancel: noop,
	onCleanup: noop,
	onFilterStackTrace: (stack: string) => stack
};
