import type {
	AnyNode,
	CatchClause,
	Comment,
	ExportDefaultDeclaration,
	ImportExpression,
	Program
} from 'acorn';
import MagicString from 'magic-string';
import type { AskedName, ModuleSource } from '../contract/linked-module.ts';
import { writeSeparators } from './line-separators.ts';
import { boundNames, freeNames, isFunction, type Place } from './scopes.ts';
import { PAGE, writeAsProperty, writeCaught, writeShared } from './shared-names.ts';
import { placeAt } from './place-at.ts';

/** Names in a module's body that no learner writes; `IMPORTS` stands in the engine's messages (harness/joints.ts). */
const IMPORTS = '__passerelle_imports__';
export const LOAD = '__passerelle_load__';
const BEGIN = '__passerelle_begin__';
const DEFAULT = '__passerelle_default__';
/** Nothing has this name: a module's body is a function only here. */
const NO_ARGUMENTS = '__passerelle_no_arguments__';

/** A source as the compiler was given it, and what the parser says it is. */
export interface ParsedModule {
	text: string;
	program: Program;
	comments: readonly Comment[];
}

/** What an import means in this file. Everything else has been refused before. */
export type Resolve = (specifier: string) => ModuleSource;

/** Each of the numbers that sources get, in the order of their first use. */
export class SourceList {
	readonly all: ModuleSource[] = [];
	private readonly numbers = new Map<string, number>();
	constructor(private readonly resolve: Resolve) {}

	numberOf(specifier: unknown): number {
		const name = String(specifier);
		let number = this.numbers.get(name);
		if (number === undefined) {
			number = this.all.push(this.resolve(name)) - 1;
			this.numbers.set(name, number);
		}
		return number;
	}
}

const exportedName = (node: AnyNode): string =>
	node.type === 'Identifier' ? node.name : String((node as { value: unknown }).value);

/** What stands in a statement's place: nothing, on as many lines. The semicolon keeps the lines around it apart. */
function takeOut(edit: MagicString, { start, end }: { start: number; end: number }): void {
	edit.overwrite(start, end, `;${edit.original.slice(start, end).replace(/[^\n]+/g, '')}`);
}

