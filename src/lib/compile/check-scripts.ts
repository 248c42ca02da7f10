import type { BuildFailure, BuildOptions, Loader, Message, PartialMessage, Plugin } from 'esbuild';
import type { ModuleSource } from '../contract/linked-module.ts';
import { nodeModule } from '../contract/modules.ts';
import { fileOf } from '../contract/script-file.ts';
import type { LearnerSource } from './compiler.ts';
import { withoutComputed } from './computed-imports.ts';
import { TARGET, type Esbuild } from './esbuild-port.ts';
import { findFile, resolveRelative } from './resolve.ts';

const LOADERS: Readonly<Record<string, Loader>> = { js: 'js', mjs: 'js', ts: 'ts', json: 'json' };
export const loaderOf = (path: string): Loader => LOADERS[path.split('.').at(-1) ?? ''] ?? 'text';
export const isScript = (path: string): boolean => /\.(js|mjs|ts)$/.test(path) && !path.endsWith('.d.ts');

/** The scripts of a learner: path → text. */
export interface LearnerScripts {
	/** Modules: files, and scripts that stand in pages. */
	modules: ReadonlyMap<string, string>;
	/** Scripts of pages that are no modules. */
	classic: ReadonlyMap<string, string>;
}

/** An import that cannot be followed; `describeMessages` reads the code from `detail`. */
const importError = (code: string, text: string, params: Record<string, string>): PartialMessage => ({
	text,
	detail: { code, params }
});

/** What an import that is no file means to this exercise; null where it may not be imported. */
function outside({ need, packages, program }: LearnerSource, specifier: string): string | null {
	if (program && specifier === 'vitest') return 'npm:vitest';
	if (need !== 'node') return null;
	const builtin = nodeModule(specifier);
	if (builtin) return builtin;
	return packages.includes(specifier) ? `npm:${specifier}` : null;
}

/** What an import means; null where it may not be, or leads nowhere. */
export function meaning(source: LearnerSource, importer: string, specifier: string): ModuleSource | null {
	if (!specifier.startsWith('.')) {
		const name = outside(source, specifier);
		return name === null ? null : { kind: 'given', name };
	}
	const target = resolveRelative(importer, specifier);
	const name = target === null ? null : findFile({ ...source.program, ...source.files }, target);
	return name === null ? null : { kind: source.mocked.includes(name) ? 'mockable' : 'file', name };
}

function moduleFiles(esbuild: Esbuild, source: LearnerSource, modules: ReadonlyMap<string, string>): Plugin {
	const files = { ...source.program, ...source.files };
	return {
		name: 'learner-files',
		setup(build) {
			build.onResolve({ filter: /.*/ }, ({ path, importer, namespace, kind }) => {
				if (kind === 'entry-point') return { path, namespace: 'entry' };
				// A script that stands in a page; only the entry names it.
				if (namespace === 'entry' && modules.has(path.slice(2))) {
					return { path: path.slice(2), namespace: 'learner' };
				}
				const found = meaning(source, namespace === 'entry' ? '' : importer, path);
				if (found) return { path: found.name, namespace: found.kind === 'given' ? 'given' : 'learner' };
				if (path.startsWith('.')) {
					return { errors: [importError('missing-file', `Could not resolve "${path}"`, { name: path })] };
				}
				const text = `Could not resolve "${path}": only your own files can be imported here`;
				return { errors: [importError('package-not-allowed', text, { name: path })] };
			});
			build.onLoad({ filter: /.*/, namespace: 'entry' }, () => {
				const list = [...modules.keys()].map(
					(path) => `${JSON.stringify(path)}: () => import(${JSON.stringify(`./${path}`)})`
				);
				return { contents: `export default { ${list.join(', ')} };`, loader: 'js' };
			});
			build.onLoad({ filter: /.*/, namespace: 'given' }, ({ path }) => ({
				contents: `module.exports = { name: ${JSON.stringify(path)} };`,
				loader: 'js'
			}));
			build.onLoad({ filter: /.*/, namespace: 'learner' }, async ({ path }) => {
				const loader = loaderOf(path) === 'text' && modules.has(path) ? 'js' : loaderOf(path);
				const text = modules.get(path) ?? files[path] ?? '';
				return { contents: await withoutComputed(esbuild, text, loader), loader };
			});
			// Nothing of the computer that compiles is a learner's.
			build.onLoad({ filter: /.*/, namespace: 'file' }, () => ({ contents: '', loader: 'js' }));
		}
	};
}

const COMMON: BuildOptions & { write: false } = {
	write: false,
	platform: 'neutral',
	target: TARGET,
	logLevel: 'silent',
	tsconfigRaw: { compilerOptions: { target: 'es2022' } }
};

const moduleBuild = (
	esbuild: Esbuild,
	source: LearnerSource,
	modules: ReadonlyMap<string, string>
): BuildOptions & { write: false } => ({
	...COMMON,
	entryPoints: ['passerelle:entry'],
	outfile: 'learner.js',
	bundle: true,
	format: 'esm',
	// What V8 refuses in a module; esbuild warns.
	logOverride: { 'assign-to-constant': 'error', 'html-comment-in-js': 'error' },
	plugins: [moduleFiles(esbuild, source, modules)]
});

/** Each script by itself, and without a format: it may say what strict code may not. */
const classicBuild = (classic: ReadonlyMap<string, string>): BuildOptions & { write: false } => ({
	...COMMON,
	entryPoints: [...classic.keys()].map((path, number) => ({ in: path, out: String(number) })),
	outdir: '/classic',
	plugins: [
		{
			name: 'classic-scripts',
			setup(build) {
				build.onResolve({ filter: /.*/ }, ({ path }) => ({ path, namespace: 'learner' }));
				build.onLoad({ filter: /.*/, namespace: 'learner' }, ({ path }) => ({
					contents: classic.get(path) ?? '',
					loader: loaderOf(fileOf(path)) === 'ts' ? 'ts' : 'js'
				}));
			}
		}
	]
});

const isFailure = (error: unknown): error is BuildFailure =>
	typeof error === 'object' && error !== null && Array.isArray((error as BuildFailure).errors);

type Found = Record<'errors' | 'warnings', readonly Message[]>;

/** What esbuild says of a learner's scripts. What it writes is thrown away. */
export async function checkScripts(
	esbuild: Esbuild,
	source: LearnerSource,
	{ modules, classic }: LearnerScripts
): Promise<Found> {
	const build = (options: BuildOptions & { write: false }): Promise<Found> =>
		esbuild.build(options).catch((error: unknown) => {
			if (!isFailure(error)) throw error;
			return { errors: error.errors, warnings: [] };
		});
	const found = await Promise.all([
		build(moduleBuild(esbuild, source, modules)),
		...(classic.size > 0 ? [build(classicBuild(classic))] : [])
	]);
	return {
		errors: found.flatMap(({ errors }) => errors),
		warnings: found.flatMap(({ warnings }) => warnings)
	};
}
