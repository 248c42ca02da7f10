import { HARNESS_SCRIPT } from '../lib/engines/harness/protocol.ts';
import { REWRITES } from './vitest-rewrites.ts';
import type { BuildOptions, Loader, OnLoadResult, Plugin } from 'esbuild';

type Build = (options: BuildOptions) => Promise<{ outputFiles?: { text: string }[] }>;
type ReadFile = (path: string) => Promise<string>;

/** Packages whose state must not be reachable from learner code. */
const PRIVATE_PACKAGES = /[\\/]node_modules[\\/](?:vitest|@vitest|chai)[\\/].*\.m?js$/;

/** Packages that make a page, or act in it. */
const PAGE_PACKAGES = /[\\/]node_modules[\\/](?:happy-dom|@testing-library)[\\/].*\.m?js$/;

/** What rewritten code may name, and where it comes from. */
const TRUSTED: Readonly<Record<string, readonly string[]>> = {
	'private-registry.ts': ['privateGlobal', 'privateSymbolFor', 'noteMessage'],
	'printed-zero.ts': ['zeroText'],
	'built-in-class.ts': ['classOf'],
	'built-in-content.ts': [
		'bothIterable',
		'constructorOf',
		'iterableOf',
		'ownsListed',
		'patternOf',
		'plainCollection',
		'primitiveOf',
		'sameAddress',
		'sameBytes',
		'timeOf'
	],
	'natives.ts': ['limitStack'],
	'readable-part.ts': ['readablePart', 'toldCalls'],
	'trusted.ts': [
		'callsOf',
		'forgetCalls',
		'isIn',
		'isWithin',
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
	// Writes inline snapshots into a suite's file: there is none.
	'magic-string': 'export default class MagicString {}',
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
			build.onResolve({ filter: new RegExp(`^(?:${Object.keys(STUBS).join('|')})$`) }, ({ path }) => ({
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

/** The element that happy-dom's `input.validity` speaks of is a field that a program could change. */
function withPrivateElement(code: string): string {
	const rewritten = code
		.replace(/^(\s+)element;$/m, '$1#element;')
		.replaceAll('this.element', 'this.#element');
	if (!rewritten.includes('#element;\n') || !rewritten.includes('this.#element = element'))
		throw new Error("The harness rewrite of happy-dom's ValidityState did not apply: look at its new code");
	return rewritten;
}

/** Enter in the only field of a form sends it, with all that belongs to that; user-event only makes the event. */
function withRealSubmit(code: string): string {
	const rewritten = code.replace("instance.dispatchUIEvent(form, 'submit')", 'form.requestSubmit()');
	if (rewritten === code)
		throw new Error("The harness rewrite of user-event's keypress did not apply: look at its new code");
	return rewritten;
}

/** A page's machinery defines properties on elements, which programs may not. */
const pagePlugin = (readFile: ReadFile, directory: string): Plugin => ({
	name: 'passerelle-page',
	setup(build) {
		build.onLoad({ filter: PAGE_PACKAGES }, async ({ path }): Promise<OnLoadResult | undefined> => {
			const code = await readFile(path);
			if (/[\\/]ValidityState\.js$/.test(path)) return { contents: withPrivateElement(code), loader: 'js' };
			if (/[\\/]behavior[\\/]keypress\.js$/.test(path))
				return { contents: withRealSubmit(code), loader: 'js' };
			if (!/Object\.defineProperty\(|new Proxy\(/.test(code) || !/^(?:import|export)\b/m.test(code))
				return undefined;
			const names = '{ defineProperty as __passerelle_define, Proxy as __passerelle_Proxy }';
			const rewritten = code
				.replaceAll('Object.defineProperty(', '__passerelle_define(')
				.replaceAll('new Proxy(', 'new __passerelle_Proxy(');
			return {
				contents: `import ${names} from ${JSON.stringify(`${directory}/page/trusted-define.ts`)};\n${rewritten}`,
				loader: 'js'
			};
		});
	}
});

/** Node's own modules, where the sandbox has them: taken from the bridge while the script is loaded. */
const builtinsPlugin: Plugin = {
	name: 'passerelle-builtins',
	setup(build) {
		build.onResolve({ filter: /^node:|^[a-z_]+(?:\/(?:promises|posix|strict|web))?$/ }, ({ path }) =>
			isBuiltin(path) ? { path: path.replace(/^node:/, ''), namespace: 'builtin' } : undefined
		);
		build.onLoad({ filter: /.*/, namespace: 'builtin' }, ({ path }) => ({
			contents: `module.exports = globalThis.__passerelle_bridge__.builtin(${JSON.stringify(path)});`
		}));
	}
};

/** Modules of Node that bundled packages (happy-dom, memfs) import. */
const BUILTINS = new Set(
	[
		'assert buffer child_process console crypto dns events fs http https module net os path process punycode querystring',
		'readline stream string_decoder timers tls tty url util v8 vm worker_threads zlib perf_hooks async_hooks constants',
		'fs/promises path/posix stream/web stream/promises timers/promises readline/promises assert/strict util/types'
	].flatMap((line) => line.split(' '))
);
const isBuiltin = (path: string): boolean => path.startsWith('node:') || BUILTINS.has(path);

/** One script of a harness. */
export interface HarnessPart {
	/** A file of the harness's folder. */
	entry: string;
	/**
	 * The file whose exports take the place of free names of the global object, in every module of the script; null for
	 * a script that brings what the realm does not have, before the harness itself is loaded.
	 */
	globals: string | null;
	/** Where the sandbox runs: Node's and Deno's have a bridge to Node's own modules. */
	platform: 'browser' | 'node';
	/** Functions and classes lose their names when it is minified. Default: they keep them, a program could print them. */
	shortNames?: boolean;
}

/**
 * One part of the harness as a classic script. `directory`: of the harness. Throws when a rewrite no longer applies.
 */
export async function bundleHarness(options: {
	build: Build;
	readFile: ReadFile;
	directory: string;
	part: HarnessPart;
	minify: boolean;
	/** Gives names of its own to what is minified; default: esbuild's names stay. */
	rename?: (code: string) => Promise<string>;
}): Promise<string> {
	const { directory, part } = options;
	const applied = new Map<string, number>();
	const result = await options.build({
		entryPoints: [`${directory}/${part.entry}`],
		bundle: true,
		write: false,
		format: 'iife',
		platform: 'browser',
		...(part.platform === 'node' ? { mainFields: ['module', 'main'], conditions: ['node'] } : {}),
		target: 'es2022',
		// What the project's own tsconfig.json says; that one extends a file which only a build or `npm run dev` writes.
		tsconfigRaw: { compilerOptions: { target: 'esnext', verbatimModuleSyntax: true } },
		keepNames: !part.shortNames,
		minify: options.minify,
		legalComments: 'none',
		define: { 'process.env.NODE_ENV': '"production"', 'import.meta.url': '"file:///harness.js"' },
		inject: part.globals === null ? [] : [`${directory}/${part.globals}`],
		plugins: [
			hardeningPlugin(options.readFile, directory, applied),
			pagePlugin(options.readFile, directory),
			...(part.platform === 'node' ? [builtinsPlugin] : [])
		]
	});
	for (const { name, least } of part.globals === null ? [] : REWRITES) {
		const times = applied.get(name) ?? 0;
		if (times < least)
			throw new Error(
				`The harness rewrite "${name}" applied ${times} times, at least ${least} expected: look at vitest's new code`
			);
	}
	const code = result.outputFiles?.[0]?.text;
	if (!code) throw new Error('esbuild wrote no harness');
	const named = options.rename ? await options.rename(code) : code;
	return `"use strict";${named}\n//# sourceURL=${HARNESS_SCRIPT}\n`;
}
