import { hoistMocks } from '@vitest/mocker/transforms';
import { parse } from 'acorn';
import type { BuildFailure, Loader, Metafile, PartialMessage, Plugin } from 'esbuild';
import type { EngineNeed, FileMap } from '../contract/exercise.ts';
import { nodeModule, SUITE_PACKAGES } from '../contract/modules.ts';
import { TARGET, type Esbuild, type Transform } from './esbuild-port.ts';
import { findFile, resolveRelative } from './resolve.ts';

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

const ENTRY = 'entry:passerelle:suite';
const DYNAMIC = 'passerelle-learner:';
const TEST_FILE = /\.(?:test|spec)\.[jt]s$/;
const MOCK_CALL =
	/\b(?:vi|vitest)\s*\.\s*(?:mock|doMock)\s*\(\s*(?:import\(\s*)?(['"`])(?:\.\.?\/)+start\/(.+?)\1/g;

/** Vitest's own condition for hoisting (`hoistMocks`): a file without it is left as the coach wrote it. */
const HOISTABLE = /\b(?:vi|vitest)\s*\.\s*(?:mock|unmock|hoisted|doMock|doUnmock)\s*\(/;

const toStart = (path: string): string | null =>
	path.startsWith('start/') ? path.slice('start/'.length) : null;

/** What a compilation finds out while it goes. */
interface Findings {
	/** Files that were rewritten: lines of later messages are not the coach's. */
	rewritten: Set<string>;
	/** Whether a `vi.mock` was hoisted, which counts from the start. */
	mocks: boolean;
}

/** The file with its mocks hoisted, as JavaScript; or what is wrong with it. */
async function hoist(
	path: string,
	text: string,
	transform: Transform
): Promise<{ code: string; changed: boolean } | { errors: PartialMessage[] }> {
	try {
		const loader = path.endsWith('.ts') ? 'ts' : 'js';
		const { code } = await transform(text, { loader, target: TARGET, sourcefile: path });
		const hoisted = hoistMocks(
			code,
			path,
			(js) => parse(js, { ecmaVersion: 'latest', sourceType: 'module' }) as never
		);
		const result = hoisted?.toString() ?? code;
		return { code: result, changed: result !== code };
	} catch (error) {
		const { errors } = error as Partial<BuildFailure>;
		return { errors: errors ?? [{ text: String((error as Error).message), location: { file: path } }] };
	}
}

/** What a suite imports that is no file; null where it may not. */
function givenTo(need: EngineNeed, specifier: string): string | null {
	if (SUITE_PACKAGES[need].includes(specifier)) return specifier;
	return need === 'node' ? nodeModule(specifier) : null;
}

function suiteFiles(
	suite: FileMap,
	startFiles: FileMap,
	need: EngineNeed,
	findings: Findings,
	transform: Transform
): Plugin {
	const all: FileMap = {
		...suite,
		...Object.fromEntries(Object.keys(startFiles).map((path) => [`start/${path}`, '']))
	};
	return {
		name: 'suite-files',
		setup(build) {
			build.onResolve({ filter: /.*/ }, ({ path, importer, namespace, kind }) => {
				if (kind === 'entry-point') return { path, namespace: 'entry' };
				if (path === 'vitest') return { path, namespace: 'api' };
				if (!path.startsWith('.')) {
					const given = givenTo(need, path);
					if (given) return { path: given, namespace: 'given' };
					const most = SUITE_PACKAGES[need].map((name) => `"${name}"`).join(', ');
					const text = `A suite can import ${most}, its own files and "../start/…", not "${path}"`;
					return { errors: [{ text }] };
				}
				const target = resolveRelative(namespace === 'entry' ? '' : importer, path);
				const found = target === null ? null : findFile(all, target);
				if (found === null) return { errors: [{ text: `Could not resolve "${path}"` }] };
				const learner = toStart(found);
				if (learner === null) return { path: found, namespace: 'suite' };
				if (kind === 'dynamic-import') return { path: `${DYNAMIC}../start/${learner}`, external: true };
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
			build.onLoad({ filter: /.*/, namespace: 'api' }, () => ({
				contents: 'module.exports = __passerelle_api__;'
			}));
			build.onLoad({ filter: /.*/, namespace: 'given' }, ({ path }) => ({
				contents: `module.exports = __passerelle_learner__.given(${JSON.stringify(path)});`
			}));
			build.onLoad({ filter: /.*/, namespace: 'learner' }, ({ path }) => ({
				contents: `module.exports = __passerelle_learner__.loaded(${JSON.stringify(path)});`
			}));
			build.onLoad({ filter: /.*/, namespace: 'suite' }, async ({ path }) => {
				const text = suite[path] ?? '';
				if (path.endsWith('.json')) return { contents: text, loader: 'json' };
				if (!/\.[jt]s$/.test(path)) return { contents: text, loader: 'text' };
				const loader: Loader = path.endsWith('.ts') ? 'ts' : 'js';
				if (!HOISTABLE.test(text)) return { contents: text, loader };
				const result = await hoist(path, text, transform);
				if ('errors' in result) return { errors: result.errors };
				findings.rewritten.add(path);
				findings.mocks ||= result.changed && /\.\s*mock\s*\(/.test(text);
				return { contents: result.code, loader: 'js' };
			});
		}
	};
}

/** Learner modules imported statically, in the order in which they would be evaluated → the first file that does. */
function findStatics({ inputs }: Metafile): Map<string, string> {
	const statics = new Map<string, string>();
	const seen = new Set<string>();
	const walk = (file: string) => {
		if (seen.has(file)) return;
		seen.add(file);
		for (const { path } of inputs[file]?.imports ?? []) {
			const learner = /^learner:(.*)/.exec(path)?.[1];
			if (learner === undefined) walk(path);
			else if (!statics.has(learner)) statics.set(learner, file.replace(/^suite:/, ''));
		}
	};
	walk(ENTRY);
	return statics;
}

/** Learner modules named in mocks of any kind. */
function findMocked(suite: FileMap, startFiles: FileMap): string[] {
	const calls = Object.values(suite).flatMap((text) => [...text.matchAll(MOCK_CALL)]);
	const found = calls.map((match) => findFile(startFiles, match[2] ?? ''));
	return [...new Set(found.filter((path) => path !== null))];
}

/**
 * Compiles a suite (`tests/…` or `examples/…`) to one script, `vi.mock` hoisted as Vitest does.
 * Learner files are not in it: they are asked for by path when it runs. Throws `SuiteError`.
 */
export async function compileSuite(
	esbuild: Esbuild & { transform: Transform },
	suite: FileMap,
	startFiles: FileMap,
	need: EngineNeed
): Promise<SuiteScript> {
	const findings: Findings = { rewritten: new Set(), mocks: false };
	let result;
	try {
		result = await esbuild.build({
			entryPoints: ['passerelle:suite'],
			bundle: true,
			write: false,
			format: 'esm',
			platform: 'neutral',
			target: TARGET,
			// Inline snapshots look for function names in the stack.
			keepNames: true,
			metafile: true,
			logLevel: 'silent',
			supported: { 'import-meta': false },
			logOverride: { 'empty-import-meta': 'error' },
			// A program can replace the global one, and would answer the suite's questions itself.
			define: need === 'node' ? { fetch: '__passerelle_learner__.fetch' } : {},
			plugins: [
				suiteFiles(suite, startFiles, need, findings, (text, options) => esbuild.transform(text, options))
			]
		});
	} catch (error) {
		const [first] = (error as Partial<BuildFailure>).errors ?? [];
		if (!first) throw error;
		const file = first.location?.file.replace(/^suite:/, '') ?? 'tests/';
		const moved = findings.rewritten.has(file) || !first.location?.lineText;
		throw new SuiteError(first.text, file, moved ? undefined : first.location?.line);
	}
	const statics = findStatics(result.metafile!);
	const [early] = statics;
	if (early && findings.mocks) {
		// They would be loaded before the mocks are known: Vitest turns only the imports beside `vi.mock` into later ones.
		const text = `"../start/${early[0]}" must be imported in the file that calls vi.mock, not in this one`;
		throw new SuiteError(text, early[1], undefined);
	}
	const code = (result.outputFiles[0]?.text ?? '').replaceAll(
		`import("${DYNAMIC}`,
		'__passerelle_learner__.import("'
	);
	return { code, statics: [...statics.keys()], mocked: findMocked(suite, startFiles) };
}
