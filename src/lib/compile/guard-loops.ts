import { parse, type Node } from 'acorn';
import { isNode, type Tree } from './is-node.ts';

const LOOPS = new Set([
	'WhileStatement',
	'DoWhileStatement',
	'ForStatement',
	'ForInStatement',
	'ForOfStatement'
]);
const FUNCTIONS = new Set(['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression']);
/** Without one of these in it a function ends, whatever calls it. */
const CALLS = new Set(['CallExpression', 'NewExpression', 'TaggedTemplateExpression', 'ImportExpression']);

/** The parameter of the learner's script that is called; see `LearnerScript` in the contract. */
const CALL = '__passerelle_guard__()';

interface Found {
	/** Bodies of loops. */
	loops: Tree[];
	/** Functions that call something. */
	callers: Tree[];
}

/** Without recursion: code nests deeper than calls may. */
function find(root: Node): Found {
	const loops: Tree[] = [];
	const callers = new Set<Tree>();
	const left: { node: Tree; inside: Tree | null }[] = [{ node: root as Tree, inside: null }];
	for (let at = left.pop(); at; at = left.pop()) {
		const { node, inside } = at;
		if (LOOPS.has(node.type)) loops.push(node.body as Tree);
		if (inside && CALLS.has(node.type)) callers.add(inside);
		const within = FUNCTIONS.has(node.type) ? node : inside;
		for (const value of Object.values(node)) {
			for (const child of Array.isArray(value) ? (value as unknown[]) : [value])
				if (isNode(child)) left.push({ node: child, inside: within });
		}
	}
	return { loops, callers: [...callers] };
}

interface Insert {
	at: number;
	text: string;
	/** Where what it closes begins: of two that end at the same place the inner one is closed first. */
	from: number;
}

const around = ({ start, end }: Tree, open: string, close: string): Insert[] => [
	{ at: start, text: open, from: start },
	{ at: end, text: close, from: start }
];

const inLoop = (body: Tree): Insert[] =>
	body.type === 'BlockStatement'
		? [{ at: body.start + 1, text: `${CALL};`, from: body.start }]
		: around(body, `{${CALL};`, '}');

/** Behind the directives, which are none any more behind something else. */
function inFunction(fn: Tree): Insert[] {
	const body = fn.body as Tree;
	if (body.type !== 'BlockStatement') return around(body, `(${CALL},`, ')');
	const statements = body.body as (Node & { directive?: string })[];
	const directives = statements.filter(({ directive }) => directive !== undefined);
	return [{ at: directives.at(-1)?.end ?? body.start + 1, text: `;${CALL};`, from: body.start }];
}

/**
 * The learner's script with a call of its guard in every loop, and in every function that calls another: for browsers in which a
 * frame shares its thread with the page around it (Firefox, Safari), where nobody else could stop it. No line moves; a
 * column moves only behind what was put in, on its line. Text that cannot be parsed comes back as it is.
 */
export function guardLoops(code: string): string {
	let tree: Node;
	try {
		tree = parse(code, {
			ecmaVersion: 'latest',
			sourceType: 'script',
			allowReturnOutsideFunction: true,
			allowAwaitOutsideFunction: true,
			preserveParens: true
		});
	} catch {
		return code;
	}
	const { loops, callers } = find(tree);
	const inserts = [...loops.flatMap(inLoop), ...callers.flatMap(inFunction)];
	let result = '';
	let from = 0;
	for (const { at, text } of inserts.sort((a, b) => a.at - b.at || b.from - a.from)) {
		result += code.slice(from, at) + text;
		from = at;
	}
	return result + code.slice(from);
}
