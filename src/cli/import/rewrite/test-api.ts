import ts from 'typescript';
import type { Edits } from './edits.ts';
import { wholeLines } from './edits.ts';
import { declaredNames, isUse, literalText, requiredName, walk, type Syntax } from './syntax.ts';
import { targetOfPackage } from './targets.ts';

/** What Jest calls something → what Vitest calls it. The switched-off forms become the plain ones. */
const VITEST_NAMES: Readonly<Record<string, string>> = {
	describe: 'describe',
	fdescribe: 'describe',
	xdescribe: 'describe',
	it: 'it',
	fit: 'it',
	xit: 'it',
	test: 'test',
	ftest: 'test',
	xtest: 'test',
	expect: 'expect',
	jest: 'vi',
	vi: 'vi',
	vitest: 'vi',
	beforeAll: 'beforeAll',
	beforeEach: 'beforeEach',
	afterAll: 'afterAll',
	afterEach: 'afterEach',
	expectTypeOf: 'expectTypeOf',
	assertType: 'assertType',
	suite: 'suite',
	onTestFinished: 'onTestFinished',
	onTestFailed: 'onTestFailed'
};

/** What stands without import in Jest. */
const GLOBALS = new Set(
	'describe fdescribe xdescribe it fit xit test xtest expect jest beforeAll beforeEach afterAll afterEach vi'.split(
		' '
	)
);

/** One place where the suite uses a function of its test framework. */
export interface ApiUse {
	node: ts.Identifier;
	/** Jest's name, whatever the file calls it. */
	name: string;
}

export interface TestApi {
	uses: readonly ApiUse[];
	/** Vitest's name → what the file calls it. */
	local(name: string): string;
	/** The import of everything used and not removed; empty where nothing is. */
	importLine(edits: Edits): string;
	/** Whether the suite was written for Vitest, whose test functions get a context and no `done`. */
	vitest: boolean;
	refused: string | null;
}

interface Given {
	/** Local name's declaration → Jest's name. */
	declared: Map<ts.Node, string>;
	statements: ts.Statement[];
	vitest: boolean;
	refused: string | null;
}

const fromApi = (specifier: string | null): boolean =>
	specifier !== null && targetOfPackage(specifier).kind === 'api';

/** What a statement `const { test } = require('@jest/globals')` declares. */
function fromRequire(statement: ts.VariableStatement, syntax: Syntax, given: Given): void {
	for (const one of statement.declarationList.declarations) {
		if (!one.initializer || !fromApi(requiredName(one.initializer, syntax))) continue;
		if (!ts.isObjectBindingPattern(one.name) || statement.declarationList.declarations.length > 1) {
			given.refused = 'requires its test framework as a whole object';
			continue;
		}
		given.statements.push(statement);
		for (const element of one.name.elements) {
			const from = element.propertyName ?? element.name;
			if (ts.isIdentifier(from)) given.declared.set(element, from.text);
		}
	}
}

function readGiven(syntax: Syntax): Given {
	const given: Given = { declared: new Map(), statements: [], vitest: false, refused: null };
	for (const statement of syntax.file.statements) {
		if (ts.isVariableStatement(statement)) fromRequire(statement, syntax, given);
		if (!ts.isImportDeclaration(statement)) continue;
		const specifier = literalText(statement.moduleSpecifier);
		if (!fromApi(specifier)) continue;
		given.vitest ||= specifier === 'vitest';
		given.statements.push(statement);
		const { importClause } = statement;
		const bindings = importClause?.namedBindings;
		if (importClause?.name) {
			// `import expect from 'expect'`, and `import jest from 'jest-mock'`-like forms by their name.
			given.declared.set(importClause, importClause.name.text);
		}
		if (!bindings) continue;
		if (ts.isNamespaceImport(bindings)) given.refused = 'imports its test framework as a whole object';
		else for (const one of bindings.elements) given.declared.set(one, (one.propertyName ?? one.name).text);
	}
	return given;
}

/** Finds what a suite uses of its test framework, and chooses names that collide with none of its own. */
export function findTestApi(syntax: Syntax): TestApi {
	const given = readGiven(syntax);
	const uses: ApiUse[] = [];
	let refused = given.refused;
	walk(syntax.file, (node) => {
		if (!ts.isIdentifier(node) || !isUse(node)) return;
		const declarations = syntax.declarationsOf(node);
		const [first] = declarations;
		const name = first ? given.declared.get(first) : GLOBALS.has(node.text) ? node.text : undefined;
		if (name === undefined) return;
		if (name in VITEST_NAMES) uses.push({ node, name });
		else refused ??= `uses ${name} of its test framework, which Vitest does not have`;
	});
	const own = ownNames(syntax, given);
	const locals = new Map<string, string>();
	const local = (name: string): string => {
		const chosen = locals.get(name) ?? freeName(name, own);
		locals.set(name, chosen);
		return chosen;
	};
	return {
		uses,
		local,
		vitest: given.vitest,
		refused,
		importLine(edits) {
			const used = new Set(
				uses.filter(({ node }) => !edits.removes(node.getStart())).map(({ name }) => VITEST_NAMES[name]!)
			);
			const parts = [...used]
				.sort()
				.map((name) => (local(name) === name ? name : `${name} as ${local(name)}`));
			return parts.length === 0 ? '' : `import { ${parts.join(', ')} } from 'vitest';\n`;
		}
	};
}

/** Names that the file declares itself, other than those of the test framework. */
function ownNames(syntax: Syntax, { declared }: Given): Set<string> {
	const own = declaredNames(syntax);
	const given = new Map<string, number>();
	for (const node of declared.keys()) {
		const name = (node as Partial<ts.NamedDeclaration>).name;
		if (name && ts.isIdentifier(name)) given.set(name.text, 0);
	}
	// A name that is given and declared again, as a parameter for example, counts as its own.
	walk(syntax.file, (node) => {
		const name = (node as Partial<ts.NamedDeclaration>).name;
		if (name && ts.isIdentifier(name) && given.has(name.text) && !declared.has(node) && !isAccess(node))
			given.set(name.text, 1);
	});
	for (const [name, again] of given) if (again === 0) own.delete(name);
	return own;
}

const isAccess = (node: ts.Node): boolean =>
	ts.isPropertyAccessExpression(node) ||
	ts.isPropertyAssignment(node) ||
	ts.isShorthandPropertyAssignment(node);

function freeName(name: string, own: ReadonlySet<string>): string {
	// `vi.mock` is found and hoisted by these two names only.
	const candidates =
		name === 'vi' ? ['vi', 'vitest'] : [name, `vitest${name.charAt(0).toUpperCase()}${name.slice(1)}`];
	return candidates.find((one) => !own.has(one)) ?? `${name}OfVitest`;
}

/** Renames every use, and takes the old imports away. */
export function renameUses(syntax: Syntax, api: TestApi, edits: Edits): void {
	for (const { node, name } of api.uses) {
		const chosen = api.local(VITEST_NAMES[name]!);
		if (node.text === chosen) continue;
		const text = ts.isShorthandPropertyAssignment(node.parent) ? `${node.text}: ${chosen}` : chosen;
		edits.replace(node.getStart(), node.getEnd(), text);
	}
	for (const statement of readGiven(syntax).statements) {
		const { start, end } = wholeLines(syntax.text, statement.getStart(), statement.getEnd());
		edits.remove(start, end);
	}
}
