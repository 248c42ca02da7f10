import type { FileMap } from '../../../lib/contract/exercise.ts';
import { PRINTED } from '../workshopper/printed.ts';
import type { Step } from './learner-module.ts';

/** What is expected after a step; sources of JavaScript. */
export interface Expected {
	/** The value of the step. */
	value?: string;
	/** A call that decides instead of equality: source of the function, sources of its arguments after expected and received. */
	decides?: { by: string; more: readonly string[] };
	/** What is printed, without spaces at the ends. */
	printed?: string;
	/** What the step throws: the error's message, or name and message. */
	throws?: string;
}

export interface TestCase {
	step: Step;
	expected: Expected;
	/** As a learner would read it. */
	shown: string;
}

/** One test: its steps share their variables, and see the program started anew. */
export interface SuiteTest {
	name: string;
	cases: readonly TestCase[];
}

const LOAD = `
async function load() {
	vi.resetModules();
	return import('../start/main.js');
}
`;
const PRINTING = `
async function printing(run) {
	const lines = [];
	const spies = ['log', 'info', 'debug'].map((method) =>
		vi.spyOn(console, method).mockImplementation((...args) => void lines.push(printed(args)))
	);
	try {
		await run();
	} finally {
		for (const spy of spies) spy.mockRestore();
	}
	return lines.join('\\n').trim();
}
`;
const THROWING = `
async function thrownBy(run) {
	try {
		await run();
	} catch (error) {
		return [String(error?.message ?? error), String(error)];
	}
	return [];
}
`;

const text = (value: string): string => JSON.stringify(value);

function caseSource({ step, expected, shown }: TestCase): string[] {
	const lines = step.before === '' ? [] : [step.before.endsWith(';') ? step.before : `${step.before};`];
	const note = (what: string): string => text(what.replace(/\s+/g, ' '));
	const value = step.value ?? 'undefined';
	if (expected.throws !== undefined) {
		lines.push(
			`expect(await thrownBy(() => ${value}), ${note(`${shown} must throw: ${expected.throws}`)}).toContain(${text(expected.throws)});`
		);
	} else if (expected.printed !== undefined) {
		lines.push(
			`expect(await printing(() => ${value}), ${note(`Look at what ${shown} prints, line by line.`)}).toBe(${text(expected.printed.trim())});`
		);
	} else if (expected.decides) {
		const { by, more } = expected.decides;
		const args = [expected.value ?? 'undefined', value, ...more].join(', ');
		lines.push(
			`expect(Boolean(${by}(${args})), ${note(`${shown} gives something that is not right.`)}).toBe(true);`
		);
	} else if (expected.value !== undefined && step.value !== null) {
		lines.push(`expect(${value}, ${note(`Look at what ${shown} gives.`)}).toEqual(${expected.value});`);
	} else if (step.value !== null) lines.push(`${step.value};`);
	return lines;
}

/** Vitest writes `>` between groups and tests; two tests need two names. */
function uniqueNames(names: readonly string[]): string[] {
	const counts = new Map<string, number>();
	return names.map((name) => {
		const plain = name.replace(/\s+/g, ' ').trim().slice(0, 100) || 'works';
		const count = (counts.get(plain) ?? 0) + 1;
		counts.set(plain, count);
		return count === 1 ? plain : `${plain} (${count})`;
	});
}

/** The suite that calls what a program exports. `given`: functions of the original suite, as source. */
export function callingSuite(tests: readonly SuiteTest[], exported: readonly string[], given = ''): FileMap {
	const all = tests.flatMap(({ cases }) => cases);
	const prints = all.some(({ expected }) => expected.throws === undefined && expected.printed !== undefined);
	const throws = all.some(({ expected }) => expected.throws !== undefined);
	const names = uniqueNames(tests.map(({ name }) => name));
	const bodies = tests.map(({ cases }, index) => {
		const lines = [`const { ${exported.join(', ')} } = await load();`, ...cases.flatMap(caseSource)];
		return `test(${text(names[index]!)}, async () => {\n\t${lines.join('\n\t')}\n});\n`;
	});
	const source = [
		`import { expect, test, vi } from 'vitest';${prints ? "\nimport { printed } from './printed.js';" : ''}`,
		given.trim(),
		LOAD.trim(),
		prints ? PRINTING.trim() : '',
		throws ? THROWING.trim() : '',
		...bodies
	];
	const suite = { 'tests/main.test.js': source.filter((part) => part !== '').join('\n\n') };
	return prints ? { ...suite, 'tests/printed.js': PRINTED } : suite;
}

/** One start of a program. */
export interface Launch {
	name: string;
	input: string | null;
	args: readonly string[];
	output: string | null;
	errors: string | null;
	exitCode: number | null;
}

/** The suite that starts a program with arguments and what is typed. */
export function launchingSuite(launches: readonly Launch[]): FileMap {
	const names = uniqueNames(launches.map(({ name }) => name));
	const bodies = launches.map(({ input, args, output, errors, exitCode }, index) => {
		const options = { args, ...(input === null ? {} : { input }) };
		const lines = [`const done = await runProgram('main.js', ${JSON.stringify(options)});`];
		if (output !== null)
			lines.push(
				`expect(done.output.trim(), "Look at what the program prints, line by line.").toBe(${text(output.trim())});`
			);
		if (errors !== null)
			lines.push(
				`expect(done.errors.trim(), "Look at what the program writes with console.error.").toBe(${text(errors.trim())});`
			);
		if (exitCode !== null)
			lines.push(
				`expect(done.exitCode, "The exit code is another one: see process.exitCode.").toBe(${exitCode});`
			);
		return `test(${text(names[index]!)}, async () => {\n\t${lines.join('\n\t')}\n});\n`;
	});
	const head = `import { beforeEach, expect, test } from 'vitest';\nimport { resetFiles, runProgram } from 'passerelle/program';\n\nbeforeEach(() => resetFiles());\n`;
	return { 'tests/main.test.js': [head, ...bodies].join('\n') };
}
