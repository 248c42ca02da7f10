import {
	parse,
	type AnyNode,
	type CatchClause,
	type Comment,
	type Program,
	type VariableDeclaration
} from 'acorn';
import MagicString from 'magic-string';
import { assignedNames, classicNames, type ClassicNames } from './classic-names.ts';
import { writeSeparators } from './line-separators.ts';
import { atTop, LOAD, quietComments, SourceList, writeLater, type Resolve } from './rewrite-module.ts';
import { boundNames, freeNames, type Place } from './scopes.ts';
import { LISTS, PAGE, writeCaught, writeShared } from './shared-names.ts';

const BEGIN = '__passerelle_begin__';
/** In front of the name of a function that is a property of the window: every use of the name looks there. */
const DECLARED = '__passerelle_declared_';

/** A classic script, as it was parsed, and what it gives the other scripts of its page. */
export interface ParsedClassic {
	text: string;
	program: Program;
	comments: readonly Comment[];
	names: ClassicNames;
	vars: readonly Place<VariableDeclaration>[];
}

/** Parses as browsers parse a script that is no module. Throws the parser's `SyntaxError`. */
export function parseClassic(text: string, original: string): ParsedClassic {
	const comments: Comment[] = [];
	const program = parse(text, {
		ecmaVersion: 'latest',
		sourceType: 'script',
		allowHashBang: true,
		onComment: comments
	});
	const vars: Place<VariableDeclaration>[] = [];
	freeNames(program, (place) => {
		const { node } = place;
		if (node.type === 'VariableDeclaration' && node.kind === 'var' && atTop(place))
			vars.push(place as Place<VariableDeclaration>);
	});
	const words = new Set(original.match(/[\p{ID_Continue}$]+/gu));
	const names = classicNames(
		program,
		vars.map(({ node }) => node),
		(name) => words.has(name)
	);
	return { text, program, comments, names, vars };
}

/** `var` at the top makes properties of the window: what is left of it are assignments to them. */
function writeVar(edit: MagicString, { node, above }: Place<VariableDeclaration>): void {
	const parent = above?.node;
	const inHead = parent?.type.startsWith('For') === true && (parent as { body?: AnyNode }).body !== node;
	const listed = LISTS.has(parent?.type ?? '');
	// As wide as the word: no column moves.
	edit.overwrite(node.start, node.start + 3, listed ? ';  ' : '   ');
	const loops = parent?.type === 'ForInStatement' || parent?.type === 'ForOfStatement';
	for (const { id, init, start, end } of node.declarations) {
		if (loops && inHead) {
			// Old engines let a loop over names begin with a value that nobody sees.
			if (init) edit.remove(id.end, init.end);
		} else if (!init) {
			edit.overwrite(start, end, 'void 0');
		} else if (id.type === 'ObjectPattern' && node.declarations[0]?.start === start) {
			edit.appendLeft(start, '(').appendRight(end, ')');
		}
	}
	if (!inHead && edit.original[node.end - 1] !== ';') edit.appendLeft(node.end, ';');
}

/** The text of a `ClassicScript` (contract): `before`, then the edited text, then `after`. */
export interface RewrittenClassic {
	edit: MagicString;
	before: string;
	after: string;
}

/** Writes a classic script as a function that shares its names with the page. No line moves. */
export function rewriteClassic(
	{ text, program, comments, names, vars }: ParsedClassic,
	shared: ReadonlySet<string>,
	resolve: Resolve
): RewrittenClassic {
	const edit = new MagicString(text);
	const later = new SourceList(resolve);
	const assigned = new Set<string>();
	const catches: CatchClause[] = [];
	quietComments(edit, comments);
	writeSeparators(edit, program);
	if (text.startsWith('#!')) edit.overwrite(0, 2, '//');
	const free = freeNames(program, (place) => {
		const { node } = place;
		for (const name of assignedNames(place)) assigned.add(name);
		if (node.type === 'ImportExpression') writeLater(edit, node, later);
		else if (node.type === 'CatchClause') catches.push(node);
	});
	const foreign = new Set<string>();
	for (const place of free) {
		if (!shared.has(place.node.name)) continue;
		foreign.add(place.node.name);
		writeShared(edit, place);
	}
	if (foreign.size > 0) for (const clause of catches) writeCaught(edit, clause, PAGE);
	for (const place of vars)
		if (place.node.declarations.every(({ id }) => boundNames(id).every((name) => names.vars.has(name))))
			writeVar(edit, place);
	const functions = new Set<string>();
	for (const node of program.body) {
		if (node.type !== 'FunctionDeclaration' || !names.functions.has(node.id.name)) continue;
		functions.add(node.id.name);
		edit.appendLeft(node.id.start, DECLARED);
	}
	const freeAssigned = free.map(({ node }) => node.name).filter((name) => assigned.has(name));
	const shape = JSON.stringify({
		format: 'classic',
		vars: [...names.vars],
		kept: [...names.kept],
		foreign: [...foreign],
		assigned: [...new Set(freeAssigned)].filter((name) => !foreign.has(name)),
		later: later.all
	});
	const own = [...names.lexical, ...names.kept].map(
		(name) =>
			`[${JSON.stringify(name)}]: [() => ${name}, (__passerelle_value__) => { ${name} = __passerelle_value__; }]`
	);
	const declared = [...functions].map((name) => `[${JSON.stringify(name)}]: ${DECLARED}${name}`);
	const given = `{ own: { __proto__: null, ${own.join(', ')} }, functions: { __proto__: null, ${declared.join(', ')} } }`;
	const strict =
		program.body[0]?.type === 'ExpressionStatement' && program.body[0].directive === 'use strict';
	return {
		edit,
		before: `{ ...${shape}, body: function (${PAGE}, ${LOAD}, ${BEGIN}) {${strict ? '"use strict";' : ''} ${BEGIN}(${given});\n`,
		after: '\n} }'
	};
}
