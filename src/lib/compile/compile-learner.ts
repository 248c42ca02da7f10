import type { BuildFailure, Loader, Message, PartialMessage, Plugin } from 'esbuild';
import type { Diagnostic, DiagnosticCode } from '../contract/diagnostic.ts';
import type { ModuleSource } from '../contract/linked-module.ts';
import { nodeModule } from '../contract/modules.ts';
import type { CompileResult, LearnerSource } from './compiler.ts';
import { cutName, describeMessages, MAX_DIAGNOSTICS, refineFound } from './describe-message.ts';
import { TARGET, type Esbuild } from './esbuild-port.ts';
import { linkLearner, type LearnerFile } from './link-learner.ts';
import { MAX_SCRIPTS, pageScripts, type PageScript } from './page-scripts.ts';
import { findFile, resolveRelative } from './resolve.ts';
import { typedWarnings } from './typed/typed-warnings.ts';

/** Characters in all of a learner's files: far more than anyone types, little enough to compile at once. */
export const MAX_SOURCE_CHARS = 200_000;

const LOADERS: Readonly<Record<string, Loader>> = { js: 'js', mjs: 'js', ts: 'ts', json: 'json' };
const loaderOf = (path: string): Loader => LOADERS[path.split('.').at(-1) ?? ''] ?? 'text';
const isScript = (path: string): boolean => /\.(js|mjs|ts)$/.test(path) && !path.endsWith('.d.ts');

/** An import that cannot be followed; `describeMessages` reads the code from `detail`. */
const importError = (code: string, text: string, params: Record<string, string>): PartialMessage => ({
	text,
	detail: { code, params }
});

/** What an import that is no file means to this exercise; null where it may not be imported. */
function outside({ need, packages }: LearnerSource, specifier: string): string | null {
	if (need !== 'node') return null;
	const builtin = nodeModule(specifier);
	if (builtin) return builtin;
	return packages.includes(specifier) ? `npm:${specifier}` : null;
}

/** What an import means; null where it may not be, or leads nowhere. */
function meaning(source: LearnerSource, importer: string, specifier: string): ModuleSource | null {
	if (!specifier.startsWith('.')) {
		const name = outside(source, specifier);
		return name === null ? null : { kind: 'given', name };
	}
	const target = resolveRelative(importer, specifier);
	const name = target === null ? null : findFile(source.files, target);
	return name === null ? null : { kind: source.mocked.includes(name) ? 'mockable' : 'file', name };
}

