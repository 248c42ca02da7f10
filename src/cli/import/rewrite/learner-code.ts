import ts from 'typescript';
import { findFile, resolveRelative } from '../../../lib/compile/resolve.ts';
import { createPlaces, plainPath, relativePath } from '../write/places.ts';
import { createEdits } from './edits.ts';
import {
	globalUses,
	importedNames,
	literalText,
	moduleShape,
	readSyntax,
	requiredName,
	walk,
	type ModuleShape,
	type Syntax
} from './syntax.ts';
import { targetOfPackage } from './targets.ts';
import type { SourceFolder } from '../read/source-folder.ts';

/** A refusal names what is in the collection, and stands on one line. */
const REASON_CHARS = 500;

/** Why an exercise cannot be imported; caught by whoever reads it. */
export class Refused extends Error {
	constructor(reason: string) {
		super(reason.replace(/\s+/g, ' ').slice(0, REASON_CHARS));
	}
}

/** Where the learner's files of a foreign exercise lie; paths from the collection's root. */
export interface LearnerSources {
	folder: SourceFolder;
	/** The exercise's own folder. */
	base: string;
	/** What a learner changes, in the order of the tabs. */
	start: readonly string[];
	/** What a learner is shown and does not change. */
	fixed: readonly string[];
	/** The file that is replaced → the reference that replaces it. */
	references: ReadonlyMap<string, string>;
}

export interface LearnerCode {
	start: Record<string, string>;
	fixed: string[];
	solution: Record<string, string>;
	/** Whether the code needs Node. */
	node: boolean;
	allowPrototype: boolean;
	remarks: string[];
	/** The place below `start/` of a file of the collection; undefined for other files. */
	placeOf(path: string): string | undefined;
	shapeOf(place: string): ModuleShape | 'mixed';
}

const isScript = (path: string): boolean => /\.(?:js|cjs|mjs|ts)$/.test(path) && !path.endsWith('.d.ts');
const NODE_GLOBALS = ['process', 'Buffer', 'setImmediate', '__dirname', '__filename'];
const BUILT_IN = 'Array|Object|Function|String|Number|Boolean|Date|RegExp|Map|Set|Promise|Error|Symbol';
const EXTENDS_BUILT_IN = new RegExp(
	`\\b(?:${BUILT_IN})\\.prototype(?:\\.\\w+|\\[[^\\]\\n]{1,200}\\])\\s*=[^=]|defineProperty\\(\\s*(?:${BUILT_IN})\\.prototype`
);

export const extendsBuiltIn = (text: string): boolean => EXTENDS_BUILT_IN.test(text);

/** What the code of a learner's file needs besides the language. Throws `Refused`. */
function needsNode(path: string, syntax: Syntax): boolean {
	let node = false;
	for (const name of importedNames(syntax)) {
		if (name.startsWith('.')) continue;
		const target = targetOfPackage(name);
		if (target.kind === 'refused') throw new Refused(`${path} ${target.reason}`);
		node ||= target.kind === 'node';
	}
	const uses = globalUses(syntax);
	return (
		node ||
		NODE_GLOBALS.some((name) => uses.get(name)?.some((use) => !ts.isTypeOfExpression(use.parent)) === true)
	);
}

/** The nodes that name a file to import. */
export function specifiers(syntax: Syntax): ts.StringLiteralLike[] {
	const found: ts.StringLiteralLike[] = [];
	const add = (node: ts.Node | undefined): void => {
		if (node && ts.isStringLiteralLike(node)) found.push(node);
	};
	walk(syntax.file, (node) => {
		if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) add(node.moduleSpecifier);
		else if (ts.isCallExpression(node)) {
			const dynamic = node.expression.kind === ts.SyntaxKind.ImportKeyword;
			if (dynamic || requiredName(node, syntax) !== null) add(node.arguments[0]);
		}
	});
	return found;
}

interface State extends LearnerSources {
	places: ReturnType<typeof createPlaces>;
	/** Path in the collection → place below `start/`. */
	placed: Map<string, string>;
	code: LearnerCode;
	syntaxes: Map<string, { start?: Syntax; solution?: Syntax }>;
}

function place(state: State, path: string): string {
	const { base, places, placed, code } = state;
	const inside = base === '' || path.startsWith(`${base}/`);
	const own = base === '' ? path : path.slice(base.length + 1);
	// What lies beside the exercise comes in under its plain name.
	const wanted = plainPath(inside ? own : (path.split('/').at(-1) ?? path)) || 'file.js';
	const chosen = places.take(wanted);
	if (inside && chosen !== own) code.remarks.push(`${own} is called ${chosen} here`);
	if (!inside) code.remarks.push(`${path} lies outside the exercise; a copy is part of it as ${chosen}`);
	placed.set(path, chosen);
	return chosen;
}

