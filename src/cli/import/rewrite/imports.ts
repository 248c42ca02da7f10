import ts from 'typescript';
import type { Edits } from './edits.ts';
import { enclosingRun, makeAsync } from './enclosing.ts';
import { declaredNames, literalText, requiredName, walk, type Syntax } from './syntax.ts';
import type { Target } from './targets.ts';

/** What became of the imports of a file. */
export interface RewrittenImports {
	/** Imports to be added at the top, a line each. */
	lines: string;
	node: boolean;
	refused: string | null;
}

const quoted = (specifier: string): string => `'${specifier}'`;

/** "../start/lib/two-fer.js" → "twoFer": a name for what is imported from it. */
function nameFor(specifier: string, taken: Set<string>): string {
	const base =
		specifier
			.split('/')
			.at(-1)
			?.replace(/\.\w+$/, '') ?? '';
	const plain = base
		.replace(/[^A-Za-z0-9]+(.)?/g, (_, next: string | undefined) => next?.toUpperCase() ?? '')
		.replace(/^[^A-Za-z]+/, '');
	const stem = `${plain || 'required'}Module`;
	let name = stem;
	for (let count = 2; taken.has(name); count++) name = `${stem}${count}`;
	taken.add(name);
	return name;
}

/** `const x = require('./x')` or `const { a, b: c } = require('./x')` as the one declaration of a statement of the file. */
function simpleRequire(call: ts.Node): { statement: ts.VariableStatement; names: ts.BindingName } | null {
	const declaration = call.parent;
	if (!ts.isVariableDeclaration(declaration) || declaration.initializer !== call) return null;
	const list = declaration.parent;
	if (!ts.isVariableDeclarationList(list)) return null;
	const statement = list.parent;
	if (!ts.isVariableStatement(statement) || !ts.isSourceFile(statement.parent)) return null;
	if (list.declarations.length !== 1 || !(list.flags & ts.NodeFlags.Const)) return null;
	return { statement, names: declaration.name };
}

/** `{ a, b: c }` → `{ a, b as c }`; null for what an import cannot say. */
function importClause(names: ts.BindingName): string | null {
	if (!ts.isObjectBindingPattern(names)) return null;
	const parts: string[] = [];
	for (const { name, propertyName, dotDotDotToken, initializer } of names.elements) {
		if (dotDotDotToken || initializer || !ts.isIdentifier(name)) return null;
		if (propertyName && !ts.isIdentifier(propertyName)) return null;
		parts.push(propertyName ? `${propertyName.text} as ${name.text}` : name.text);
	}
	return `{ ${parts.join(', ')} }`;
}

/** What a module of the learner gives to `require`, said of its namespace. */
const asRequired = (namespace: string, shape: Extract<Target, { kind: 'learner' }>['shape']): string =>
	shape === 'module'
		? namespace
		: shape === 'commonjs'
			? `${namespace}.default`
			: `(${namespace}.default ?? ${namespace})`;

/** `require` of files and of Node's modules becomes `import`, so that mocks work and every engine can load it. */
export function rewriteImports(
	syntax: Syntax,
	resolve: (specifier: string) => Target,
	/** Whether modules are forgotten while the suite runs: then a `require` in a test loads anew. */
	resetsModules: boolean,
	edits: Edits
): RewrittenImports {
	const taken = declaredNames(syntax);
	const result: RewrittenImports = { lines: '', node: false, refused: null };
	const hoisted = new Map<string, string>();

	function follow(specifier: string): Target | null {
		const target = resolve(specifier);
		if (target.kind === 'refused') result.refused ??= target.reason;
		if (target.kind === 'node') result.node = true;
		return target.kind === 'refused' || target.kind === 'api' ? null : target;
	}

	function hoist(target: Extract<Target, { specifier: string }>): string {
		const known = hoisted.get(target.specifier);
		if (known !== undefined) return known;
		const name = nameFor(target.specifier, taken);
		const whole = target.kind === 'learner' && target.shape !== 'commonjs';
		result.lines += `import ${whole ? '* as ' : ''}${name} from ${quoted(target.specifier)};\n`;
		const expression =
			target.kind === 'learner' && target.shape !== 'commonjs' ? asRequired(name, target.shape) : name;
		hoisted.set(target.specifier, expression);
		return expression;
	}

	function rewriteRequire(call: ts.CallExpression, specifier: string): void {
		const target = follow(specifier);
		if (!target || !('specifier' in target)) return;
		const argument = call.arguments[0]!;
		if (target.kind === 'suite') {
			edits.replace(argument.getStart(), argument.getEnd(), quoted(target.specifier));
			return;
		}
		const simple = simpleRequire(call);
		const clause = simple && importClause(simple.names);
		const mixed = target.kind === 'learner' && (target.shape === 'mixed' || target.shape === 'none');
		const identifier = simple && ts.isIdentifier(simple.names) ? simple.names.text : null;
		const whole = target.kind === 'learner' && target.shape === 'module' ? '* as ' : '';
		if (simple && !mixed && (clause ?? identifier) !== null) {
			const { statement } = simple;
			const text = `import ${clause ?? `${whole}${identifier}`} from ${quoted(target.specifier)};`;
			edits.replace(statement.getStart(), statement.getEnd(), text);
			return;
		}
		const around = enclosingRun(call);
		if (target.kind === 'learner' && resetsModules && around !== 'file') {
			if (around === 'elsewhere') {
				result.refused ??= `requires ${specifier} anew in a function that cannot wait`;
				return;
			}
			makeAsync(around, edits);
			const text = `(await import(${quoted(target.specifier)}))`;
			const given =
				target.shape === 'module'
					? text
					: target.shape === 'commonjs'
						? `${text}.default`
						: `(await import(${quoted(target.specifier)}).then((loaded) => loaded.default ?? loaded))`;
			edits.replace(call.getStart(), call.getEnd(), given);
			return;
		}
		edits.replace(call.getStart(), call.getEnd(), hoist(target));
	}

	function replaceSpecifier(node: ts.Expression | undefined): void {
		const specifier = literalText(node);
		if (!node || specifier === null) return;
		const target = follow(specifier);
		if (target && 'specifier' in target && target.specifier !== specifier)
			edits.replace(node.getStart(), node.getEnd(), quoted(target.specifier));
	}

	walk(syntax.file, (node) => {
		if (ts.isImportDeclaration(node)) {
			if (!node.importClause?.isTypeOnly) replaceSpecifier(node.moduleSpecifier);
		} else if (ts.isExportDeclaration(node)) replaceSpecifier(node.moduleSpecifier);
		else if (ts.isCallExpression(node)) {
			const required = requiredName(node, syntax);
			if (required !== null) rewriteRequire(node, required);
			else if (node.expression.kind === ts.SyntaxKind.ImportKeyword) {
				if (literalText(node.arguments[0]) === null) result.refused ??= 'imports a file with a computed name';
				else replaceSpecifier(node.arguments[0]);
			}
		}
	});
	return result;
}
