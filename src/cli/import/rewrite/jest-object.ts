import ts from 'typescript';
import type { Edits } from './edits.ts';
import { enclosingRun, makeAsync } from './enclosing.ts';
import { literalText, walk, type Syntax } from './syntax.ts';
import type { Target } from './targets.ts';
import type { TestApi } from './test-api.ts';

/** What `jest` and `vi` share. */
const SAME = new Set(
	'fn spyOn mock unmock doMock doUnmock clearAllMocks resetAllMocks restoreAllMocks resetModules useFakeTimers useRealTimers advanceTimersByTime advanceTimersByTimeAsync advanceTimersToNextTimer advanceTimersToNextTimerAsync advanceTimersToNextFrame runAllTimers runAllTimersAsync runAllTicks runOnlyPendingTimers runOnlyPendingTimersAsync clearAllTimers getTimerCount setSystemTime getRealSystemTime isMockFunction mocked'.split(
		' '
	)
);

const RENAMED: Readonly<Record<string, string>> = {
	dontMock: 'doUnmock',
	unstable_mockModule: 'doMock',
	runTimersToTime: 'advanceTimersByTime',
	requireActual: 'importActual',
	requireMock: 'importMock'
};

/** Options of `useFakeTimers` that Vitest has, by its name for them. */
const TIMER_OPTIONS: Readonly<Record<string, string>> = { now: 'now', advanceTimers: 'shouldAdvanceTime' };

const MODULE_CALLS = new Set('mock unmock doMock doUnmock importActual importMock'.split(' '));

interface JestCall {
	/** Jest's name. */
	name: string;
	member: ts.MemberName;
	call: ts.CallExpression;
}

/** `jest.useFakeTimers().setSystemTime(0)`: both calls, where the first one gives `jest` back. */
function callsOf(node: ts.Identifier): JestCall[] {
	const calls: JestCall[] = [];
	let at: ts.Expression = node;
	for (;;) {
		const access: ts.Node = at.parent;
		if (!ts.isPropertyAccessExpression(access) || access.expression !== at) return calls;
		const call: ts.Node = access.parent;
		if (!ts.isCallExpression(call) || call.expression !== access) return calls;
		const name = access.name.text;
		calls.push({ name, member: access.name, call });
		if (!/^(?:use(?:Fake|Real)Timers|setSystemTime|(?:un|do|dont)?[mM]ock|resetModules)$/.test(name))
			return calls;
		at = call;
	}
}

/** Names that a default import takes the module under. */
function importsDefault(syntax: Syntax, specifier: string): boolean {
	return syntax.file.statements.some(
		(one) =>
			ts.isImportDeclaration(one) &&
			literalText(one.moduleSpecifier) === specifier &&
			one.importClause?.name !== undefined
	);
}

/** Vitest wants an object of exports from a factory; Jest takes what `require` gives, also a function. */
function fitFactory(factory: ts.Expression, target: Target, byDefault: boolean, edits: Edits): void {
	const given = ts.isArrowFunction(factory) && !ts.isBlock(factory.body) ? factory.body : null;
	const literal = given && ts.isParenthesizedExpression(given) ? given.expression : given;
	const names =
		literal && ts.isObjectLiteralExpression(literal)
			? literal.properties.map((one) => one.name?.getText() ?? '')
			: null;
	const named = names?.some((name) => name === 'default' || name === '__esModule') === true;
	const commonjs = target.kind === 'learner' && target.shape !== 'module';
	if (named || (names && !byDefault && !commonjs)) return;
	if (!names && given === null && !byDefault && !commonjs) return;
	edits.insert(factory.getStart(), '() => { const made = (');
	edits.insert(
		factory.getEnd(),
		")(); return typeof made === 'object' && made !== null ? { default: made, ...made } : { default: made }; }"
	);
}

