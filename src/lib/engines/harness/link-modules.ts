import {
	IN_ITS_WORDS,
	type BrokenModule,
	type ClassicScript,
	type CommonModule,
	type Exported,
	type LearnerModule,
	type LinkedModule,
	type ModuleSource
} from '../../contract/linked-module.ts';
import { createRecords } from './common-records.ts';
import { inItsWords } from './joints.ts';
import { metas, type MetaOf } from './module-meta.ts';
import type { Namespace } from './module-view.ts';
import { asNamespace, emptyNamespace } from './namespaces.ts';
import { createPageScope, type PageScope } from './page-scope.ts';
import { fileNamed, type MissingModule } from './computed-source.ts';

/** What the world gives for a module that is no file, and the mock of a file; undefined where there is none. */
type Given = (name: string) => unknown;

type Source = () => Namespace;
interface Linked {
	path: string;
	module: LearnerModule;
	namespace: Namespace;
	/** Name → value, as it is then. */
	exports: Map<string, () => unknown>;
	/** Of what `export *` passes on: which export of which module it is. */
	origins: Map<string, string>;
	state: 'new' | 'running' | 'done';
	/** While something at a top is waited for. */
	pending: Promise<void> | null;
	failed: { thrown: unknown } | null;
	/** What `import` gives, by number. Of what may be replaced it is known when this module's turn comes. */
	sources: Source[];
	/** Goes on after the exports are known. */
	run: () => Promise<void> | void;
}

/** What stops a script that the compiler could not read: its place is in the stack, as the host reads it. */
function refusalOf({ text, at }: Pick<BrokenModule, 'text' | 'at'>): SyntaxError {
	const error = new SyntaxError(text);
	error.stack = `SyntaxError: ${text}\n    at learner:${at.file}:${at.line}:${at.column}`;
	return error;
}

/**
 * Links a learner's modules: what `import` and `import()` do in the language. Returns what loads a file's module, or runs a
 * classic script. `page`: what the classic scripts share. `main`: the module that was started, null where a suite imports them.
 */
