import { parse, type Node, type Program } from 'acorn';
import { isNode, type Tree } from './is-node.ts';
import { tryingOut } from './trying-out.ts';

/** A program with one thing changed, as a beginner could have got it wrong. */
export interface Mutant {
	/** The whole program. */
	code: string;
	/** 1-based line of the change. */
	line: number;
	operator: MutationOperator;
}

/** In the order of how much each breaks. */
export const MUTATION_OPERATORS = [
	'empty-function',
	'negated-condition',
	'boundary',
	'arithmetic',
	'literal',
	'removed-statement',
	'logical'
] as const;
export type MutationOperator = (typeof MUTATION_OPERATORS)[number];

/** A piece of a file, from `start` up to `end`, that becomes another text. */
export interface Change<Operator extends string = MutationOperator> {
	operator: Operator;
	start: number;
	end: number;
	text: string;
}

const BOUNDARIES: Readonly<Record<string, string>> = {
	'<': '<=',
	'<=': '<',
	'>': '>=',
	'>=': '>',
	'==': '!=',
	'!=': '==',
	'===': '!==',
	'!==': '==='
};
const ARITHMETIC: Readonly<Record<string, string>> = {
	'+': '-',
	'-': '+',
	'*': '/',
	'/': '*',
	'%': '*',
	'**': '*',
	'+=': '-=',
	'-=': '+=',
	'*=': '/=',
	'/=': '*='
};
const LOGICAL: Readonly<Record<string, string>> = { '&&': '||', '||': '&&', '??': '&&' };

/** What a literal becomes; null where it stays. */
function otherLiteral(value: unknown): string | null {
	if (typeof value === 'number') return String(value + 1);
	if (typeof value === 'boolean') return String(!value);
	if (typeof value === 'string') return value === '' ? '"x"' : '""';
	return null;
}

/** Where an operator stands between two operands; a comment between them could hold the same characters. */
function between(code: string, left: Node, right: Node, operator: string): number {
	const gap = code
		.slice(left.end, right.start)
		.replace(/\/\*[\s\S]*?\*\/|\/\/[^\n]*/g, (comment) => ' '.repeat(comment.length));
	const at = gap.indexOf(operator);
	return at < 0 ? -1 : left.end + at;
}

function operatorChange(code: string, node: Tree): Change[] {
	const { operator, left, right } = node;
	if (typeof operator !== 'string' || !isNode(left) || !isNode(right)) return [];
	const kinds = [
		['boundary', BOUNDARIES],
		['arithmetic', ARITHMETIC],
		['logical', LOGICAL]
	] as const;
	return kinds.flatMap(([kind, others]): Change[] => {
		const text = others[operator];
		const start = text === undefined ? -1 : between(code, left, right, operator);
		return text === undefined || start < 0
			? []
			: [{ operator: kind, start, end: start + operator.length, text }];
	});
}

/** Statements that can go without making the program unreadable to a compiler. */
const REMOVABLE = new Set([
	'ExpressionStatement',
	'ReturnStatement',
	'ThrowStatement',
	'BreakStatement',
	'ContinueStatement'
]);

/** Texts that are no values: names of modules and keys, and "use strict". */
function holdsNoValue(parent: Tree | null, key: string): boolean {
	if (!parent) return false;
	if (/^(Import|Export)/.test(parent.type)) return true;
	if (parent.type === 'ExpressionStatement') return true;
	return key === 'key' && parent.computed !== true;
}

function changesOf(code: string, node: Tree, parent: Tree | null, key: string): Change[] {
	const { type, start, end } = node;
	const found: Change[] = [];
	const add = (operator: MutationOperator, from: Node, text: string) =>
		void found.push({ operator, start: from.start, end: from.end, text });
	if (/Function/.test(type) && isNode(node.body)) {
		if (node.body.type !== 'BlockStatement') add('empty-function', node.body, '(void 0)');
		else if (node.body.end - node.body.start > 2) add('empty-function', node.body, '{}');
	}
	// A loop whose condition is turned round often never ends; it is stopped at its time limit and proves nothing.
	if (/^(IfStatement|ConditionalExpression|WhileStatement)$/.test(type) && isNode(node.test)) {
		add('negated-condition', node.test, `!(${code.slice(node.test.start, node.test.end)})`);
	}
	if (/^(Binary|Logical|Assignment)Expression$/.test(type)) found.push(...operatorChange(code, node));
	if (type === 'Literal' && !holdsNoValue(parent, key)) {
		const other = otherLiteral(node.value);
		if (other !== null) found.push({ operator: 'literal', start, end, text: other });
	}
	if (type === 'TemplateElement' && end > start) found.push({ operator: 'literal', start, end, text: '' });
	if (REMOVABLE.has(type)) found.push({ operator: 'removed-statement', start, end, text: ';' });
	return found;
}

function collect(code: string, program: Program, leftOut: ReadonlySet<unknown>): Change[] {
	const found: Change[] = [];
	const walk = (value: unknown, parent: Tree | null, key: string): void => {
		if (Array.isArray(value)) for (const item of value) walk(item, parent, key);
		if (!isNode(value) || leftOut.has(value)) return;
		found.push(...changesOf(code, value, parent, key));
		for (const [name, child] of Object.entries(value)) walk(child, value, name);
	};
	walk(program, null, '');
	return found;
}

/** The first of each list, then the second of each, … */
export function inTurns<T>(lists: readonly (readonly T[])[]): T[] {
	const most = Math.max(0, ...lists.map(({ length }) => length));
	return Array.from({ length: most }, (_, index) =>
		lists.flatMap((list) => list.slice(index, index + 1))
	).flat();
}

/** Changes by their operators, in turns: a few tried ones are of many kinds. */
export const ofManyKinds = <Operator extends string>(
	operators: readonly Operator[],
	changes: readonly Change<Operator>[]
): Change<Operator>[] =>
	inTurns(operators.map((operator) => changes.filter((change) => change.operator === operator)));

/** A file with one change made; the 1-based line of it. */
export const changed = <Operator extends string>(
	code: string,
	{ operator, start, end, text }: Change<Operator>
): { code: string; line: number; operator: Operator } => ({
	code: code.slice(0, start) + text + code.slice(end),
	line: code.slice(0, start).split('\n').length,
	operator
});

/**
 * Every mutant of a program in JavaScript (TypeScript without its types), by the classic operators, always in the same
 * order. None for what cannot be read.
 * @param trials whether what only tries the program's exports out is changed too. Default: it is
 */
export function mutate(code: string, { trials = true }: { trials?: boolean } = {}): Mutant[] {
	let program: Program;
	try {
		program = parse(code, { ecmaVersion: 'latest', sourceType: 'module', allowHashBang: true });
	} catch {
		return [];
	}
	const leftOut = new Set<unknown>(trials ? [] : tryingOut(program));
	return ofManyKinds(MUTATION_OPERATORS, collect(code, program, leftOut)).map((change) =>
		changed(code, change)
	);
}
