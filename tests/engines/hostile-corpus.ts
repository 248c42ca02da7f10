import { readdirSync, readFileSync } from 'node:fs';
import * as esbuild from 'esbuild';
import { expect, test } from 'vitest';
import { compileLearner } from '../../src/lib/compile/compile-learner.ts';
import { compileSuite } from '../../src/lib/compile/compile-suite.ts';
import type { Compiler, LearnerSource } from '../../src/lib/compile/compiler.ts';
import type { CompiledSuite, EngineNeed, FileMap } from '../../src/lib/contract/exercise.ts';
import { report as reportSchema } from '../../src/lib/contract/report.ts';
import type { EngineSession } from '../../src/lib/engines/engine.ts';
import { runCode } from '../../src/lib/kinds/code/run.ts';
import type { CodeRunnable } from '../../src/lib/kinds/code-workbench.ts';
import { runPipeline, type Outcome } from '../../src/lib/pipeline.ts';
import { collectTestNames } from '../../src/lib/server/threads/native-engine.ts';
import { nodeHarnesses } from '../support/make-plan.ts';
import { remembered } from '../support/remembered.ts';

/** Every program begins with a comment: what it tries, and for a forging one first the suite that it faces. */
const FOLDER = new URL('../fixtures/hostile/', import.meta.url);
const readHostile = (path: string) => readFileSync(new URL(path, FOLDER), 'utf8');

export interface Program {
	name: string;
	suite: SuiteName;
	text: string;
}
export const SUITES = ['values', 'spies', 'shapes'] as const;
export type SuiteName = (typeof SUITES)[number];

/** Enough for a forging program to end by itself: one that is only too slow proves nothing. */
const FORGE_LIMIT_MS = 1000;
/** For one that did not, on a machine that was busy with something else. */
const SECOND_LIMIT_MS = 10_000;
/** Forging programs that hang by intention, in an engine or in all. */
const HANGING = new Set(['endless-loading', 'infinite-microtasks', 'object-prototype-proto']);
/** What hangs or floods is ended at it. */
export const ESCAPE_LIMIT_MS = 500;
const HONEST_LIMIT_MS = 20_000;

/** The programs of one folder. */
export const hostilePrograms = (kind: 'forge' | 'escape' | 'server'): Program[] =>
	readdirSync(new URL(`${kind}/`, FOLDER)).map((file) => {
		const text = readHostile(`${kind}/${file}`);
		const [, suite = 'values'] = /^\/\/ (values|spies|shapes): /.exec(text) ?? [];
		return { name: file.replace(/\.js$/, ''), suite: suite as SuiteName, text };
	});

/** Those that go for names and objects of the realm: where a realm brings more of those, it must not help. */
export const REALM_PROGRAMS = new Set(
	[
		'replace-node replace-token-list replace-url replace-range-error structured-clone structured-clone-late math-abs object-binding',
		'timers-replaced date-replaced event-target message-listener watch-globals globals-of-a-runner symbol-for-globals function-has-instance',
		'error-machinery spy-fake promise-then grab-from-this'
	].flatMap((line) => line.split(' '))
);

const compiler: Compiler = { compile: (source) => compileLearner(esbuild, source) };
const filesOf = (suite: SuiteName, text: string): FileMap => ({
	'main.js': text,
	'honest.js': readHostile(`suites/${suite}/honest.js`)
});

const sourceFor = (files: FileMap, need: EngineNeed): LearnerSource => ({
	files,
	entry: 'main.js',
	mocked: [],
	need,
	packages: []
});

async function compileHostileSuite(name: SuiteName, need: EngineNeed): Promise<CompiledSuite> {
	const files = filesOf(name, readHostile(`suites/${name}/main.js`));
	const script = await compileSuite(
		esbuild,
		{ 'tests/suite.test.js': readHostile(`suites/${name}/suite.test.js`) },
		files,
		need
	);
	const learner = await compileLearner(esbuild, sourceFor(files, need));
	if (!learner.ok) throw new Error(`The reference of "${name}" does not compile`);
	const expected = await collectTestNames(await nodeHarnesses(), {
		need,
		learner: learner.script,
		files,
		packages: { versions: {}, code: null },
		suite: script
	});
	return { hash: name, ...script, expected, translations: { tests: {}, messages: {} } };
}

const suiteOf = (name: SuiteName, need: EngineNeed = 'worker'): Promise<CompiledSuite> => {
	const files = ['suite.test.js', 'main.js', 'honest.js'].map((file) =>
		readHostile(`suites/${name}/${file}`)
	);
	return remembered({ hostile: { name, need, files } }, () => compileHostileSuite(name, need));
};

let runs = 0;
/** A check of a program against its suite, in the world of a need. */
export async function runHostile(
	{ suite, text }: Pick<Program, 'suite' | 'text'>,
	session: EngineSession,
	timeLimitMs: number,
	need: EngineNeed = 'worker'
): Promise<Outcome> {
	const exercise: CodeRunnable = {
		id: `hostile/${suite}`,
		hash: suite,
		kind: runCode.name,
		need,
		files: [],
		entry: 'main.js',
		packages: {},
		mocked: [],
		timeLimitMs,
		points: 10,
		hasExamples: false,
		allowPrototype: false,
		allowsUnhandled: [],
		serves: false
	};
	return runPipeline(
		{
			mode: 'check',
			runId: `hostile-${++runs}`,
			kind: runCode,
			exercise,
			submission: filesOf(suite, text),
			suite: () => suiteOf(suite, need),
			signal: new AbortController().signal
		},
		compiler,
		async () => session
	);
}

/** Exactly one report of the contract's kind, and no pass. */
export async function expectRefused({ report, grade }: Outcome, name: SuiteName): Promise<void> {
	expect(reportSchema.parse(report)).toEqual(report);
	expect(grade).toMatchObject({ passed: false, points: 0 });
	if (report.status === 'compile-error') return expect(report.runs).toEqual([]);
	expect(report.status).not.toBe('engine-failed');
	expect(report.runs).toHaveLength(1);
	expect(report.runs[0]!.tests.map((result) => result.name)).toEqual((await suiteOf(name)).expected);
}

async function expectNoForgery(
	program: Program,
	session: EngineSession,
	need: EngineNeed = 'worker'
): Promise<void> {
	const outcome = await runHostile(program, session, FORGE_LIMIT_MS, need);
	await expectRefused(outcome, program.suite);
	if (outcome.report.status !== 'timeout' || HANGING.has(program.name)) return;
	const again = await runHostile(program, session, SECOND_LIMIT_MS, need);
	await expectRefused(again, program.suite);
	expect(again.report.status).not.toBe('timeout');
}

export async function expectHonestPass(
	session: EngineSession,
	suite: SuiteName = 'values',
	need: EngineNeed = 'worker'
): Promise<void> {
	const honest = { suite, text: readHostile(`suites/${suite}/main.js`) };
	const { report, grade } = await runHostile(honest, session, HONEST_LIMIT_MS, need);
	expect(report.runs[0]?.tests.filter(({ state }) => state !== 'pass')).toEqual([]);
	expect(grade).toMatchObject({ passed: true, points: 10 });
}

/** The tests of an engine against programs that forge: each reference passes there, and no program does. */
export function testForging(
	programs: readonly Program[],
	session: () => EngineSession,
	need?: EngineNeed
): void {
	test.each(SUITES)('the reference of the suite "%s" passes', (suite) =>
		expectHonestPass(session(), suite, need)
	);

	test.each(programs.map((program) => [program.name, program] as const))('cannot forge: %s', (_, program) =>
		expectNoForgery(program, session(), need)
	);
}
