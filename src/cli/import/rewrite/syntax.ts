import ts from 'typescript';

/** A source file as a tree, with what its names mean in it. Nothing but the file itself is looked at. */
export interface Syntax {
	text: string;
	file: ts.SourceFile;
	/** What does not parse, with its line; null where all does. */
	broken: string | null;
	/** Where a name is declared in the file; empty for a global one. */
	declarationsOf(name: ts.Identifier): readonly ts.Declaration[];
}

const OPTIONS: ts.CompilerOptions = {
	allowJs: true,
	noLib: true,
	noResolve: true,
	target: ts.ScriptTarget.ESNext,
	module: ts.ModuleKind.ESNext,
	types: []
};

/** Reads JavaScript or TypeScript, by the path's extension. Never throws for what a text holds. */
export function readSyntax(path: string, text: string): Syntax {
	const name = `/${path.replace(/\.cjs$/, '.js').replace(/\.mjs$/, '.js')}`;
	const file = ts.createSourceFile(name, text, ts.ScriptTarget.ESNext, true);
	const host: ts.CompilerHost = {
		getSourceFile: (asked) => (asked === name ? file : undefined),
		fileExists: (asked) => asked === name,
		readFile: () => undefined,
		getDefaultLibFileName: () => '',
		writeFile() {},
		getCurrentDirectory: () => '/',
		getCanonicalFileName: (asked) => asked,
		useCaseSensitiveFileNames: () => true,
		getNewLine: () => '\n'
	};
	// Made when the first name is asked for: most files are only looked through.
	let program: ts.Program | undefined;
	const opened = (): ts.Program => (program ??= ts.createProgram([name], OPTIONS, host));
	return {
		text,
		file,
		get broken() {
			const [first] = opened().getSyntacticDiagnostics(file);
			if (!first) return null;
			const { line } = file.getLineAndCharacterOfPosition(first.start);
			return `line ${line + 1}: ${ts.flattenDiagnosticMessageText(first.messageText, ' ')}`;
		},
		declarationsOf(identifier) {
			const checker = opened().getTypeChecker();
			const symbol = ts.isShorthandPropertyAssignment(identifier.parent)
				? checker.getShorthandAssignmentValueSymbol(identifier.parent)
				: checker.getSymbolAtLocation(identifier);
			// `module`, `exports` and `require` are declared by the file itself in the eyes of TypeScript.
			return (symbol?.declarations ?? []).filter((one) => !ts.isSourceFile(one));
		}
	};
}

/** Calls `visit` for each node, outer ones first, in the order of the text. */
export function walk(node: ts.Node, visit: (node: ts.Node) => void): void {
	visit(node);
	ts.forEachChild(node, (child) => walk(child, visit));
}

/** Whether the name stands for a value that is read or called here, and is not a property's or a declaration's. */
export function isUse(node: ts.Identifier): boolean {
	const { parent } = node;
	if (ts.isPropertyAccessExpression(parent)) return parent.expression === node;
	if (ts.isShorthandPropertyAssignment(parent)) return parent.name === node;
	if (ts.isPropertyAssignment(parent)) return parent.initializer === node;
	if (ts.isBindingElement(parent) || ts.isVariableDeclaration(parent) || ts.isParameter(parent))
		return parent.initializer === node;
	if (ts.isPropertyDeclaration(parent) || ts.isEnumMember(parent)) return parent.initializer === node;
	if (ts.isExportSpecifier(parent)) return (parent.propertyName ?? parent.name) === node;
	const names =
		ts.isFunctionLike(parent) ||
		ts.isClassLike(parent) ||
		ts.isImportClause(parent) ||
		ts.isImportSpecifier(parent) ||
		ts.isNamespaceImport(parent) ||
		ts.isLabeledStatement(parent) ||
		ts.isBreakOrContinueStatement(parent) ||
		ts.isQualifiedName(parent) ||
		ts.isTypeNode(parent) ||
		ts.isMetaProperty(parent) ||
		ts.isTypeAliasDeclaration(parent) ||
		ts.isInterfaceDeclaration(parent) ||
		ts.isTypeParameterDeclaration(parent);
	// An arrow's body is a use, its name is none.
	return names ? ts.isArrowFunction(parent) && parent.body === node : true;
}

/** Uses of names that the file does not declare, by name. */
export function globalUses({ file, declarationsOf }: Syntax): Map<string, ts.Identifier[]> {
	const uses = new Map<string, ts.Identifier[]>();
	walk(file, (node) => {
		if (!ts.isIdentifier(node) || !isUse(node) || declarationsOf(node).length > 0) return;
		uses.set(node.text, [...(uses.get(node.text) ?? []), node]);
	});
	return uses;
}

/** Every name that the file declares somewhere. */
export function declaredNames({ file }: Syntax): Set<string> {
	const names = new Set<string>();
	walk(file, (node) => {
		const name = (node as Partial<ts.NamedDeclaration>).name;
		const declares =
			ts.isVariableDeclaration(node) ||
			ts.isParameter(node) ||
			ts.isBindingElement(node) ||
			ts.isFunctionLike(node) ||
			ts.isClassLike(node) ||
			ts.isImportClause(node) ||
			ts.isImportSpecifier(node) ||
			ts.isNamespaceImport(node);
		if (declares && name && ts.isIdentifier(name)) names.add(name.text);
	});
	return names;
}

/** The text of a plain string or of a template without values; null for anything else. */
export const literalText = (node: ts.Node | undefined): string | null =>
	node && ts.isStringLiteralLike(node) ? node.text : null;

/** `require('x')` with a plain text → "x"; null for anything else. */
export function requiredName(node: ts.Node, syntax: Syntax): string | null {
	if (!ts.isCallExpression(node) || !ts.isIdentifier(node.expression)) return null;
	if (node.expression.text !== 'require' || syntax.declarationsOf(node.expression).length > 0) return null;
	return literalText(node.arguments[0]);
}

/** What a file names to import: in import and export declarations, `import()` and `require()`. */
export function importedNames(syntax: Syntax): string[] {
	const names = new Set<string>();
	walk(syntax.file, (node) => {
		let name: string | null = null;
		if (ts.isImportDeclaration(node))
			name = node.importClause?.isTypeOnly ? null : literalText(node.moduleSpecifier);
		else if (ts.isExportDeclaration(node)) name = literalText(node.moduleSpecifier);
		else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
			name = literalText(node.arguments[0]);
		else name = requiredName(node, syntax);
		if (name !== null) names.add(name);
	});
	return [...names];
}

/** Whether a module's exports are an object that it assigns (`module.exports`), or declared. `none`: it has none. */
export type ModuleShape = 'commonjs' | 'module' | 'none';

export function moduleShape(syntax: Syntax): ModuleShape {
	const declared = syntax.file.statements.some(
		(one) =>
			ts.isImportDeclaration(one) ||
			ts.isExportDeclaration(one) ||
			ts.isExportAssignment(one) ||
			(ts.canHaveModifiers(one) &&
				ts.getModifiers(one)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) === true)
	);
	if (declared) return 'module';
	let assigned = false;
	walk(syntax.file, (node) => {
		if (!ts.isPropertyAccessExpression(node) || !ts.isIdentifier(node.expression)) return;
		const { text } = node.expression;
		assigned ||= text === 'exports' || (text === 'module' && node.name.text === 'exports');
	});
	return assigned ? 'commonjs' : 'none';
}