function learnerFiles(source: LearnerSource, inline: ReadonlyMap<string, string>): Plugin {
	const { files } = source;
	return {
		name: 'learner-files',
		setup(build) {
			build.onResolve({ filter: /.*/ }, ({ path, importer, namespace, kind }) => {
				if (kind === 'entry-point') return { path, namespace: 'entry' };
				// A script that stands in a page; only the entry names it.
				if (namespace === 'entry' && inline.has(path.slice(2))) {
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
				const modules = [...Object.keys(files).filter(isScript), ...inline.keys()].map(
					(path) => `${JSON.stringify(path)}: () => import(${JSON.stringify(`./${path}`)})`
				);
				return { contents: `export default { ${modules.join(', ')} };`, loader: 'js' };
			});
			build.onLoad({ filter: /.*/, namespace: 'given' }, ({ path }) => ({
				contents: `module.exports = { name: ${JSON.stringify(path)} };`,
				loader: 'js'
			}));
			build.onLoad({ filter: /.*/, namespace: 'learner' }, ({ path }) => ({
				contents: inline.get(path) ?? files[path] ?? '',
				loader: inline.has(path) ? 'js' : loaderOf(path)
			}));
		}
	};
}

const isFailure = (error: unknown): error is BuildFailure =>
	typeof error === 'object' && error !== null && Array.isArray((error as BuildFailure).errors);

/** What is wrong with a source as a whole: no place in a file can be named. */
const refused = (code: DiagnosticCode, text: string, params: Diagnostic['params'] = {}): CompileResult => ({
	ok: false,
	diagnostics: [{ severity: 'error', text, code, params, location: null }]
});

/** What a learner is told whose code takes the compiler too long, too much memory, or is its end. */
export const tooHardToCompile = (): CompileResult =>
	refused('too-hard-to-compile', 'The compiler gave up: the code takes it too long, or too much memory');

/** All files, and the scripts that stand in pages; those that are scripts are modules of the program. */
const linkable = ({ files }: LearnerSource, inline: ReadonlyMap<string, string>): LearnerFile[] => [
	...Object.entries(files).map(([path, text]): LearnerFile => ({
		path,
		text,
		loader: loaderOf(path),
		root: isScript(path)
	})),
	...[...inline].map(([path, text]): LearnerFile => ({ path, text, loader: 'js', root: true }))
];

/** A page that names a script that is not there. */
function missingScripts(pages: ReadonlyMap<string, PageScript[]>, { files }: LearnerSource): Diagnostic[] {
	return [...pages].flatMap(([file, scripts]) =>
		scripts
			.filter(({ path, inline }) => inline === null && !(isScript(path) && Object.hasOwn(files, path)))
			.map(({ src, line, column }): Diagnostic => {
				const name = cutName(src ?? '');
				const text = `Could not resolve "${name}": the page's script is not one of your files`;
				return {
					severity: 'error',
					text,
					code: 'missing-file',
					params: { name },
					location: { file, line, column, length: '<script'.length }
				};
			})
	);
}

/**
 * Compiles a learner's files to one script (see `LearnerScript`), or says what is wrong with them, with file, line and
 * column. The same esbuild version in the page and on the server gives the same answers.
 */
export async function compileLearner(esbuild: Esbuild, source: LearnerSource): Promise<CompileResult> {
	const size = Object.values(source.files).reduce((sum, text) => sum + text.length, 0);
	if (size > MAX_SOURCE_CHARS) {
		const text = `The files are too large together: ${size} characters, ${MAX_SOURCE_CHARS} at most`;
		return refused('too-large', text, { size: String(size), most: String(MAX_SOURCE_CHARS) });
	}
	const describe = (severity: 'error' | 'warning', messages: readonly Message[]) =>
		describeMessages(messages.slice(0, MAX_DIAGNOSTICS), severity, source.files);
	const pages = source.need === 'dom' ? pageScripts(source.files) : new Map<string, PageScript[]>();
	if ([...pages.values()].flat().length > MAX_SCRIPTS) {
		const most = String(MAX_SCRIPTS);
		return refused('too-many-scripts', `There are more than ${most} scripts in the pages`, { most });
	}
	const missing = missingScripts(pages, source);
	if (missing.length > 0) return { ok: false, diagnostics: missing.slice(0, MAX_DIAGNOSTICS) };
	const inline = new Map(
		[...pages.values()]
			.flat()
			.flatMap((script) => (script.inline === null ? [] : [[script.path, script.inline]]))
	);
	try {
		const building = esbuild.build({
			entryPoints: ['passerelle:entry'],
			outfile: 'learner.js',
			bundle: true,
			write: false,
			format: 'esm',
			platform: 'neutral',
			target: TARGET,
			logLevel: 'silent',
			// What V8 refuses in a module; esbuild warns.
			logOverride: { 'assign-to-constant': 'error', 'html-comment-in-js': 'error' },
			tsconfigRaw: { compilerOptions: { target: 'es2022' } },
			plugins: [learnerFiles(source, inline)]
		});
		// Beside it: esbuild works in another thread or process. What it refuses is told in its words, whatever the linker says.
		const linking = linkLearner(esbuild, linkable(source, inline), {
			lowerFields: source.need === 'dom',
			resolve: (importer, specifier) => meaning(source, importer, specifier)
		});
		linking.catch(() => {});
		const result = await building;
		const linked = await linking;
		if (!linked.ok)
			return {
				ok: false,
				diagnostics: refineFound(linked.diagnostics.slice(0, MAX_DIAGNOSTICS), source.files)
			};
		const script = {
			code: linked.code,
			map: linked.map,
			pages: Object.fromEntries([...pages].map(([page, scripts]) => [page, scripts.map(({ path }) => path)]))
		};
		const warnings = [...describe('warning', result.warnings), ...typedWarnings(source.files)];
		return { ok: true, script, warnings };
	} catch (error) {
		if (!isFailure(error)) throw error;
		return { ok: false, diagnostics: describe('error', error.errors) };
	}
}
