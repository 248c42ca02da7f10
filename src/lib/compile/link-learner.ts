import remapping from '@jridgewell/remapping';
import { parse, type Comment, type Options } from 'acorn';
import type { BuildOptions, Loader } from 'esbuild';
import { Bundle } from 'magic-string';
import type { Diagnostic } from '../contract/diagnostic.ts';
import type { ModuleSource } from '../contract/linked-module.ts';
import { cutMessage, cutName, MAX_DIAGNOSTICS } from './describe-message.ts';
import { TARGET, type Esbuild } from './esbuild-port.ts';
import { rewriteModule, type ParsedModule, type RewrittenModule } from './rewrite-module.ts';

/** One file of a learner, or one script of a page. */
export interface LearnerFile {
	path: string;
	text: string;
	loader: Loader;
	/** Whether it is a module even where nothing imports it. */
	root: boolean;
}

export interface LinkOptions {
	/** A field of a class is defined past every setter: in a page, it is written as a call that the sandbox can refuse. */
	lowerFields: boolean;
	/** What an import means; null where it may not be. */
	resolve(importer: string, specifier: string): ModuleSource | null;
}

const OPTIONS: Options = { ecmaVersion: 'latest', sourceType: 'module', allowHashBang: true };

/** Where a `return` at the top means CommonJS. */
const COMMON: Options = { ...OPTIONS, sourceType: 'commonjs', allowReturnOutsideFunction: true };

type Parsed = { ok: true; module: ParsedModule } | { ok: false; diagnostic: Diagnostic };

/** The parser's own words, with the place taken off. */
const withoutPlace = (message: string): string => message.replace(/ \(\d+:\d+\)$/, '');

function refusal(path: string, error: unknown): Diagnostic {
	if (!(error instanceof SyntaxError)) throw error;
	const { loc } = error as SyntaxError & { loc: { line: number; column: number } };
	const text = withoutPlace(error.message);
	const location = { file: path, line: loc.line, column: loc.column + 1, length: 1 };
	// The parser's calls nest as deeply as the code does.
	if (text.startsWith('Not enough stack space'))
		return {
			severity: 'error',
			text: 'The code is nested too deeply',
			code: 'too-hard-to-compile',
			params: {},
			location
		};
	const twice = /^Identifier '(.+)' has already been declared/.exec(text);
	return {
		severity: 'error',
		text: cutMessage(text),
		code: twice ? 'already-declared' : null,
		params: twice ? { name: cutName(twice[1] ?? '') } : {},
		location
	};
}

function parseScript({ path, text }: Pick<LearnerFile, 'path' | 'text'>): Parsed {
	const attempt = (options: Options): ParsedModule => {
		const comments: Comment[] = [];
		return { text, program: parse(text, { ...options, onComment: comments }), comments };
	};
	try {
		return { ok: true, module: attempt(OPTIONS) };
	} catch (error) {
		try {
			const module = attempt(COMMON);
			const asModule = module.program.body.some(({ type }) => /^(?:Import|Export)/.test(type));
			if (!asModule && /^'return' outside of function/.test(String((error as Error).message)))
				return { ok: true, module };
		} catch {
			// What the first attempt said is what is wrong.
		}
		return { ok: false, diagnostic: refusal(path, error) };
	}
}

/** Whether a file exports a name; also true where that is known only when it runs. */
function doesExport(
	modules: ReadonlyMap<string, RewrittenModule>,
	file: string,
	name: string,
	seen = new Set<string>()
): boolean {
	const module = modules.get(file);
	if (!module?.exports) return module !== undefined || !seen.has(file);
	if (seen.has(file)) return false;
	seen.add(file);
	const { names, stars } = module.exports;
	return (
		names.has(name) || (name !== 'default' && stars.some((star) => doesExport(modules, star, name, seen)))
	);
}

/** Names that are imported of a file which has no such export, as the compiler names those that it finds. */
const missingExports = (modules: ReadonlyMap<string, RewrittenModule>): Diagnostic[] =>
	[...modules].flatMap(([path, { wanted, edit }]) =>
		wanted
			.filter(({ from, name }) => !doesExport(modules, from, name))
			.slice(0, MAX_DIAGNOSTICS)
			.map(({ from, name, at }): Diagnostic => {
				const before = edit.original.slice(0, at).split('\n');
				return {
					severity: 'error',
					text: cutMessage(`No matching export in "${from}" for import "${name}"`),
					code: 'missing-export',
					params: { file: cutName(from), name: cutName(name) },
					location: {
						file: path,
						line: before.length,
						column: (before.at(-1) ?? '').length + 1,
						length: name.length
					}
				};
			})
	);

type Plain = Pick<LearnerFile, 'path' | 'text'> & { map: string | null };

