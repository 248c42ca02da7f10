import { HARNESS_SCRIPT } from './protocol.ts';
import type { BuildOptions, Loader, OnLoadResult, Plugin } from 'esbuild';

type Build = (options: BuildOptions) => Promise<{ outputFiles?: { text: string }[] }>;
type ReadFile = (path: string) => Promise<string>;

/** Packages whose state must not be reachable from learner code. */
const PRIVATE_PACKAGES = /[\\/]node_modules[\\/](?:vitest|@vitest|chai)[\\/].*\.m?js$/;

const REGISTRY_NAMES = 'GLOBAL_EXPECT|MATCHERS_OBJECT|JEST_MATCHERS_OBJECT|ASYMMETRIC_MATCHERS_OBJECT|NAME_WORKER_STATE|SAFE_TIMERS_SYMBOL';

/**
 * Rewrites of Vitest 4.1.12's own code, each with how often it must apply at least in the whole bundle:
 * a new version that no longer matches fails the build instead of opening a hole.
 */
const REWRITES: readonly { name: string; from: RegExp; to: string; least: number }[] = [
	{ name: 'global registry', from: new RegExp(`globalThis\\[(${REGISTRY_NAMES})\\]`, 'g'), to: '__private_global[$1]', least: 10 },
	{
		name: 'global registry definitions',
		from: new RegExp(`(Object\\.(?:hasOwn|defineProperty))\\(globalThis, (${REGISTRY_NAMES})`, 'g'),
		to: '$1(__private_global, $2',
		least: 4
	},
	{ name: 'worker state', from: /globalThis\.__vitest_worker__/g, to: '__private_global.__vitest_worker__', least: 1 },
	{ name: 'mocker', from: /typeof __vitest_mocker__ !== "undefined" \? __vitest_mocker__/g, to: '__private_global.__vitest_mocker__ ? __private_global.__vitest_mocker__', least: 1 },
	{ name: 'shared symbols', from: /\bSymbol\.for\(/g, to: '__private_symbol_for(', least: 10 },
	{
		name: 'asymmetric matchers',
		from: /return !!obj && typeof obj === "object" && "asymmetricMatch" in obj && isA\("Function", obj\.asymmetricMatch\);/g,
		to: 'return obj instanceof AsymmetricMatcher;',
		least: 1
	},
	{
		name: 'asymmetric matcher in toThrow',
		from: /typeof expected === "object" && "asymmetricMatch" in expected && typeof expected\.asymmetricMatch === "function"/g,
		to: 'expected instanceof AsymmetricMatcher',
		least: 1
	},
	{
		name: 'notes',
		from: /const assert = chai\.expect\(value, message\);/g,
		to: '__note_message(message); const assert = chai.expect(value, message);',
		least: 1
	}
];

/** Vitest imports these for what a single in-memory file never does. */
const STUBS: Readonly<Record<string, string>> = {
	tinybench: 'export class Bench {}',
	'vite/module-runner': 'export class EvaluatedModules {}; export class EvaluatedModuleNode {}; export class ModuleRunner {}; export const normalizeModuleId = (id) => id;',
	'expect-type': 'export const expectTypeOf = () => new Proxy(() => {}, { get: () => expectTypeOf(), apply: () => expectTypeOf() });'
};

function hardeningPlugin(readFile: ReadFile, registryPath: string, applied: Map<string, number>): Plugin {
	return {
		name: 'passerelle-harness',
		setup(build) {
			build.onResolve({ filter: /^(tinybench|vite\/module-runner|expect-type)$/ }, ({ path }) => ({ path, namespace: 'stub' }));
			build.onLoad({ filter: /.*/, namespace: 'stub' }, ({ path }) => ({ contents: STUBS[path] ?? '' }));
			build.onLoad({ filter: PRIVATE_PACKAGES }, async ({ path }): Promise<OnLoadResult> => {
				let code = await readFile(path);
				for (const { name, from, to } of REWRITES) {
					code = code.replace(from, (...match: string[]) => {
						applied.set(name, (applied.get(name) ?? 0) + 1);
						return to.replace(/\$(\d)/g, (_, index: string) => match[Number(index)] ?? '');
					});
				}
				const names = 'privateGlobal as __private_global, privateSymbolFor as __private_symbol_for, noteMessage as __note_message';
				return { contents: `import { ${names} } from ${JSON.stringify(registryPath)};\n${code}`, loader: 'js' as Loader };
			});
		}
	};
}

/**
 * The harness as one classic script. `directory` is this folder's path; esbuild and file reading are passed in
 * because the pure stages never touch the file system. Throws when a rewrite no longer applies.
 */
export async function bundleHarness(options: {
	build: Build;
	readFile: ReadFile;
	directory: string;
	entry: 'worker-entry.ts' | 'node-entry.ts';
	minify: boolean;
}): Promise<string> {
	const applied = new Map<string, number>();
	const result = await options.build({
		entryPoints: [`${options.directory}/${options.entry}`],
		bundle: true,
		write: false,
		format: 'iife',
		platform: 'browser',
		target: 'es2022',
		// Mangled names break inline snapshots: Vitest looks for __INLINE_SNAPSHOT__ in the stack.
		keepNames: true,
		minify: options.minify,
		legalComments: 'none',
		define: { 'process.env.NODE_ENV': '"production"', 'import.meta.url': '"file:///harness.js"' },
		plugins: [hardeningPlugin(options.readFile, `${options.directory}/private-registry.ts`, applied)]
	});
	for (const { name, least } of REWRITES) {
		const times = applied.get(name) ?? 0;
		if (times < least) throw new Error(`The harness rewrite "${name}" applied ${times} times, at least ${least} expected: look at vitest's new code`);
	}
	const code = result.outputFiles?.[0]?.text;
	if (!code) throw new Error('esbuild wrote no harness');
	return `"use strict";${code}\n//# sourceURL=${HARNESS_SCRIPT}\n`;
}
