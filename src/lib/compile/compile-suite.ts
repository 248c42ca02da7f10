import { hoistMocks } from '@vitest/mocker/transforms';
import { parse } from 'acorn';
import type { Plugin } from 'esbuild';
import type { FileMap } from '../contract/exercise.ts';
import { findFile, resolveRelative } from './compile-learner.ts';
import { TARGET, type Esbuild } from './esbuild-port.ts';

export interface SuiteScript {
	/** Body of `async function (__passerelle_api__, __passerelle_learner__)`. */
	code: string;
	/** Learner modules imported statically, in order. */
	statics: readonly string[];
	/** Learner modules named in `vi.mock` or `vi.doMock`. */
	mocked: readonly string[];
}

/** A suite that does not compile: a coach's mistake, with esbuild's messages. */
export class SuiteError extends Error {
	constructor(
		message: string,
		/** Relative to the exercise folder. */
		readonly file: string,
		readonly line: number | undefined
	) {
		super(message);
	}
}

type Transform = (code: string, options: { loader: 'ts' | 'js'; target: string; sourcefile: string }) => Promise<{ code: string }>;

const DYNAMIC = 'passerelle-learner:';
const TEST_FILE = /\.(?:test|spec)\.[jt]s$/;
const MOCK_CALL = /\b(?:vi|vitest)\s*\.\s*(?:mock|doMock)\s*\(\s*(?:import\(\s*)?(['"`])(?:\.\.?\/)+start\/(.+?)\1/g;

const toStart = (path: string): string | null => (path.startsWith('start/') ? path.slice('start/'.length) : null);

function suiteFiles(suite: FileMap, startFiles: FileMap, statics: Set<string>, transform: Transform): Plugin {
	const all: FileMap = { ...suite, ...Object.fromEntries(Object.keys(startFiles).map((path) => [`start/${path}`, ''])) };
	return {
		name: 'suite-files',
		setup(build) {
			build.onResolve({ filter: /.*/ }, ({ path, importer, namespace, kind }) => {
				if (kind === 'entry-point') return { path, namespace: 'entry' };
				if (path === 'vitest') return { path, namespace: 'api' };
				if (!path.startsWith('.')) {
					return { errors: [{ text: `A suite can import "vitest", its own files and "../start/…", not "${path}"` }] };
				}
				const target = resolveRelative(namespace === 'entry' ? '' : importer, path);
				const found = target === null ? null : findFile(all, target);
				if (found === null) return { errors: [{ text: `Could not resolve "${path}"` }] };
				const learner = toStart(found);
				if (learner === null) return { path: found, namespace: 'suite' };
				if (kind === 'dynamic-import') return { path: `${DYNAMIC}../start/${learner}`, external: true };
				statics.add(learner);
				return { path: learner, namespace: 'learner' };
			});
			build.onLoad({ filter: /.*/, namespace: 'entry' }, () => ({
				contents: Object.keys(suite)
					.filter((path) => TEST_FILE.test(path))
					.sort()
					.map((path) => `import ${JSON.stringify(`./${path}`)};`)
					.join('\n'),
				loader: 'js'
			}));
			build.onLoad({ filter: /.*/, namespace: 'api' }, () => ({ contents: 'module.exports = __passerelle_api__;' }));
			build.onLoad({ filter: /.*/, namespace: 'learner' }, ({ path }) => ({
				contents: `module.exports = __passerelle_learner__.loaded(${JSON.stringify(path)});`
			}));
			build.onLoad({ filter: /.*/, namespace: 'suite' }, async ({ path }) => {
				const text = suite[path] ?? '';
				if (path.endsWith('.json')) return { contents: text, loader: 'json' };
				if (!/\.[jt]s$/.test(path)) return { contents: text, loader: 'text' };
				const { code } = await transform(text, {
					loader: path.endsWith('.ts') ? 'ts' : 'js',
					target: TARGET,
					sourcefile: path
				});
				const hoisted = hoistMocks(code, path, (js) => parse(js, { ecmaVersion: 'latest', sourceType: 'module' }) as never);
				return { contents: hoisted?.toString() ?? code, loader: 'js' };
			});
		}
	};
}

/**
 * Compiles a suite (`tests/…` or `examples/…`) to one script, `vi.mock` hoisted as Vitest does.
 * Learner files are not in it: they are asked for by path when it runs. Throws `SuiteError`.
 */
export async function compileSuite(
	esbuild: Esbuild & { transform: Transform },
	suite: FileMap,
	startFiles: FileMap
): Promise<SuiteScript> {
	const statics = new Set<string>();
	try {
		const result = await esbuild.build({
			entryPoints: ['passerelle:suite'],
			bundle: true,
			write: false,
			format: 'esm',
			platform: 'neutral',
			target: TARGET,
			// Inline snapshots look for function names in the stack.
			keepNames: true,
			logLevel: 'silent',
			plugins: [suiteFiles(suite, startFiles, statics, (code, options) => esbuild.transform(code, options))]
		});
		const code = (result.outputFiles[0]?.text ?? '').replaceAll(`import("${DYNAMIC}`, '__passerelle_learner__.import("');
		const mocked = new Set<string>();
		for (const text of Object.values(suite)) {
			for (const match of text.matchAll(MOCK_CALL)) {
				const found = findFile(startFiles, match[2] ?? '');
				if (found) mocked.add(found);
			}
		}
		return { code, statics: [...statics], mocked: [...mocked] };
	} catch (error) {
		const first = (error as { errors?: { text: string; location?: { file: string; line: number } | null }[] }).errors?.[0];
		if (!first) throw error;
		throw new SuiteError(first.text, first.location?.file.replace(/^suite:/, '') ?? 'tests/', first.location?.line);
	}
}