export function linkModules(
	modules: Readonly<Record<string, LearnerModule>>,
	given: Given,
	{
		page = createPageScope(),
		meta = metas(),
		main = () => null
	}: { page?: PageScope | undefined; meta?: MetaOf; main?: () => string | null } = {}
): Record<string, () => Promise<Namespace>> {
	const all = new Map<string, Linked>();
	const records = createRecords(meta, main);

	function sourceOf({ kind, name }: ModuleSource): Source {
		if (kind === 'given') return () => asNamespace(given(name));
		return () => linked(name).namespace;
	}

	/** Makes a module and all that it needs known to each other. Nothing runs. */
	function linked(path: string): Linked {
		const known = all.get(path);
		if (known?.failed && known.state === 'new') throw known.failed.thrown;
		if (known) return known;
		const module = modules[path];
		if (!module) throw new Error(`There is no file "${path}"`);
		if (module.format === 'broken') throw refusalOf(module);
		const one: Linked = {
			path,
			module,
			namespace: emptyNamespace(),
			exports: new Map(),
			origins: new Map(),
			state: 'new',
			pending: null,
			failed: null,
			sources: [],
			run: () => undefined
		};
		all.set(path, one);
		try {
			join(one, module);
		} catch (thrown) {
			one.failed = { thrown };
			throw thrown;
		}
		return one;
	}

	function join(one: Linked, module: LearnerModule): void {
		if (module.format === 'module') linkModule(one, module);
		else if (module.format === 'commonjs') one.run = () => runCommon(one, module);
		else if (module.format === 'json' || module.format === 'text')
			one.run = () =>
				void (one.namespace = asNamespace(module.format === 'json' ? JSON.parse(module.text) : module.text));
	}

	/** Of a module of the world a name may be asked that it does not have: nothing runs then. */
	function refuseMissing(path: string, { sources, asked = [] }: LinkedModule): void {
		for (const { source, as, name, line, column } of asked) {
			if (Object.hasOwn(asNamespace(given(sources[source]!.name)), name)) continue;
			const text = `The requested module '${as}' does not provide an export named '${name}'`;
			throw refusalOf({ text, at: { file: path, line, column } });
		}
	}

	function linkModule(one: Linked, module: LinkedModule): void {
		refuseMissing(one.path, module);
		one.sources = module.sources.map(sourceOf);
		const imports = Object.create(null) as object;
		for (const [local, source, name] of module.imports) {
			const get = () => importedFrom(one, source, name);
			Object.defineProperty(imports, local, { get, enumerable: true });
		}
		Object.defineProperty(imports, IN_ITS_WORDS, { value: inItsWords });
		const load = loaderIn(one.path, module.later);
		const named = (exported: Exported): Exported => {
			if (module.unnamed && exported.default)
				Object.defineProperty(exported.default(), 'name', { value: 'default', configurable: true });
			return exported;
		};
		for (const [name, source, from] of module.passedOn)
			one.exports.set(name, () => importedFrom(one, source, from));
		for (const name of module.declares ?? []) page.inModules.add(name);
		const shared = page.namesFor(module.foreign ?? [], true);
		if (module.waits) {
			let begun: Exported | null = null;
			for (const name of module.names) {
				one.exports.set(name, () => {
					if (!begun) throw new ReferenceError(`Cannot access '${name}' before initialization`);
					return begun[name]!();
				});
			}
			one.run = () =>
				module.body.call(undefined, imports, load, shared, (exported) => void (begun = named(exported)));
		} else {
			const body = module.body.call(undefined, imports, load, shared);
			const first = body.next();
			const exported = first.done ? {} : named(first.value);
			for (const name of Object.keys(exported)) one.exports.set(name, exported[name]!);
			one.run = () => void body.next();
		}
		for (const { kind, name } of module.sources) if (kind === 'file') linked(name);
	}

	function importedFrom(one: Linked, source: number, name: string): unknown {
		const from = one.sources[source]!();
		return name === '*' ? from : from[name];
	}

	/** Fills the namespaces of a module and of all that it needs, once every one of them is known. */
	function fill(one: Linked, seen = new Set<Linked>()): void {
		if (seen.has(one) || one.module.format !== 'module') return;
		seen.add(one);
		const { sources, stars } = one.module;
		for (const source of sources) if (source.kind !== 'given') fill(linked(source.name), seen);
		if (Object.isFrozen(one.namespace)) return;
		const own = new Set(one.exports.keys());
		const { origins } = one;
		for (const number of stars) {
			const from = one.sources[number]!;
			const source = one.module.sources[number]!;
			for (const name of exportNames(source, from)) {
				if (name === 'default' || own.has(name)) continue;
				const origin = originOf(source, name);
				const other = origins.get(name);
				// Two values of one name: nobody gets either.
				if (other !== undefined && other !== origin) one.exports.delete(name);
				else one.exports.set(name, () => from()[name]);
				// Nobody's, also where a third one has it.
				origins.set(name, other === undefined || other === origin ? origin : '');
			}
		}
		for (const name of [...one.exports.keys()].sort())
			Object.defineProperty(one.namespace, name, { get: one.exports.get(name), enumerable: true });
		Object.freeze(one.namespace);
	}

	/** Which export of which module a name leads to. */
	function originOf({ kind, name: path }: ModuleSource, name: string): string {
		const from = kind === 'given' ? undefined : linked(path);
		const passed = from?.module.format === 'module' && from.module.passedOn.find(([own]) => own === name);
		if (passed && from?.module.format === 'module' && passed[2] !== '*')
			return originOf(from.module.sources[passed[1]]!, passed[2]);
		return from?.origins.get(name) ?? `${path} ${name}`;
	}

	/** What `export *` passes on; of a circle, what is known of it so far. */
	function exportNames({ kind, name }: ModuleSource, from: Source): string[] {
		if (kind === 'given') return Object.keys(from());
		const { module, exports } = linked(name);
		return module.format === 'module' ? [...exports.keys()] : Object.keys(from());
	}

	function runCommon(one: Linked, module: CommonModule): void {
		const record = records.make(one.path);
		one.namespace = {};
		const require = (specifier: string): unknown => {
			const source = module.requires[specifier];
			if (!source) throw new Error(`Cannot find module '${specifier}'`);
			if (source.kind === 'given') return given(source.name);
			const replaced = source.kind === 'mockable' ? given(source.name) : undefined;
			if (replaced !== undefined) return replaced;
			const target = linked(source.name);
			fill(target);
			records.during(record, () => evaluate(target));
			return target.module.format === 'module' ? marked(target.namespace) : commonExports.get(target);
		};
		Object.defineProperty(record, 'exports', {
			get: () => commonExports.get(one),
			set: (value: unknown) => void commonExports.set(one, value),
			enumerable: true
		});
		commonExports.set(one, {});
		Object.defineProperty(require, 'main', { get: () => records.main, enumerable: true });
		const load = loaderIn(one.path, module.later);
		const { filename, path } = record;
		// What an import in it asks for is required by nobody.
		records.during(undefined, () =>
			module.body.call(record.exports, record.exports as object, require, record, load, filename, path)
		);
		record.loaded = true;
		one.namespace = asNamespace(commonExports.get(one));
	}
	const commonExports = new Map<Linked, unknown>();

	/** What `require` gives of an ECMAScript module. */
	function marked(namespace: Namespace): object {
		const view = {};
		Object.defineProperty(view, '__esModule', { value: true });
		for (const key of Object.keys(namespace))
			Object.defineProperty(view, key, { enumerable: true, get: () => namespace[key] });
		return view;
	}

	/** In the order of ECMAScript. Throws what the module throws, each time it is asked for. */
	function evaluate(one: Linked): void {
		if (one.failed) throw one.failed.thrown;
		if (one.state !== 'new') return;
		one.state = 'running';
		try {
			const waits: Promise<void>[] = [];
			if (one.module.format === 'module') {
				for (const [number, { kind, name }] of one.module.sources.entries()) {
					const replaced = kind === 'file' ? undefined : given(name);
					if (kind === 'given' || replaced !== undefined) {
						const namespace = asNamespace(replaced);
						one.sources[number] = () => namespace;
						continue;
					}
					const needed = linked(name);
					evaluate(needed);
					if (needed.pending) waits.push(needed.pending);
				}
			}
			const mine = one.module.format === 'module' && one.module.waits;
			if (waits.length === 0) {
				const ended = one.run();
				if (mine && ended) one.pending = ended;
			} else one.pending = Promise.all(waits).then(() => one.run());
		} catch (thrown) {
			one.failed = { thrown };
			throw thrown;
		} finally {
			one.state = 'done';
		}
		one.pending?.catch((thrown: unknown) => void (one.failed = { thrown }));
	}

	/** A browser runs one as often as its page names it. */
	function runClassic(path: string, script: ClassicScript): void {
		const load = loaderIn(path, script.later);
		script.body.call(globalThis, page.namesFor(script.foreign, false), load, page.begin(script));
	}

	async function load(path: string): Promise<Namespace> {
		const script = modules[path];
		if (script?.format === 'classic') {
			runClassic(path, script);
			return emptyNamespace();
		}
		const one = linked(path);
		fill(one);
		evaluate(one);
		await one.pending;
		return one.namespace;
	}

	/** What `import()` means in a file: a source by its number, or a file by the name that the program has put together. */
	const loaderIn =
		(path: string, sources: readonly ModuleSource[]) =>
		(source: number | string): Promise<unknown> =>
			later(typeof source === 'number' ? sources[source]! : fileNamed(path, source, modules));

	async function later(source: ModuleSource | MissingModule): Promise<unknown> {
		// What comes after it in the program is first, also where nothing has to be fetched.
		await undefined;
		if (source.kind === 'missing') throw new TypeError(`Cannot find module '${source.name}'`);
		const replaced = source.kind === 'file' ? undefined : given(source.name);
		if (source.kind === 'given' || replaced !== undefined) return asNamespace(replaced);
		return load(source.name);
	}

	return Object.fromEntries(Object.keys(modules).map((path) => [path, () => load(path)]));
}
