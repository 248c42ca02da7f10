import { isNode, type Tree } from '../../compile/is-node.ts';
import type { FileMap } from '../../contract/exercise.ts';
import { nodesIn, scriptsOf } from './suite-tree.ts';

/** A longer one is no help beside two values. */
const CALL_CHARS = 100;

/** Whether a value stands there as it is: no name in it, and nothing that is worked out. */
function isPlain(value: Tree | null): boolean {
	switch (value?.type) {
		case 'Literal':
			return true;
		case 'UnaryExpression':
			return value.operator === '-' && isPlain(value.argument as Tree);
		case 'ArrayExpression':
			return (value.elements as (Tree | null)[]).every(isPlain);
		case 'ObjectExpression':
			return (value.properties as Tree[]).every(
				({ type, computed, kind, shorthand, value: of }) =>
					type === 'Property' && !computed && !shorthand && kind === 'init' && isPlain(of as Tree)
			);
		default:
			return false;
	}
}

/** A file of a suite, as far as its calls can be told. */
class SuiteFile {
	readonly #text: string;
	/** Names that are the learner's. */
	readonly #learners = new Set<string>();
	/** Constants that stand there as they are; null for a name that has two. */
	readonly #constants = new Map<string, Tree | null>();
	readonly #program: Tree;

	constructor(text: string, program: Tree) {
		this.#text = text;
		this.#program = program;
		for (const node of nodesIn(program)) this.#learn(node);
	}

	/** `expect(call, note)`: the notes, and how each call reads. */
	*calls(): Generator<[note: string, call: string]> {
		for (const node of nodesIn(this.#program)) {
			if (node.type !== 'CallExpression') continue;
			const { callee, arguments: given } = node as unknown as { callee: Tree; arguments: Tree[] };
			const [value, note] = given;
			if (callee.type !== 'Identifier' || callee.name !== 'expect' || !value) continue;
			if (note?.type !== 'Literal' || typeof note.value !== 'string') continue;
			const call = this.#read(value.type === 'AwaitExpression' ? (value.argument as Tree) : value);
			yield [note.value, call !== null && call.length <= CALL_CHARS ? call : ''];
		}
	}

	#learn(node: Tree): void {
		if (
			node.type === 'ImportDeclaration' &&
			/^\.\.\/start\//.test((node.source as unknown as Tree).value as string)
		)
			for (const { local } of node.specifiers as { local: Tree }[]) this.#learners.add(local.name as string);
		if (node.type !== 'VariableDeclarator' || !isNode(node.id) || node.id.type !== 'Identifier') return;
		const name = node.id.name as string;
		const plain = isNode(node.init) && isPlain(node.init) ? node.init : null;
		this.#constants.set(name, this.#constants.has(name) ? null : plain);
	}

	/** A call of the learner's function with values that can be read, or a property of what it gives; else null. */
	#read(node: Tree): string | null {
		if (node.type === 'MemberExpression' && !node.computed) {
			const object = this.#read(node.object as Tree);
			return object && `${object}.${(node.property as Tree).name as string}`;
		}
		if (node.type !== 'CallExpression') return null;
		const { callee, arguments: given } = node as unknown as { callee: Tree; arguments: Tree[] };
		if (callee.type !== 'Identifier' || !this.#learners.has(callee.name as string)) return null;
		const values = given.map((value) => this.#value(value));
		return values.includes(null) ? null : `${callee.name as string}(${values.join(', ')})`;
	}

	#value(node: Tree): string | null {
		const plain = node.type === 'Identifier' ? (this.#constants.get(node.name as string) ?? null) : node;
		if (!plain || !isPlain(plain)) return null;
		return this.#text.slice(plain.start, plain.end).replace(/\s*\n\s*/g, ' ');
	}
}

/**
 * Which call of the learner's code an assertion of a suite is about, by the note that its author gave: "total(2, 3)". Only where
 * it can be read from the suite's text, and where no other assertion has the same note.
 */
export function suiteCalls(suite: FileMap): Record<string, string> {
	const found = new Map<string, string>();
	for (const { text, program } of scriptsOf(suite))
		for (const [note, call] of new SuiteFile(text, program).calls())
			found.set(note, found.has(note) && found.get(note) !== call ? '' : call);
	return Object.fromEntries([...found].filter(([, call]) => call !== ''));
}