/** Where an import of a file leads: a path of the collection, or null where nothing is there. */
async function follow(state: State, from: string, specifier: string): Promise<string | null> {
	const beside = resolveRelative(from, specifier);
	const found = beside === null ? null : await state.folder.find(beside);
	if (found !== null) return found;
	// A reference that is written as if it stood in the stub's place.
	const replaced = [...state.references].find(([, reference]) => reference === from)?.[0];
	const instead = replaced === undefined ? null : resolveRelative(replaced, specifier);
	return instead === null ? null : state.folder.find(instead);
}

/** The file with its imports of other files leading to their new places; brings those in that are missing. */
async function adopt(
	state: State,
	path: string,
	own: string,
	text: string,
	side: 'start' | 'solution'
): Promise<string> {
	if (!isScript(path)) return text;
	const syntax = readSyntax(path, text);
	state.syntaxes.set(own, { ...state.syntaxes.get(own), [side]: syntax });
	state.code.node = needsNode(path, syntax) || state.code.node;
	const edits = createEdits(text);
	for (const node of specifiers(syntax)) {
		const specifier = literalText(node) ?? '';
		if (!specifier.startsWith('.')) continue;
		const target = await follow(state, path, specifier);
		if (target === null) continue;
		const known = state.placed.get(target);
		const there = known ?? (await bringIn(state, target, side));
		const files = Object.fromEntries([...state.placed.values()].map((one) => [one, '']));
		const resolved = resolveRelative(own, specifier);
		if (resolved !== null && findFile(files, resolved) === there) continue;
		edits.replace(node.getStart(), node.getEnd(), `'${relativePath(own, there)}'`);
	}
	return edits.apply();
}

/** Takes a file in that another one imports and that the collection does not list. */
async function bringIn(state: State, path: string, side: 'start' | 'solution'): Promise<string> {
	const { code, folder, base } = state;
	const text = (await folder.read(path)) ?? '';
	const own = place(state, path);
	const hidden = path
		.slice(base.length)
		.split('/')
		.some((part) => /^\.|^solutions?$/.test(part));
	if (side === 'solution' && hidden) {
		// A learner must not see it, and can hand in only files that exist.
		code.start[own] = '';
		code.solution[own] = await adopt(state, path, own, text, 'solution');
		code.remarks.push(`${own} belongs to the reference; learners get it empty`);
	} else {
		code.fixed.push(own);
		code.start[own] = '';
		code.start[own] = await adopt(state, path, own, text, 'start');
	}
	return own;
}

function shapeOf(state: State, own: string): ModuleShape | 'mixed' {
	const { start, solution } = state.syntaxes.get(own) ?? {};
	const shapes = [start, solution].filter((one) => one !== undefined).map((one) => moduleShape(one));
	return shapes.every((shape) => shape === shapes[0]) ? (shapes[0] ?? 'none') : 'mixed';
}

/**
 * What a learner gets and what the reference changes, in our places, with every file that they import. Throws
 * `Refused` for what no engine of ours can run.
 */
export async function readLearnerCode(sources: LearnerSources): Promise<LearnerCode> {
	const { folder, references } = sources;
	const code: LearnerCode = {
		start: {},
		fixed: [],
		solution: {},
		node: false,
		allowPrototype: false,
		remarks: [],
		placeOf: (path) => state.placed.get(path),
		shapeOf: (own) => shapeOf(state, own)
	};
	const state: State = { ...sources, places: createPlaces(), placed: new Map(), code, syntaxes: new Map() };
	const listed = [...new Set([...sources.start, ...sources.fixed])];
	const jsx = [...listed, ...references.values()].find((path) => /\.[jt]sx$/.test(path));
	if (jsx !== undefined) throw new Refused(`${jsx} is written in JSX`);
	for (const path of listed) place(state, path);
	for (const [replaced, reference] of references) state.placed.set(reference, state.placed.get(replaced)!);
	for (const path of listed) {
		const own = state.placed.get(path)!;
		const text = await folder.read(path);
		if (text === null) code.remarks.push(`${own} is not there; learners begin with an empty file`);
		if (!sources.start.includes(path)) code.fixed.push(own);
		code.start[own] = '';
		code.start[own] = await adopt(state, path, own, text ?? '', 'start');
	}
	for (const [replaced, reference] of references) {
		const text = await folder.read(reference);
		if (text === null) throw new Refused(`there is no reference ${reference}`);
		const own = state.placed.get(replaced)!;
		code.solution[own] = await adopt(state, reference, own, text, 'solution');
	}
	code.allowPrototype = [...Object.values(code.start), ...Object.values(code.solution)].some(extendsBuiltIn);
	return code;
}
