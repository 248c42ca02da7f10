import type { BuildFailure, Loader, Message, PartialMessage, Plugin } from 'esbuild';
import type { FileMap } from '../contract/exercise.ts';
import type { CompileResult, LearnerSource } from './compiler.ts';
import { describeMessage } from './describe-message.ts';
import { TARGET, type Esbuild } from './esbuild-port.ts';

/** Characters in all of a learner's files: far more than anyone types, little enough to compile at once. */
export const MAX_SOURCE_CHARS = 200_000;

const EXTENSIONS = ['', '.js', '.ts', '.mjs', '/index.js', '/index.ts'];
const LOADERS: Readonly<Record<string, Loader>> = { js: 'js', mjs: 'js', ts: 'ts', json: 'json' };
const loaderOf = (path: string): Loader => LOADERS[path.split('.').at(-1) ?? ''] ?? 'text';
const isScript = (path: string): boolean => /\.(js|mjs|ts)$/.test(path) && !path.endsWith('.d.ts');

/** "a/b.js" + "../c.js" → "c.js"; null where it leaves the folder. */
export function resolveRelative(importer: string, specifier: string): string | null {
	const parts = importer.split('/').slice(0, -1);
	for (const part of specifier.split('/')) {
		if (part === '..') {
			if (parts.pop() === undefined) return null;
		} else if (part !== '.' && part !== '') parts.push(part);
	}
	return parts.join('/');
}

export function findFile(files: FileMap, path: string): string | null {
	const candidates = EXTENSIONS.map((extension) => path + extension);
	// TypeScript's way to name a .ts file in an import.
	if (path.endsWith('.js')) candidates.push(`${path.slice(0, -3)}.ts`);
	return candidates.find((candidate) => Object.hasOwn(files, candidate)) ?? null;
}

/** An import that cannot be followed; `describeMessage` reads the code from `detail`. */
const importError = (code: string, text: string, params: Record<string, string>): PartialMessage => ({
	text,
	detail: { code, params }
});

function learnerFiles({ files, mocked }: LearnerSource): Plugin {
	return {
		name: 'learner-files',
		setup(build) {
			build.onResolve({ filter: /.*/ }, ({ path, importer, namespace, kind }) => {
				if (kind === 'entry-point') return { path, namespace: 'entry' };
				if (!path.startsWith('.')) {
					const text = `Could not resolve "${path}": only your own files can be imported here`;
					return { errors: [importError('package-not-allowed', text, { name: path })] };
				}
				const target = resolveRelative(namespace === 'entry' ? '' : importer, path);
				const found = target === null ? null : findFile(files, target);
				if (found === null) {
					return { errors: [importError('missing-file', `Could not resolve "${path}"`, { name: path })] };
				}
				const replaceable = mocked.includes(found) && namespace === 'learner';
				return { path: found, namespace: replaceable ? 'mockable' : 'learner' };
			});
			build.onLoad({ filter: /.*/, namespace: 'entry' }, () => {
				const modules = Object.keys(files)
					.filter(isScript)
					.map((path) => `${JSON.stringify(path)}: () => import(${JSON.stringify(`./${path}`)})`);
				return { contents: `__passerelle_define__({ ${modules.join(', ')} });`, loader: 'js' };
			});
			build.onLoad({ filter: /.*/, namespace: 'mockable' }, ({ path }) => {
				const name = JSON.stringify(path);
				const actual = JSON.stringify(`./${path}`);
				return {
					contents: `module.exports = __passerelle_require__(${name}) ?? require(${actual});`,
					loader: 'js'
				};
			});
			build.onLoad({ filter: /.*/, namespace: 'learner' }, ({ path }) => ({
				contents: files[path] ?? '',
				loader: loaderOf(path)
			}));
		}
	};
}

const isFailure = (error: unknown): error is BuildFailure =>
	typeof error === 'object' && error !== null && Array.isArray((error as BuildFailure).errors);

/**
 * Compiles a learner's files to one script (see `LearnerScript`), or says what is wrong with them, with file, line and
 * column. The same esbuild version in the page and on the server gives the same answers.
 */
export async function compileLearner(esbuild: Esbuild, source: LearnerSource): Promise<CompileResult> {
	const size = Object.values(source.files).reduce((sum, text) => sum + text.length, 0);
	if (size > MAX_SOURCE_CHARS) {
		const text = `The files are too large together: ${size} characters, ${MAX_SOURCE_CHARS} at most`;
		const params = { size: String(size), most: String(MAX_SOURCE_CHARS) };
		return {
			ok: false,
			diagnostics: [{ severity: 'error', text, code: 'too-large', params, location: null }]
		};
	}
	const describe = (severity: 'error' | 'warning') => (message: Message) =>
		describeMessage(message, severity, source.files);
	try {
		const result = await esbuild.build({
			entryPoints: ['passerelle:entry'],
			outfile: 'learner.js',
			bundle: true,
			write: false,
			format: 'esm',
			platform: 'neutral',
			target: TARGET,
			// Names that esbuild changes to avoid collisions would show in stacks and printed classes.
			keepNames: true,
			sourcemap: 'external',
			sourcesContent: false,
			logLevel: 'silent',
			logOverride: { 'assign-to-constant': 'error' },
			tsconfigRaw: { compilerOptions: { target: 'es2022' } },
			define: { 'import.meta': '__passerelle_meta__' },
			plugins: [learnerFiles(source)]
		});
		const code = result.outputFiles.find((file) => !file.path.endsWith('.map'))?.text ?? '';
		const map = result.outputFiles.find((file) => file.path.endsWith('.map'))?.text ?? '';
		return { ok: true, script: { code, map }, warnings: result.warnings.map(describe('warning')) };
	} catch (error) {
		if (!isFailure(error)) throw error;
		return { ok: false, diagnostics: error.errors.map(describe('error')) };
	}
}
