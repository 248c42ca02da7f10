import { isJson, type Json } from '../read/collection.ts';
import { Refused } from '../rewrite/learner-code.ts';
import { stepOf, usedNames } from './learner-module.ts';
import type { Launch, SuiteTest, TestCase } from './suite-writer.ts';
import { toJavaScript } from './tested-expression.ts';

/** A plan of Dodona's judge TESTed: calls of what the program declares, or starts of the program. */
export type TestedPlan =
	{ kind: 'calls'; tests: SuiteTest[]; uses: Set<string> } | { kind: 'launches'; launches: Launch[] };

/** Fields of a test case that are understood; the others are reasons to refuse. */
const KNOWN = new Set(
	'description statement expression stdin arguments return stdout stderr exception exit_code'.split(' ')
);
/** Fields that change nothing about what is right. */
const HARMLESS = new Set(
	'tab unit name hidden context description testcases contexts cases scripts script tabs units language namespace'.split(
		' '
	)
);

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
const scalar = (value: unknown): string | null =>
	['string', 'number', 'boolean'].includes(typeof value) ? String(value) : null;

function objectsIn(value: unknown): Json[] {
	return listOf(value).map((one) => {
		if (!isJson(one)) throw new Refused('its plan has a part that is no object');
		return one;
	});
}

function onlyKnown(part: Json): void {
	const strange = Object.keys(part).find((name) => !HARMLESS.has(name));
	if (strange !== undefined) throw new Refused(`its plan uses "${strange}"`);
}

/** Expected output: a text, or an object that holds one. */
function outputOf(value: unknown, field: string): string | null {
	if (value === undefined || value === null) return null;
	const text = scalar(value);
	if (text !== null) return text;
	const data =
		isJson(value) && Object.keys(value).every((name) => name === 'data') ? scalar(value.data) : null;
	if (data === null) throw new Refused(`its plan compares ${field} in its own way`);
	return data;
}

function caseCode(part: Json, language: unknown): string | null {
	const source = part.expression ?? part.statement;
	if (source === undefined) return null;
	if (isJson(source)) {
		const own = source.javascript;
		if (typeof own !== 'string') throw new Refused('its plan has no code for JavaScript');
		return own;
	}
	if (typeof source !== 'string') throw new Refused('its plan has an expression that is no text');
	return language === 'javascript' ? source : toJavaScript(source);
}

function callCase(part: Json, code: string): TestCase {
	const step = stepOf(code);
	const expected: TestCase['expected'] = {};
	if (part.return !== undefined) {
		if (isJson(part.return) && ('oracle' in part.return || 'value' in part.return))
			throw new Refused('its plan decides with a program of its own ("oracle")');
		expected.value = JSON.stringify(part.return);
	}
	const printed = outputOf(part.stdout, 'stdout');
	if (printed !== null) expected.printed = printed;
	if (part.exception !== undefined) {
		const message = isJson(part.exception) ? part.exception.message : part.exception;
		if (typeof message !== 'string') throw new Refused('its plan expects an exception without a message');
		expected.throws = message;
	}
	if (printed !== null && part.return !== undefined)
		throw new Refused('its plan compares what one call prints and what it gives');
	return { step, expected, shown: code.trim().replace(/;$/, '') };
}

const launchOf = (part: Json, tab: string): Launch => {
	const args = listOf(part.arguments).map((one) => scalar(one) ?? '');
	const input = part.stdin === undefined ? null : scalar(part.stdin);
	if (part.stdin !== undefined && input === null)
		throw new Refused('its plan reads what is typed from a file');
	const typed = [...args, ...(input === null ? [] : [JSON.stringify(input)])].join(' ');
	return {
		name: [tab, typed].filter((one) => one !== '').join(': '),
		input,
		args,
		output: outputOf(part.stdout, 'stdout'),
		errors: outputOf(part.stderr, 'stderr'),
		exitCode: typeof part.exit_code === 'number' ? part.exit_code : null
	};
};

/** Contexts of a tab: given, or one for each of its test cases. */
function contextsOf(tab: Json): Json[] {
	const given = tab.contexts ?? tab.cases;
	if (given !== undefined) return objectsIn(given);
	return objectsIn(tab.testcases ?? tab.scripts).map((one) => ({ testcases: [one] }));
}

/** Reads a plan that was parsed already. Throws `Refused` with the name of what is not supported. */
export function readTestedPlan(plan: unknown): TestedPlan {
	const root: Json = isJson(plan) ? plan : { tabs: plan };
	onlyKnown(root);
	const tests: SuiteTest[] = [];
	const launches: Launch[] = [];
	const uses = new Set<string>();
	for (const tab of objectsIn(root.tabs ?? root.units)) {
		onlyKnown(tab);
		const title = scalar(tab.tab ?? tab.unit ?? tab.name) ?? '';
		for (const context of contextsOf(tab)) {
			onlyKnown(context);
			const cases: TestCase[] = [];
			for (const part of objectsIn(context.testcases ?? context.script)) {
				const strange = Object.keys(part).find((name) => !KNOWN.has(name));
				if (strange !== undefined) throw new Refused(`its plan uses "${strange}"`);
				const code = caseCode(part, root.language);
				if (code === null) launches.push(launchOf(part, title));
				else cases.push(callCase(part, code));
			}
			if (cases.length === 0) continue;
			const name = [title, cases.length === 1 ? cases[0]!.shown : (scalar(context.context) ?? '')];
			tests.push({ name: name.filter((one) => one !== '').join(': '), cases });
			for (const { step } of cases) {
				for (const used of usedNames(`${step.before}\n${step.value ?? ''}`)) uses.add(used);
			}
		}
	}
	if (tests.length > 0 && launches.length > 0)
		throw new Refused('its plan both starts the program and calls it');
	if (tests.length + launches.length === 0) throw new Refused('its plan has no test case');
	return tests.length > 0 ? { kind: 'calls', tests, uses } : { kind: 'launches', launches };
}
