import ts from 'typescript';
import { Refused } from '../rewrite/learner-code.ts';

/** What a learner's program must declare so that a suite can use it. */
export interface Declared {
	name: string;
	/** An empty declaration of the same form. */
	stub: string;
	/** Where `export ` would stand; null where it stands already. */
	position: number | null;
}

const parse = (text: string): ts.SourceFile =>
	ts.createSourceFile('main.js', text, ts.ScriptTarget.Latest, true, ts.ScriptKind.JS);

const isExported = (node: ts.Statement): boolean =>
	ts.canHaveModifiers(node) &&
	(ts.getModifiers(node) ?? []).some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);

const parametersOf = (node: ts.FunctionLikeDeclaration): string =>
	`(${node.parameters.map((parameter) => parameter.getText()).join(', ')})`;

/** What stands at the top of a program: functions, classes, variables. */
export function declaredIn(text: string): Map<string, Declared> {
	const found = new Map<string, Declared>();
	const file = parse(text);
	for (const node of file.statements) {
		const position = isExported(node) ? null : node.getStart();
		if (ts.isFunctionDeclaration(node) && node.name) {
			const { text: name } = node.name;
			const asynchronous = (ts.getModifiers(node) ?? []).some(
				({ kind }) => kind === ts.SyntaxKind.AsyncKeyword
			);
			const head = `${asynchronous ? 'async ' : ''}function${node.asteriskToken ? '*' : ''} ${name}`;
			found.set(name, { name, stub: `${head}${parametersOf(node)} {}`, position });
		} else if (ts.isClassDeclaration(node) && node.name) {
			const { text: name } = node.name;
			found.set(name, { name, stub: `class ${name} {}`, position });
		} else if (ts.isVariableStatement(node)) {
			for (const { name, initializer } of node.declarationList.declarations) {
				if (!ts.isIdentifier(name)) continue;
				const isFunction =
					initializer && (ts.isArrowFunction(initializer) || ts.isFunctionExpression(initializer));
				const stub = isFunction
					? `function ${name.text}${parametersOf(initializer)} {}`
					: `let ${name.text};`;
				found.set(name.text, { name: name.text, stub, position });
			}
		}
	}
	return found;
}

/** Names that a piece of code uses and does not declare itself; properties are no names. */
export function usedNames(code: string): Set<string> {
	const used = new Set<string>();
	const visit = (node: ts.Node): void => {
		const { parent } = node;
		if (ts.isIdentifier(node)) {
			const property =
				(ts.isPropertyAccessExpression(parent) && parent.name === node) ||
				((ts.isPropertyAssignment(parent) || ts.isMethodDeclaration(parent)) && parent.name === node);
			if (!property) used.add(node.text);
		}
		ts.forEachChild(node, visit);
	};
	visit(parse(code));
	return used;
}

/** A program that also exports these names. Names that it does not declare are declared, empty, at its end. */
export function exporting(
	text: string,
	names: Iterable<string>,
	stubs: ReadonlyMap<string, Declared>
): string {
	const declared = declaredIn(text);
	const positions = new Set<number>();
	const missing: string[] = [];
	for (const name of names) {
		const own = declared.get(name);
		if (own) {
			if (own.position !== null) positions.add(own.position);
		} else missing.push(`export ${stubs.get(name)?.stub ?? `let ${name};`}`);
	}
	let result = text;
	for (const at of [...positions].sort((a, b) => b - a))
		result = `${result.slice(0, at)}export ${result.slice(at)}`;
	return [result.trimEnd(), ...missing].filter((part) => part !== '').join('\n\n') + '\n';
}

/** One step of a test: code, and whether its last statement gives a value. */
export interface Step {
	/** Statements that come before the value; may be empty. */
	before: string;
	/** The expression that gives the value; null where there is none. */
	value: string | null;
}

/** `a(); b(2);` → before `a();`, value `b(2)`. Throws `Refused` for what is no JavaScript. */
export function stepOf(code: string): Step {
	const file = parse(code) as ts.SourceFile & { parseDiagnostics?: readonly unknown[] };
	if ((file.parseDiagnostics ?? []).length > 0)
		throw new Refused(`"${code.slice(0, 60)}" in its tests is no JavaScript`);
	const last = file.statements.at(-1);
	if (!last || !ts.isExpressionStatement(last)) return { before: code.trim(), value: null };
	return { before: code.slice(0, last.getStart()).trim(), value: last.expression.getText() };
}