/** A comment that says where the script comes from would say it of all of it. */
export function quietComments(edit: MagicString, comments: readonly Comment[]): void {
	for (const { value, start } of comments) if (/^[#@]/.test(value)) edit.overwrite(start + 2, start + 3, ' ');
}

/** The names of the statements at a module's top. */
const declaredNames = ({ body }: Program): string[] =>
	body.flatMap((statement) => {
		const node =
			(statement.type === 'ExportNamedDeclaration' && statement.declaration) ||
			(statement.type === 'ExportDefaultDeclaration' && statement.declaration) ||
			statement;
		if (node.type === 'VariableDeclaration') return node.declarations.flatMap(({ id }) => boundNames(id));
		const named = node.type === 'FunctionDeclaration' || node.type === 'ClassDeclaration';
		return named && node.id ? [node.id.name] : [];
	});

/** Whether a node is in a function that has `arguments`: the module itself has none. */
function hasArguments({ above }: Place): boolean {
	for (let at = above; at; at = at.above)
		if (isFunction(at.node) && at.node.type !== 'ArrowFunctionExpression') return true;
	return false;
}

/** Whether a node is outside every function: there `await` makes the whole module wait. */
export function atTop({ above }: Place): boolean {
	for (let at = above; at; at = at.above)
		if (isFunction(at.node) || at.node.type === 'StaticBlock') return false;
	return true;
}

/** `import(…)`: of a source by its number, or by the name that it has when it runs. */
export function writeLater(edit: MagicString, node: ImportExpression, later: SourceList): void {
	const { source, start, end } = node;
	if (source.type === 'Literal') {
		edit.overwrite(start, end, `${LOAD}(${later.numberOf(source.value)})`);
		return;
	}
	edit.overwrite(start, start + 'import'.length, LOAD);
	edit.appendLeft(source.start, '`${').appendRight(source.end, '}`');
}

function writeDefault(
	edit: MagicString,
	node: ExportDefaultDeclaration
): { local: string; unnamed: boolean } {
	const text = edit.original;
	const { declaration } = node;
	const declared = declaration.type === 'FunctionDeclaration' || declaration.type === 'ClassDeclaration';
	const id = declared ? (declaration as { id: { name: string } | null }).id : null;
	if (id) {
		edit.remove(node.start, declaration.start);
		return { local: id.name, unnamed: false };
	}
	if (declaration.type === 'FunctionDeclaration') {
		const head = /^(?:async(?:\s|\/\*[^]*?\*\/)+)?function(?:\s|\/\*[^]*?\*\/|\/\/.*\n)*\*?/.exec(
			text.slice(declaration.start)
		);
		edit.remove(node.start, declaration.start);
		edit.appendLeft(declaration.start + (head?.[0].length ?? 0), ` ${DEFAULT}`);
		return { local: DEFAULT, unnamed: true };
	}
	// A property gives a function or a class without a name the name that the language gives it: "default".
	const words = /^export(?:\s|\/\*[^]*?\*\/|\/\/.*\n)+default/.exec(
		text.slice(node.start, declaration.start)
	);
	edit.overwrite(node.start, node.start + (words?.[0].length ?? 0), `const ${DEFAULT} = ({ default:`);
	if (text[node.end - 1] === ';' && node.end > declaration.end)
		edit.overwrite(node.end - 1, node.end, ' }).default;');
	else edit.appendRight(node.end, ' }).default;');
	return { local: DEFAULT, unnamed: false };
}

/** A file with `module`, `exports` or `require`, and without a word of an ECMAScript module. */
function isCommon(program: Program, free: ReadonlySet<string>, waits: boolean, meta: boolean): boolean {
	if (waits || meta || program.body.some(({ type }) => /^(?:Import|Export)/.test(type))) return false;
	return (
		['module', 'exports', 'require'].some((name) => free.has(name)) ||
		program.body.some(({ type }) => type === 'ReturnStatement')
	);
}

/** A name that is asked of another file. */
export interface Wanted {
	from: string;
	name: string;
	/** Where it is asked for: offset in the text. */
	at: number;
}

/** The text of a `LearnerModule` (contract): `before`, then the edited file, then `after`. */
export interface RewrittenModule {
	edit: MagicString;
	before: string;
	after: string;
	/** What it exports, and the files of which it exports everything; null: that is known only when it runs. */
	exports: { names: ReadonlySet<string>; stars: readonly string[] } | null;
	wanted: readonly Wanted[];
}

/**
 * Writes one file of a learner as a module that can be linked. No line moves. `file`: its path. `shared`: names that classic scripts of its
 * page declare, which a module sees too; null where there is no page.
 */
export function rewriteModule(
	{ text, program, comments }: ParsedModule,
	file: string,
	resolve: Resolve,
	shared: ReadonlySet<string> | null = null
): RewrittenModule {
	const edit = new MagicString(text);
	const sources = new SourceList(resolve);
	const later = new SourceList(resolve);
	const requires: Record<string, ModuleSource> = {};
	const imports: [string, number, string][] = [];
	const passedOn: [string, number, string][] = [];
	const stars: number[] = [];
	const exported = new Map<string, string>();
	const catches: CatchClause[] = [];
	let waits = false;
	let meta = false;
	let unnamed = false;

	quietComments(edit, comments);
	writeSeparators(edit, program);
	// A line for a shell, which only the first of a file may be.
	if (text.startsWith('#!')) edit.overwrite(0, 2, '//');
	const free = freeNames(program, (place) => {
		const { node } = place;
		if (node.type === 'MetaProperty' && node.meta.name === 'import') {
			meta = true;
			edit.overwrite(node.start, node.end, `__passerelle_meta__(${JSON.stringify(file)})`);
		} else if (node.type === 'AwaitExpression' || (node.type === 'ForOfStatement' && node.await))
			waits ||= atTop(place);
		else if (node.type === 'CatchClause') catches.push(node);
		else if (node.type === 'ImportExpression') writeLater(edit, node, later);
		else if (
			node.type === 'CallExpression' &&
			node.callee.type === 'Identifier' &&
			node.callee.name === 'require'
		) {
			const [first] = node.arguments;
			if (first?.type === 'Literal' && typeof first.value === 'string')
				requires[first.value] = resolve(first.value);
		}
	});
	const names = new Set(free.map(({ node }) => node.name));
	if (isCommon(program, names, waits, meta)) {
		const shape = { format: 'commonjs', requires, later: later.all };
		return {
			edit,
			before: `{ ...${JSON.stringify(shape)}, body: function (exports, require, module, ${LOAD}, __filename, __dirname) {"use strict";\n`,
			after: '\n} }',
			exports: null,
			wanted: []
		};
	}
	const wanted: Wanted[] = [];
	const asked: AskedName[] = [];
	/** `as`: the module as it is written. */
	const want = (source: number, name: string, as: unknown, { start }: { start: number }): void => {
		const { kind, name: from } = sources.all[source]!;
		if (name === '*') return;
		if (kind === 'file') wanted.push({ from, name, at: start });
		// Every one of them has a default.
		if (kind !== 'given' || name === 'default') return;
		const { line, column } = placeAt(text, start);
		asked.push({ source, as: String(as), name, line, column: column + 1 });
	};
	for (const node of program.body) {
		if (node.type === 'ImportDeclaration') {
			const source = sources.numberOf(node.source.value);
			for (const one of node.specifiers) {
				const imported =
					one.type === 'ImportSpecifier'
						? exportedName(one.imported)
						: one.type === 'ImportDefaultSpecifier'
							? 'default'
							: '*';
				imports.push([one.local.name, source, imported]);
				want(source, imported, node.source.value, one);
			}
			takeOut(edit, node);
		} else if (node.type === 'ExportAllDeclaration') {
			const source = sources.numberOf(node.source.value);
			if (node.exported) passedOn.push([exportedName(node.exported), source, '*']);
			else stars.push(source);
			takeOut(edit, node);
		} else if (node.type === 'ExportDefaultDeclaration') {
			const written = writeDefault(edit, node);
			exported.set('default', written.local);
			unnamed = written.unnamed;
		} else if (node.type === 'ExportNamedDeclaration') {
			const { declaration, source } = node;
			for (const one of node.specifiers) {
				if (source) {
					const number = sources.numberOf(source.value);
					passedOn.push([exportedName(one.exported), number, exportedName(one.local)]);
					want(number, exportedName(one.local), source.value, one);
				} else exported.set(exportedName(one.exported), exportedName(one.local));
			}
			if (source) sources.numberOf(source.value);
			if (!declaration) takeOut(edit, node);
			else {
				edit.remove(node.start, declaration.start);
				const declared =
					declaration.type === 'VariableDeclaration'
						? declaration.declarations.flatMap(({ id }) => boundNames(id))
						: [declaration.id.name];
				for (const name of declared) exported.set(name, name);
			}
		}
	}
	const imported = new Set(imports.map(([local]) => local));
	const foreign = new Set<string>();
	for (const place of free) {
		const { name } = place.node;
		if (name === 'arguments' && !hasArguments(place))
			edit.overwrite(place.node.start, place.node.end, NO_ARGUMENTS);
		else if (imported.has(name)) writeAsProperty(edit, place, IMPORTS);
		else if (shared?.has(name)) {
			foreign.add(name);
			writeShared(edit, place);
		}
	}
	const joint = imported.size > 0 ? IMPORTS : foreign.size > 0 ? PAGE : null;
	if (joint) for (const clause of catches) writeCaught(edit, clause, joint);
	// What is imported and exported again is the other module's own.
	for (const [name, local] of exported) {
		const from = imports.find(([own]) => own === local);
		if (from) passedOn.push([name, from[1], from[2]]);
	}
	const getters = [...exported]
		.filter(([, local]) => !imported.has(local))
		.map(([name, local]) => `[${JSON.stringify(name)}]: () => ${local}`);
	const given = `{ __proto__: null, ${getters.join(', ')} }`;
	const shape = JSON.stringify({
		format: 'module',
		sources: sources.all,
		imports,
		passedOn,
		stars,
		later: later.all,
		unnamed,
		waits,
		...(asked.length > 0 ? { asked } : {}),
		...(shared ? { declares: [...declaredNames(program), ...imported] } : {}),
		...(foreign.size > 0 ? { foreign: [...foreign] } : {}),
		...(waits
			? { names: [...exported].filter(([, local]) => !imported.has(local)).map(([name]) => name) }
			: {})
	});
	const head = waits
		? `async function (${IMPORTS}, ${LOAD}, ${PAGE}, ${BEGIN}) {"use strict"; ${BEGIN}(${given});`
		: `function* (${IMPORTS}, ${LOAD}, ${PAGE}) {"use strict"; yield ${given};`;
	const exports = {
		names: new Set([...exported.keys(), ...passedOn.map(([name]) => name)]),
		stars: stars.map((number) => sources.all[number]!.name)
	};
	return { edit, before: `{ ...${shape}, body: ${head}\n`, after: '\n} }', exports, wanted };
}
