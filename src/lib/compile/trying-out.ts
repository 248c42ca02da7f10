import type { ExportDefaultDeclaration, ModuleDeclaration, Program, Statement } from 'acorn';
import { boundNames, freeNames } from './scopes.ts';

type TopLevel = Statement | ModuleDeclaration;

/** Names of a statement that are declared elsewhere: what it asks for when it runs, now or later. */
const namesIn = (statement: TopLevel): Set<string> =>
	new Set(freeNames(statement, () => {}).map(({ node }) => node.name));

const declared = (statement: TopLevel): string[] => {
	if (statement.type === 'VariableDeclaration')
		return statement.declarations.flatMap(({ id }) => boundNames(id));
	const named = statement.type === 'FunctionDeclaration' || statement.type === 'ClassDeclaration';
	return named ? [statement.id.name] : [];
};

function defaultName({ declaration }: ExportDefaultDeclaration): string[] {
	if (declaration.type === 'Identifier') return [declaration.name];
	return 'id' in declaration && declaration.id ? [declaration.id.name] : [];
}

/** What a module gives to others, by its own names for it. */
function exportedNames({ body }: Program): Set<string> {
	return new Set(
		body.flatMap((statement): string[] => {
			if (statement.type === 'ExportDefaultDeclaration') return defaultName(statement);
			if (statement.type !== 'ExportNamedDeclaration' || statement.source) return [];
			if (statement.declaration) return declared(statement.declaration);
			return statement.specifiers.flatMap(({ local }) => (local.type === 'Identifier' ? [local.name] : []));
		})
	);
}

/**
 * The statements at the top of a module that only try out what it exports, such as `console.log(total([2, 3]));`, and
 * the variables that only they use. Whoever imports the module does not ask for them. None in a program that exports
 * nothing: there the calls are the work.
 */
export function tryingOut(program: Program): TopLevel[] {
	const exported = exportedNames(program);
	const names = new Map(program.body.map((statement) => [statement, namesIn(statement)]));
	const asksFor = (statement: TopLevel, wanted: Iterable<string>): boolean =>
		[...wanted].some((name) => names.get(statement)?.has(name));
	const found = new Set(
		program.body.filter(
			(statement) =>
				statement.type === 'ExpressionStatement' &&
				statement.expression.type === 'CallExpression' &&
				asksFor(statement, exported)
		)
	);
	// From the last to the first: a variable may be there for another one.
	for (const statement of program.body.toReversed()) {
		if (statement.type !== 'VariableDeclaration') continue;
		const own = declared(statement).filter((name) => !exported.has(name));
		const askers = program.body.filter((other) => other !== statement && asksFor(other, own));
		if (
			own.length === declared(statement).length &&
			askers.length > 0 &&
			askers.every((one) => found.has(one))
		)
			found.add(statement);
	}
	return [...found];
}
