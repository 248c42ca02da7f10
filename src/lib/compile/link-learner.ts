import remapping from '@jridgewell/remapping';
import type { Program } from 'acorn';
import type { Loader } from 'esbuild';
import { Bundle } from 'magic-string';
import type { Diagnostic } from '../contract/diagnostic.ts';
import type { ModuleSource } from '../contract/linked-module.ts';
import { fileOf } from '../contract/script-file.ts';
import { cutMessage, cutName, MAX_DIAGNOSTICS } from './describe-message.ts';
import { rewriteClassic, type ParsedClassic, type RewrittenClassic } from './classic-script.ts';
import type { Esbuild } from './esbuild-port.ts';
import { jsonLine } from './line-separators.ts';
import { hasModuleWords, parseModule, parsePageScript, type Parsed } from './parse-script.ts';
import { toPlain, type PlainFile } from './plain-files.ts';
import { refuseSuperTargets } from './super-targets.ts';
import { rewriteModule, type ParsedModule, type Resolve, type RewrittenModule } from './rewrite-module.ts';
import { placeAt } from './place-at.ts';

/** One file of a learner, or one script of a page. */
export interface LearnerFile {
	path: string;
	text: string;
	loader: Loader;
	/** Whether it is a module even where nothing imports it; `perhaps`: where nothing in it speaks against it. */
	root: boolean | 'perhaps';
	/** A script of a page that is no module. */
	classic?: boolean;
}

export interface LinkOptions {
	/**
	 * In a page nothing may be defined on an element past every setter: a field of a class is written as a call that the sandbox
	 * can refuse, an assignment through `super` is refused here.
	 */
	lowerFields: boolean;
	/** Scripts that are refused already: they throw when they are asked for. */
	broken?: ReadonlyMap<string, Diagnostic>;
	/** What an import means; null where it may not be. */
	resolve(importer: string, specifier: string): ModuleSource | null;
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
				const { line, column } = placeAt(edit.original, at);
				return {
					severity: 'error',
					text: cutMessage(`No matching export in "${from}" for import "${name}"`),
					code: 'missing-export',
					params: { file: cutName(from), name: cutName(name) },
					location: {
						file: path,
						line,
						column: column + 1,
						length: name.length
					}
				};
			})
	);

/** A script that throws when it is asked for: what refused it, and where. */
function writeBroken({ text, location }: Diagnostic, path: string): string {
	const at = { file: fileOf(path), line: location?.line ?? 1, column: location?.column ?? 1 };
	return JSON.stringify({ format: 'broken', text, at });
}

interface ParsedFiles {
	modules: Map<string, ParsedModule>;
	classic: Map<string, ParsedClassic>;
	refused: Map<string, Diagnostic>;
}

/** Files that a module imports, and of which it exports something. */
const importedBy = ({ program }: ParsedModule): string[] =>
	program.body.flatMap((node) =>
		'source' in node && node.source && typeof node.source.value === 'string' ? [node.source.value] : []
	);

/** Parses all of them, each as what it is; nothing is said of those that only may be modules, and that nobody imports. */
function parseFiles(
	files: readonly (LearnerFile & PlainFile)[],
	{ broken = new Map<string, Diagnostic>(), lowerFields, resolve }: LinkOptions
): ParsedFiles {
	const allowed = <T extends { program: Program }>(file: PlainFile, result: Parsed<T>): Parsed<T> => {
		const diagnostic = lowerFields && result.ok ? refuseSuperTargets(file, result.parsed) : null;
		return diagnostic ? { ok: false, diagnostic } : result;
	};
	const held = new Map<string, ReturnType<typeof parseModule>>();
	const found: ParsedFiles = { modules: new Map(), classic: new Map(), refused: new Map(broken) };
	for (const file of files) {
		if (broken.has(file.path)) continue;
		if (file.classic) {
			const result = allowed(file, parsePageScript(file, file.original));
			if (result.ok) found.classic.set(file.path, result.parsed);
			else found.refused.set(file.path, result.diagnostic);
			continue;
		}
		const result = allowed(file, parseModule(file));
		if (file.root === 'perhaps' && !(result.ok && !hasModuleWords(result.parsed.program)))
			held.set(file.path, result);
		else if (result.ok) found.modules.set(file.path, result.parsed);
		else found.refused.set(file.path, result.diagnostic);
	}
	// What is added meanwhile is visited too.
	for (const [path, module] of found.modules) {
		for (const specifier of importedBy(module)) {
			const name = resolve(path, specifier)?.name ?? '';
			const result = held.get(name);
			if (!result || !held.delete(name)) continue;
			if (result.ok) found.modules.set(name, result.parsed);
			else found.refused.set(name, result.diagnostic);
		}
	}
	return found;
}