function moduleCall(
	{ name, call }: JestCall,
	syntax: Syntax,
	resolve: (specifier: string) => Target,
	edits: Edits
): string | null {
	const [named, factory, options] = call.arguments;
	const specifier = literalText(named);
	if (specifier === null || !named) return `calls jest.${name} with a computed name`;
	const target = resolve(specifier);
	if (target.kind === 'refused') return target.reason;
	if (target.kind !== 'learner')
		return `replaces ${specifier} with jest.${name}; only the learner's files can be`;
	if (options) return `uses jest.${name} with options`;
	edits.replace(named.getStart(), named.getEnd(), `'${target.specifier}'`);
	if (factory && (name === 'mock' || name === 'doMock'))
		fitFactory(factory, target, importsDefault(syntax, specifier), edits);
	if (name !== 'requireActual' && name !== 'requireMock') return null;
	const around = enclosingRun(call);
	if (around === 'elsewhere') return `calls jest.${name} in a function that cannot wait`;
	makeAsync(around, edits);
	edits.insert(call.getStart(), '(await ');
	edits.insert(call.getEnd(), ')');
	return null;
}

function fakeTimers({ call }: JestCall, edits: Edits): string | null {
	const [options] = call.arguments;
	if (!options) return null;
	if (ts.isStringLiteralLike(options)) {
		edits.remove(options.getStart(), options.getEnd());
		return null;
	}
	if (!ts.isObjectLiteralExpression(options)) return null;
	for (const property of options.properties) {
		const name = property.name?.getText() ?? '';
		const ours = TIMER_OPTIONS[name];
		if (ours === undefined) return `uses jest.useFakeTimers with ${name || 'options'}`;
		if (property.name && ours !== name) edits.replace(property.name.getStart(), property.name.getEnd(), ours);
	}
	return null;
}

/** A mock that a factory uses must be made before it, and Vitest lifts the factory above everything. */
function hoistMockFunctions(syntax: Syntax, api: TestApi, edits: Edits): void {
	const factories: string[] = [];
	for (const { node, name } of api.uses) {
		if (name !== 'jest') continue;
		for (const one of callsOf(node)) {
			const factory = one.name === 'mock' ? one.call.arguments[1] : undefined;
			if (!factory) continue;
			walk(factory, (inner) => void (ts.isIdentifier(inner) && factories.push(inner.text)));
		}
	}
	const used = new Set(factories);
	for (const statement of syntax.file.statements) {
		if (!ts.isVariableStatement(statement)) continue;
		for (const { name, initializer } of statement.declarationList.declarations) {
			if (!ts.isIdentifier(name) || !initializer || !used.has(name.text) || !/^mock/i.test(name.text))
				continue;
			edits.insert(initializer.getStart(), `${api.local('vi')}.hoisted(() => (`);
			edits.insert(initializer.getEnd(), '))');
		}
	}
}

/** `jest.` → `vi.`, with what differs. Gives why it cannot be done, or null. */
export function rewriteJestObject(
	syntax: Syntax,
	api: TestApi,
	resolve: (specifier: string) => Target,
	edits: Edits
): string | null {
	for (const { node, name } of api.uses) {
		if (name !== 'jest') continue;
		for (const one of callsOf(node)) {
			if (one.name === 'now') {
				edits.replace(one.call.getStart(), one.call.getEnd(), 'Date.now()');
				continue;
			}
			if (one.name === 'setTimeout') {
				// The time limit of the exercise decides.
				const { parent } = one.call;
				const whole = ts.isExpressionStatement(parent) ? parent : one.call;
				if (whole === parent) edits.remove(whole.getStart(), whole.getEnd());
				else edits.replace(whole.getStart(), whole.getEnd(), 'undefined');
				continue;
			}
			const ours = RENAMED[one.name] ?? (SAME.has(one.name) ? one.name : undefined);
			if (ours === undefined) return `uses jest.${one.name}, which Vitest does not have`;
			if (ours !== one.name) edits.replace(one.member.getStart(), one.member.getEnd(), ours);
			const problem = MODULE_CALLS.has(ours)
				? moduleCall(one, syntax, resolve, edits)
				: ours === 'useFakeTimers'
					? fakeTimers(one, edits)
					: null;
			if (problem) return problem;
		}
	}
	hoistMockFunctions(syntax, api, edits);
	return null;
}
