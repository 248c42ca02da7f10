import { HARNESS_SCRIPT } from './protocol.ts';
import { REWRITES } from './vitest-rewrites.ts';
import type { BuildOptions, Loader, OnLoadResult, Plugin } from 'esbuild';

type Build = (options: BuildOptions) => Promise<{ outputFiles?: { text: string }[] }>;
type ReadFile = (path: string) => Promise<string>;

/** Packages whose state must not be reachable from learner code. */
const PRIVATE_PACKAGES = /[\\/]node_modules[\\/](?:vitest|@vitest|chai)[\\/].*\.m?js$/;

/** What rewritten code may name, and where it comes from. */
const TRUSTED: Readonly<Record<string, readonly string[]>> = {
	'private-registry.ts': ['privateGlobal', 'privateSymbolFor', 'noteMessage'],
	'trusted.ts': [
		'callsOf',
		'forgetCalls',
		'honestTag',
		'isIn',
		'isWithin',
		'plainCollection',
		'plainList',
		'positionIn',
		'recordCall',
		'settle',
		'textIncludes'
	]
};

/** Vitest's modules have names of their own: ours get a prefix there. */
const trustedImports = (directory: string): string =>
	Object.entries(TRUSTED)
		.map(([file, names]) => {
			const list = names.map((name) => `${name} as __passerelle_${name}`).join(', ');
			return `import { ${list} } from ${JSON.stringify(`${directory}/${file}`)};`;
		})
		.join('');

/** Vitest imports these for what a single in-memory file never does. */
const STUBS: Readonly<Record<string, string>> = {
	tinybench: 'export class Bench {}',
	'vite/module-runner':
		'export class EvaluatedModules {}; export class EvaluatedModuleNode {}; export class ModuleRunner {}; export const normalizeModuleId = (id) => id;',
	'expect-type':
		'export const expectTypeOf = () => new Proxy(() => {}, { get: () => expectTypeOf(), apply: () => expectTypeOf() });'
};

function hardeningPlugin(readFile: ReadFile, directory: string, applied: Map<string, number>): Plugin {
	return {
		name: 'passerelle-harness',
		setup(build) {
			build.onResolve({ filter: /^(tinybench|vite\/module-runner|expect-type)$/ }, ({ path }) => ({
				path,
				namespace: 'stub'
			}));
			build.onLoad({ filter: /.*/, namespace: 'stub' }, ({ path }) => ({ contents: STUBS[path] ?? '' }));
			build.onLoad({ filter: PRIVATE_PACKAGES }, async ({ path }): Promise<OnLoadResult> => {
				let code = await readFile(path);
				for (const { name, from, to } of REWRITES) {
					code = code.replace(from, (...match: string[]) => {
						applied.set(name, (applied.get(name) ?? 0) + 1);
						return to.replace(/\$(\d)/g, (_, index: string) => match[Number(index)] ?? '');
					});
				}
				return { contents: `${trustedImports(directory)}\n${code}`, loader: 'js' as Loader };
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
		inject: [`${options.directory}/captured-globals.ts`],
		plugins: [hardeningPlugin(options.readFile, options.directory, applied)]
	});
	for (const { name, least } of REWRITES) {
		const times = applied.get(name) ?? 0;
		if (times < least)
			throw new Error(
				`The harness rewrite "${name}" applied ${times} times, at least ${least} expected: look at vitest's new code`
			);
	}
	const code = result.outputFiles?.[0]?.text;
	if (!code) throw new Error('esbuild wrote no harness');
	return `"use strict";${code}\n//# sourceURL=${HARNESS_SCRIPT}\n`;
}