/** A learner's scripts as one. `refused`: what no script may have; they throw when they are asked for. */
export interface LinkedFiles {
	code: string;
	map: string;
	/** Of each, its path is its location's file. */
	refused: readonly Diagnostic[];
}

/** Files as the body of a script that defines their modules (see `LearnerScript`), with its source map. */
export async function linkLearner(
	esbuild: Esbuild,
	files: readonly LearnerFile[],
	options: LinkOptions
): Promise<LinkedFiles> {
	const { lowerFields, broken = new Map<string, Diagnostic>(), resolve } = options;
	const asked = new Set<string>();
	const isScript = ({ loader }: LearnerFile): boolean => loader === 'js' || loader === 'ts';
	const scripts = files.filter((file) => isScript(file) && file.root !== false && !broken.has(file.path));
	const plain = await toPlain(esbuild, scripts, lowerFields);
	const parsed = parseFiles(
		scripts.map((file, index) => ({ ...file, ...plain[index]! })),
		options
	);
	const shared = new Set(
		[...parsed.classic.values()].flatMap(({ names }) => [...names.lexical, ...names.kept])
	);
	const meaning =
		(path: string): Resolve =>
		(specifier) => {
			const source = resolve(fileOf(path), specifier);
			if (source) asked.add(source.name);
			// What leads nowhere has been refused, or is said when it is asked for.
			return source ?? { kind: 'file', name: specifier };
		};
	const written = new Map<string, RewrittenModule>();
	for (const [path, module] of parsed.modules)
		written.set(path, rewriteModule(module, fileOf(path), meaning(path), lowerFields ? shared : null));
	const missing = missingExports(written);
	const parts = new Map<string, RewrittenClassic>(written);
	for (const [path, classic] of parsed.classic)
		parts.set(path, rewriteClassic(classic, shared, meaning(path)));
	const refused = new Map(parsed.refused);
	for (const diagnostic of missing) {
		const path = diagnostic.location?.file ?? '';
		if (!refused.has(path)) refused.set(path, diagnostic);
	}
	const bundle = new Bundle({ separator: '\n' });
	for (const [path, { edit, before, after }] of parts) {
		if (refused.has(path)) continue;
		edit.prepend(`${JSON.stringify(path)}: ${before}`).append(`${after},`);
		bundle.addSource({ filename: `learner:${path}`, content: edit });
	}
	const others = [
		...[...refused].map(([path, diagnostic]) => `${JSON.stringify(path)}: ${writeBroken(diagnostic, path)}`),
		...files
			.filter((file) => !isScript(file) && asked.has(file.path))
			.map(
				({ path, text, loader }) =>
					`${JSON.stringify(path)}: ${jsonLine({ format: loader === 'json' ? 'json' : 'text', text })}`
			)
	];
	bundle.prepend('__passerelle_define__({\n').append(`\n${others.join(',\n')}});`);
	const { version, sources, names, mappings } = bundle.generateMap({ hires: 'boundary' });
	const map = JSON.stringify({ version, sources, names, mappings });
	const maps = new Map(plain.flatMap(({ path, map }) => (map === null ? [] : [[`learner:${path}`, map]])));
	return {
		code: bundle.toString(),
		map: maps.size === 0 ? map : backToSources(map, maps),
		refused: [...parsed.refused.values(), ...missing].filter((one) => ![...broken.values()].includes(one))
	};
}

/** A map to plain files as one to the files that they were written from. */
const backToSources = (written: string, maps: ReadonlyMap<string, string>): string =>
	remapping(written, (path) => {
		const map = maps.get(path);
		return map === undefined ? null : ({ ...(JSON.parse(map) as object), sources: [`${path} `] } as never);
	})
		.toString()
		.replaceAll(' "', '"');
