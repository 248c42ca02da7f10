import type { AnyNode, Identifier, Pattern } from 'acorn';
import { isNode } from './is-node.ts';

/** Where names are declared: a module, a function with its parameters, a block, a loop's head, a catch, a class. */
interface Scope {
	parent: Scope | null;
	/** Takes what `var` declares. */
	hoists: boolean;
	names: Set<string>;
}

/** A node and what stands around it; null around the module. */
export interface Place<N extends AnyNode = AnyNode> {
	node: N;
	above: Place | null;
}

/** The names that a pattern binds: of `{ a, b: [c] = [] }`, a and c. */
export function boundNames(pattern: Pattern): string[] {
	switch (pattern.type) {
		case 'Identifier':
			return [pattern.name];
		case 'ObjectPattern':
			return pattern.properties.flatMap((one) =>
				boundNames(one.type === 'Property' ? one.value : one.argument)
			);
		case 'ArrayPattern':
			return pattern.elements.flatMap((one) => (one ? boundNames(one) : []));
		case 'RestElement':
			return boundNames(pattern.argument);
		case 'AssignmentPattern':
			return boundNames(pattern.left);
		default:
			return [];
	}
}

const FUNCTIONS = new Set(['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression']);
const BLOCKS = new Set([
	'BlockStatement',
	'StaticBlock',
	'ForStatement',
	'ForInStatement',
	'ForOfStatement',
	'SwitchStatement',
	'CatchClause',
	'ClassExpression'
]);

export const isFunction = (node: AnyNode): boolean => FUNCTIONS.has(node.type);

/** Whether an identifier at this place is a name that is looked up, and not a property's, a label's or an import's. */
function isLookedUp(node: Identifier, parent: AnyNode | undefined): boolean {
	switch (parent?.type) {
		case 'MemberExpression':
			return parent.computed || parent.object === node;
		case 'Property':
			return parent.computed || parent.value === node;
		case 'MethodDefinition':
		case 'PropertyDefinition':
			return parent.computed || parent.value === node;
		case 'LabeledStatement':
		case 'BreakStatement':
		case 'ContinueStatement':
		case 'MetaProperty':
		case 'ImportSpecifier':
		case 'ImportDefaultSpecifier':
		case 'ImportNamespaceSpecifier':
		case 'ExportSpecifier':
		case 'ExportAllDeclaration':
		case 'ImportAttribute':
			return false;
		default:
			return true;
	}
}

function declare(node: AnyNode, scope: Scope): void {
	const hoisting = (): Scope => {
		let at = scope;
		while (!at.hoists && at.parent) at = at.parent;
		return at;
	};
	if (node.type === 'VariableDeclaration') {
		const into = node.kind === 'var' ? hoisting() : scope;
		for (const { id } of node.declarations) for (const name of boundNames(id)) into.names.add(name);
	} else if (node.type === 'FunctionDeclaration' || node.type === 'ClassDeclaration') {
		// An `export default` has no name.
		const { id } = node as { id: Identifier | null };
		if (id) scope.names.add(id.name);
	}
}

function opened(node: AnyNode, scope: Scope): Scope {
	const names = new Set<string>();
	if (
		node.type === 'FunctionDeclaration' ||
		node.type === 'FunctionExpression' ||
		node.type === 'ArrowFunctionExpression'
	) {
		if (node.type === 'FunctionExpression' && node.id) names.add(node.id.name);
		for (const parameter of node.params) for (const name of boundNames(parameter)) names.add(name);
		return { parent: scope, hoists: true, names };
	}
	if (!BLOCKS.has(node.type)) return scope;
	if (node.type === 'CatchClause' && node.param) for (const name of boundNames(node.param)) names.add(name);
	if (node.type === 'ClassExpression' && node.id) names.add(node.id.name);
	return { parent: scope, hoists: node.type === 'StaticBlock', names };
}

/**
 * Every node of a module, and the names in it that no scope inside the module declares: imports, and globals.
 * `visit` is called for each node, in no order. Without recursion: code nests deeper than calls may.
 */
export function freeNames(program: AnyNode, visit: (place: Place) => void): Place<Identifier>[] {
	const module: Scope = { parent: null, hoists: true, names: new Set() };
	const found: { place: Place<Identifier>; scope: Scope }[] = [];
	const left: { place: Place; scope: Scope }[] = [{ place: { node: program, above: null }, scope: module }];
	for (let next = left.pop(); next; next = left.pop()) {
		const { place, scope } = next;
		const { node, above } = place;
		visit(place);
		declare(node, scope);
		if (node.type === 'Identifier') {
			if (isLookedUp(node, above?.node)) found.push({ place: { node, above }, scope });
			continue;
		}
		const inner = opened(node, scope);
		for (const value of Object.values(node)) {
			for (const child of Array.isArray(value) ? (value as unknown[]) : [value])
				if (isNode<AnyNode>(child)) left.push({ place: { node: child, above: place }, scope: inner });
		}
	}
	return found
		.filter(({ place, scope }) => {
			for (let at: Scope | null = scope; at; at = at.parent) if (at.names.has(place.node.name)) return false;
			return true;
		})
		.map(({ place }) => place);
}
