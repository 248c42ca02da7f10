import ts from 'typescript';
import { Refused } from '../rewrite/learner-code.ts';
import { stepOf, usedNames } from './learner-module.ts';
import type { Expected, SuiteTest, TestCase } from './suite-writer.ts';

/** A test file of Dodona's judge for JavaScript (github.com/dodona-edu/judge-javascript), read without running it. */
export interface JudgeSuite {
	tests: SuiteTest[];
	/** Functions and values that the file itself declares, as source. */
	given: string;
	/** Names that the tests use and do not declare. */
	uses: Set<string>;
}

const literal = (node: ts.Expression | undefined): string | null =>
	node && ts.isStringLiteralLike(node) ? node.text : null;

/** `judge.test(…)` → `test` and its arguments. */
function judgeCall(node: ts.Statement): { method: string; args: readonly ts.Expression[] } | null {
	if (!ts.isExpressionStatement(node) || !ts.isCallExpression(node.expression)) return null;
	const { expression, arguments: args } = node.expression;
	const isJudge =
		ts.isPropertyAccessExpression(expression) &&
		ts.isIdentifier(expression.expression) &&
		expression.expression.text === 'judge';
	return isJudge ? { method: expression.name.text, args } : null;
}

function testCase(args: readonly ts.Expression[]): TestCase {
	const [code, expectedNode, comparison, ...more] = args;
	const shown = literal(code);
	if (shown === null) throw new Refused('a test of it is no literal text');
	const step = stepOf(shown);
	const thrown = /^exception:\s*([\s\S]*)$/.exec(literal(expectedNode) ?? '')?.[1];
	const expected: Expected = thrown !== undefined ? { throws: thrown.trim() } : {};
	if (thrown === undefined && expectedNode) expected.value = expectedNode.getText();
	if (comparison && comparison.getText() !== 'undefined') {
		expected.decides = { by: comparison.getText(), more: more.map((one) => one.getText()) };
	}
	return { step, expected, shown: shown.trim().replace(/;$/, '') };
}

/**
 * Reads a `tests.js`: each context becomes a test. Throws `Refused` where tests are not written out one by one, because
 * what a loop makes is only known by running it.
 */
export function readJudgeSuite(text: string): JudgeSuite {
	const file = ts.createSourceFile('tests.js', text, ts.ScriptTarget.Latest, true, ts.ScriptKind.JS);
	const contexts: { tab: string; cases: TestCase[] }[] = [];
	const given: string[] = [];
	let tab = '';
	let automatic = true;
	let fresh = true;
	for (const node of file.statements) {
		const call = judgeCall(node);
		if (!call) {
			const declares =
				ts.isFunctionDeclaration(node) || ts.isVariableStatement(node) || ts.isClassDeclaration(node);
			if (declares && !usedNames(node.getText()).has('judge')) given.push(node.getText());
			else if (!ts.isEmptyStatement(node) && !/^['"]use strict['"];?$/.test(node.getText()))
				throw new Refused('its tests are put together by a program');
			continue;
		}
		const [first, second] = call.args;
		if (call.method === 'config') {
			const setting = literal(first);
			if (setting === 'switch-tab') tab = literal(second) ?? '';
			if (setting === 'auto-switch-context') automatic = second?.kind === ts.SyntaxKind.TrueKeyword;
			if (setting === 'switch-context' || setting === 'switch-tab') fresh = true;
		} else if (call.method === 'test') {
			if (automatic || fresh || contexts.length === 0) contexts.push({ tab, cases: [] });
			contexts.at(-1)!.cases.push(testCase(call.args));
			fresh = false;
		} else throw new Refused(`its tests use judge.${call.method}`);
	}
	if (contexts.length === 0) throw new Refused('it has no tests');
	const tests = contexts.map(({ tab: title, cases }) => ({
		name: [title, cases.length === 1 ? cases[0]!.shown : ''].filter((part) => part !== '').join(': '),
		cases
	}));
	const uses = new Set<string>();
	for (const { cases } of tests) {
		for (const { step } of cases) {
			for (const name of usedNames(`${step.before}\n${step.value ?? ''}`)) uses.add(name);
		}
	}
	return { tests, given: given.join('\n\n'), uses };
}
