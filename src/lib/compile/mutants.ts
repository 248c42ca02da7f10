import { parse, type Node, type Options, type Program } from 'acorn';
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

/**
 * The piece of a program that a change is within, and how the program can be written so that the change is made only while it is
 * switched on. `body`: nothing but the place where a function's body begins.
 */
interface ChangeHost {
	as: 'expression' | 'statement' | 'body';
	start: number;
	end: number;
}

/** A change of a script. */
export interface ScriptChange extends Change {
	/** Null where it cannot be switched. */
	host: ChangeHost | null;
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

/** A node, and what is around it. */
interface Around {
	parent: Tree | null;
	/** Field of the parent that holds it. */
	key: string;
	/** The nearest one that is nothing but an expression. */
	statement: Tree | null;
	/** Whether it is the text of a tagged template: nothing else may stand there. */
	tagged: boolean;
}

/** An expression; where a statement begins with it, all of the statement: what is written in its place begins with a bracket. */
function expressionHost({ start, end }: Node, { statement }: Around): ChangeHost {
	return statement?.start === start
		? { as: 'statement', start, end: statement.end }
		: { as: 'expression', start, end };
}

function changesOf(code: string, node: Tree, around: Around): ScriptChange[] {
	const { type, start, end } = node;
	const { parent, key } = around;
	const found: ScriptChange[] = [];
	const add = (operator: MutationOperator, from: Node, text: string, host: ChangeHost | null) =>
		void found.push({ operator, start: from.start, end: from.end, text, host });
	if (/Function/.test(type) && isNode(node.body)) {
		const { body } = node;
		const begin = body.start + 1;
		if (body.type !== 'BlockStatement')
			add('empty-function', body, '(void 0)', { as: 'expression', start: body.start, end: body.end });
		else if (body.end - body.start > 2)
			add('empty-function', body, '{}', { as: 'body', start: begin, end: begin });
	}
	// A loop whose condition is turned round often never ends; it is stopped at its time limit and proves nothing.
	if (/^(IfStatement|ConditionalExpression|WhileStatement)$/.test(type) && isNode(node.test)) {
		const { test } = node;
		const text = `!(${code.slice(test.start, test.end)})`;
		add('negated-condition', test, text, expressionHost(test, around));
	}
	if (/^(Binary|Logical|Assignment)Expression$/.test(type)) {
		const host = expressionHost(node, around);
		found.push(...operatorChange(code, node).map((change) => ({ ...change, host })));
	}
	if (type === 'Literal' && !holdsNoValue(parent, key)) {
		const other = otherLiteral(node.value);
		if (other !== null) add('literal', node, other, expressionHost(node, around));
	}
	if (type === 'TemplateElement' && end > start)
		add('literal', node, '', parent && !around.tagged ? expressionHost(parent, around) : null);
	if (REMOVABLE.has(type)) add('removed-statement', node, ';', { as: 'statement', start, end });
	return found;
}

function collect(code: string, program: Program, leftOut: ReadonlySet<unknown>): ScriptChange[] {
	const found: ScriptChange[] = [];
	const walk = (value: unknown, around: Around): void => {
		if (Array.isArray(value)) for (const item of value) walk(item, around);
		if (!isNode(value) || leftOut.has(value)) return;
		found.push(...changesOf(code, value, around));
		const statement = value.type === 'ExpressionStatement' ? value : around.statement;
		const tagged = value.type === 'TemplateLiteral' && around.parent?.type === 'TaggedTemplateExpression';
		for (const [key, child] of Object.entries(value)) walk(child, { parent: value, key, statement, tagged });
	};
	walk(program, { parent: null, key: '', statement: null, tagged: false });
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
export const ofManyKinds = <Operator extends string, C extends Change<Operator>>(
	operators: readonly Operator[],
	changes: readonly C[]
): C[] => inTurns(operators.map((operator) => changes.filter((change) => change.operator === operator)));

/** A file with one change made; the 1-based line of it. */
export const changed = <Operator extends string>(
	code: string,
	{ operator, start, end, text }: Change<Operator>
): { code: string; line: number; operator: Operator } => ({
	code: code.slice(0, start) + text + code.slice(end),
	line: code.slice(0, start).split('\n').length,
	operator
});

const OPTIONS: Options = { ecmaVersion: 'latest', sourceType: 'module', allowHashBang: true };

/**
 * Every change of a program in JavaScript (TypeScript without its types) that a mutant is made of, by the classic operators,
 * always in the same order. None for what cannot be read, or is nested too deeply.
 * @param trials whether what only tries the program's exports out is changed too. Default: it is
 */
export function changesIn(code: string, { trials = true }: { trials?: boolean } = {}): ScriptChange[] {
	try {
		const program = parse(code, OPTIONS);
		const leftOut = new Set<unknown>(trials ? [] : tryingOut(program));
		return ofManyKinds(MUTATION_OPERATORS, collect(code, program, leftOut));
	} catch (error) {
		if (error instanceof SyntaxError || error instanceof RangeError) return [];
		throw error;
	}
}

/** Whether a parser reads a program. */
export function isReadable(code: string): boolean {
	try {
		parse(code, OPTIONS);
		return true;
	} catch {
		return false;
	}
}

/** Every mutant of a program: see `changesIn`. */
export const mutate = (code: string, options: { trials?: boolean } = {}): Mutant[] =>
	changesIn(code, options).map((change) => changed(code, change));