/** Files in plain JavaScript: without types, and where it is asked for without fields of classes. */
async function toPlain(
	esbuild: Esbuild,
	files: readonly LearnerFile[],
	lowerFields: boolean
): Promise<Plain[]> {
	const changed = files.filter(
		({ loader, text }) => loader === 'ts' || (lowerFields && /\bclass\b/.test(text))
	);
	const written = changed.length > 0 ? await esbuild.build(plainBuild(changed, lowerFields)) : null;
	const output = (path: string, end: string): string | undefined =>
		written?.outputFiles.find((one) =>
			one.path.endsWith(`/${changed.findIndex((file) => file.path === path)}.js${end}`)
		)?.text;
	return files.map(({ path, text }) => ({
		path,
		text: output(path, '') ?? text,
		map: output(path, '.map') ?? null
	}));
}

const plainBuild = (
	files: readonly LearnerFile[],
	lowerFields: boolean
): BuildOptions & { write: false } => ({
	entryPoints: files.map((_, number) => ({ in: String(number), out: String(number) })),
	outdir: '/plain',
	write: false,
	format: 'esm',
	platform: 'neutral',
	target: TARGET,
	...(lowerFields ? { supported: { 'class-field': false, 'class-static-field': false } } : {}),
	// Names that esbuild changes would show in stacks and printed classes.
	keepNames: true,
	sourcemap: 'external',
	sourcesContent: false,
	logLevel: 'silent',
	tsconfigRaw: { compilerOptions: { target: 'es2022' } },
	plugins: [
		{
			name: 'learner-file',
			setup(build) {
				build.onResolve({ filter: /.*/ }, ({ path }) => ({ path, namespace: 'learner' }));
				build.onLoad({ filter: /.*/, namespace: 'learner' }, ({ path }) => {
					const file = files[Number(path)]!;
					return { contents: file.text, loader: file.loader };
				});
			}
		}
	]
});

/**
 * Files as the body of a script that defines their modules (see `LearnerScript`), with its source map; or what no module may
 * have, with the module's name for its file.
 */
export async function linkLearner(
	esbuild: Esbuild,
	files: readonly LearnerFile[],
	{ lowerFields, resolve }: LinkOptions
): Promise<{ ok: true; code: string; map: string } | { ok: false; diagnostics: Diagnostic[] }> {
	const bundle = new Bundle({ separator: '\n' });
	const diagnostics: Diagnostic[] = [];
	const asked = new Set<string>();
	const isScript = ({ loader }: LearnerFile): boolean => loader === 'js' || loader === 'ts';
	const plain = await toPlain(
		esbuild,
		files.filter((file) => isScript(file) && file.root),
		lowerFields
	);
	const written = new Map<string, RewrittenModule>();
	for (const file of plain) {
		const parsed = parseScript(file);
		if (!parsed.ok) {
			diagnostics.push(parsed.diagnostic);
			continue;
		}
		const module = rewriteModule(parsed.module, (specifier) => {
			const source = resolve(file.path, specifier);
			if (source) asked.add(source.name);
			// What leads nowhere has been refused, or is said when it is asked for.
			return source ?? { kind: 'file', name: specifier };
		});
		written.set(file.path, module);
		const { edit, before, after } = module;
		edit.prepend(`${JSON.stringify(file.path)}: ${before}`).append(`${after},`);
		bundle.addSource({ filename: `learner:${file.path}`, content: edit });
	}
	if (diagnostics.length === 0) diagnostics.push(...missingExports(written));
	if (diagnostics.length > 0) return { ok: false, diagnostics };
	const data = files
		.filter((file) => !isScript(file) && asked.has(file.path))
		.map(
			({ path, text, loader }) =>
				`${JSON.stringify(path)}: ${JSON.stringify({ format: loader === 'json' ? 'json' : 'text', text })}`
		);
	bundle.prepend('__passerelle_define__({\n').append(`\n${data.join(',\n')}});`);
	const { version, sources, names, mappings } = bundle.generateMap({ hires: 'boundary' });
	const map = JSON.stringify({ version, sources, names, mappings });
	const maps = new Map(plain.flatMap(({ path, map }) => (map === null ? [] : [[`learner:${path}`, map]])));
	return { ok: true, code: bundle.toString(), map: maps.size === 0 ? map : backToSources(map, maps) };
}

/** A map to plain files as one to the files that they were written from. */
const backToSources = (written: string, maps: ReadonlyMap<string, string>): string =>
	remapping(written, (path) => {
		const map = maps.get(path);
		return map === undefined ? null : ({ ...(JSON.parse(map) as object), sources: [`${path} `] } as never);
	})
		.toString()
		.replaceAll(' "', '"');
