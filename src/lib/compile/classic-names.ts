import type { AnyNode, Program, VariableDeclaration } from 'acorn';
import { boundNames, type Place } from './scopes.ts';

/** What a classic script declares at its top: names that its page shares. */
export interface ClassicNames {
	/** `let`, `const` and `class`. */
	lexical: ReadonlySet<string>;
	/** `var`, also inside of blocks: properties of the window. */
	vars: ReadonlySet<string>;
	functions: ReadonlySet<string>;
	/** `var` and functions that cannot be properties of the sandbox's window: shared all the same. */
	kept: ReadonlySet<string>;
}

/**
 * Functions of these names stay the script's own: in the sandbox, the window's are fixed. A page seldom means to replace them.
 */
const FIXED =
	/^(?:(?:HTML|SVG|CSS|DOM)\w*|Node|Element|Attr|Document|Text|Comment|Range|Selection|Event|EventTarget|\w+Event|Image|Option|File|Blob|Request|Response|Headers|FormData|Object|Function|Array|Number|Boolean|String|Symbol|Date|RegExp|Map|Set|WeakMap|WeakSet|Promise|Proxy|Error|\w+Error|Animation|Touch|URL|focus|blur|getSelection|getComputedStyle|reportError|addEventListener|removeEventListener|dispatchEvent|parseInt|parseFloat|isNaN|isFinite|escape|unescape)$/;

/** What a window has, and a browser lets a page's `var` replace (HTML, `[Replaceable]`). */
const REPLACED =
	/^(?:self|frames|parent|length|event|origin|screen|performance|devicePixelRatio|(?:inner|outer)(?:Width|Height)|(?:scroll|screen|pageXOff|pageYOff)(?:X|Y|Left|Top|set))$/;

const variables = (node: VariableDeclaration): string[] =>
	node.declarations.flatMap(({ id }) => boundNames(id));

/**
 * The names at the top of a script. `varsIn`: its `var` statements outside of functions. `isTheirs` tells the names that
 * stand in the text as it was written: a compiler's own are nobody else's.
 */
export function classicNames(
	program: Program,
	varsIn: readonly VariableDeclaration[],
	isTheirs: (name: string) => boolean
): ClassicNames {
	const lexical = new Set<string>();
	const functions = new Set<string>();
	const kept = new Set<string>();
	for (const node of program.body) {
		if (node.type === 'VariableDeclaration' && node.kind !== 'var')
			for (const name of variables(node)) lexical.add(name);
		else if (node.type === 'ClassDeclaration') lexical.add(node.id.name);
		else if (node.type === 'FunctionDeclaration') {
			const { name } = node.id;
			(FIXED.test(name) ? kept : functions).add(name);
		}
	}
	for (const names of varsIn.map(variables))
		if (names.some((name) => REPLACED.test(name))) for (const name of names) kept.add(name);
	const theirs = (names: Iterable<string>) => new Set([...names].filter(isTheirs));
	return {
		lexical: theirs(lexical),
		vars: theirs(varsIn.flatMap(variables).filter((name) => !kept.has(name))),
		functions: theirs(functions),
		kept: theirs(kept)
	};
}

/** Names that an assignment, `++` or the head of a loop gives a value to. */
export function assignedNames({ node }: Place): string[] {
	const target = (pattern: AnyNode): string[] => boundNames(pattern as never);
	if (node.type === 'AssignmentExpression') return target(node.left);
	if (node.type === 'UpdateExpression') return target(node.argument);
	if (
		(node.type === 'ForInStatement' || node.type === 'ForOfStatement') &&
		node.left.type !== 'VariableDeclaration'
	)
		return target(node.left);
	return [];
}
