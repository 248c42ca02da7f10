import { readdirSync, readFileSync } from 'node:fs';
import * as esbuild from 'esbuild';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { compileLearner } from '../../src/lib/compile/compile-learner.ts';
import { compileSuite } from '../../src/lib/compile/compile-suite.ts';
import type { Compiler, LearnerSource } from '../../src/lib/compile/compiler.ts';
import type { CompiledSuite, FileMap } from '../../src/lib/contract/exercise.ts';
import type { Plan } from '../../src/lib/contract/plan.ts';
import { report as reportSchema, type Report } from '../../src/lib/contract/report.ts';
import type { EngineEvent, EngineSession } from '../../src/lib/engines/engine.ts';
import { runPipeline, type Outcome } from '../../src/lib/pipeline.ts';
import { collectTestNames, createNativeEngine } from '../../src/lib/server/verify/native-engine.ts';
import { openEnginePage, type EnginePage } from '../support/engine-page.ts';
import { nodeHarnesses } from '../support/make-plan.ts';

/** Every program begins with a comment: what it tries, and for a forging one first the suite that it faces. */
const FOLDER = new URL('../fixtures/hostile/', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, FOLDER), 'utf8');

interface Program {
	name: string;
	suite: SuiteName;
	text: string;
}
const SUITES = ['values', 'spies', 'shapes'] as const;
type SuiteName = (typeof SUITES)[number];

/** Enough for a forging program to end by itself on a busy machine: one that is only too slow proves nothing. */
const FORGE_LIMIT_MS = 1000;
/** Forging programs that hang by intention, in an engine or in all. */
const HANGING = new Set(['endless-loading', 'infinite-microtasks', 'object-prototype-proto']);
/** What hangs or floods is ended at it. */
const ESCAPE_LIMIT_MS = 500;
const HONEST_LIMIT_MS = 4000;

const programs = (kind: 'forge' | 'escape'): Program[] =>
	readdirSync(new URL(`${kind}/`, FOLDER)).map((file) => {
		const text = read(`${kind}/${file}`);
		const [, suite = 'values'] = /^\/\/ (values|spies|shapes): /.exec(text) ?? [];
		return { name: file.replace(/\.js$/, ''), suite: suite as SuiteName, text };
	});
const forging = programs('forge');
const escaping = programs('escape');

const compiler: Compiler = { compile: (source) => compileLearner(esbuild, source) };
const filesOf = (suite: SuiteName, text: string): FileMap => ({
	'main.js': text,
	'honest.js': read(`suites/${suite}/honest.js`)
});

const sourceFor = (files: FileMap): LearnerSource => ({
	files,
	entry: 'main.js',
	mocked: [],
	need: 'worker',
	packages: []
});

let suites: Record<SuiteName, CompiledSuite>;

async function compileFixture(name: SuiteName): Promise<CompiledSuite> {
	const files = filesOf(name, read(`suites/${name}/main.js`));
	const script = await compileSuite(
		esbuild,
		{ 'tests/suite.test.js': read(`suites/${name}/suite.test.js`) },
		files,
		'worker'
	);
	const learner = await compileLearner(esbuild, sourceFor(files));
	if (!learner.ok) throw new Error(`The reference of "${name}" does not compile`);
	const expected = await collectTestNames(await nodeHarnesses(), {
		need: 'worker',
		learner: learner.script,
		files,
		packages: { versions: {}, code: null },
		suite: script
	});
	return { hash: name, ...script, expected, translations: { tests: {}, messages: {} } };
}

beforeAll(async () => {
	const compiled = await Promise.all(SUITES.map(compileFixture));
	suites = Object.fromEntries(compiled.map((suite, index) => [SUITES[index], suite])) as typeof suites;
}, 60_000);

let runs = 0;
async function run(
	{ suite, text }: Pick<Program, 'suite' | 'text'>,
	session: EngineSession,
	timeLimitMs: number
): Promise<Outcome> {
	return runPipeline(
		{
			mode: 'check',
			runId: `hostile-${++runs}`,
			target: {
				id: `hostile/${suite}`,
				hash: suite,
				engine: 'worker',
				packages: {},
				timeLimitMs,
				points: 10,
				allowPrototype: false
			},
			source: sourceFor(filesOf(suite, text)),
			suite: async () => suites[suite],
			signal: new AbortController().signal
		},
		compiler,
		async () => session
	);
}

/** Exactly one report of the contract's kind, and no pass. */
function expectRefused({ report, grade }: Outcome, name: SuiteName): void {
	expect(reportSchema.parse(report)).toEqual(report);
	expect(grade).toMatchObject({ passed: false, points: 0 });
	if (report.status === 'compile-error') return expect(report.runs).toEqual([]);
	expect(report.status).not.toBe('engine-failed');
	expect(report.runs).toHaveLength(1);
	expect(report.runs[0]!.tests.map((result) => result.name)).toEqual(suites[name].expected);
}

async function expectNoForgery(program: Program, session: EngineSession): Promise<void> {
	const outcome = await run(program, session, FORGE_LIMIT_MS);
	expectRefused(outcome, program.suite);
	if (!HANGING.has(program.name)) expect(outcome.report.status).not.toBe('timeout');
}

const expectHonestPass = async (session: EngineSession, suite: SuiteName = 'values') => {
	const { report, grade } = await run(
		{ suite, text: read(`suites/${suite}/main.js`) },
		session,
		HONEST_LIMIT_MS
	);
	expect(report.runs[0]?.tests.filter(({ state }) => state !== 'pass')).toEqual([]);
	expect(grade).toMatchObject({ passed: true, points: 10 });
};

test('the corpus is there, and every program says what it tries', () => {
	expect(forging.length).toBeGreaterThanOrEqual(45);
	expect(escaping.length).toBeGreaterThanOrEqual(25);
	for (const { text } of [...forging, ...escaping]) expect(text).toMatch(/^\/\/ .{10,}\n/);
});

describe('worker engine in Chromium', () => {
	let page: EnginePage;
	let heard: EngineEvent[] = [];
	/** Of the last run, without what it costs to hand its events to this test. */
	let stall = 0;
	const session: EngineSession = {
		async run(plan) {
			const ended = await page.page.evaluate(async (plan) => {
				const own = window as unknown as {
					longestStall: number;
					runPlan(plan: Plan): Promise<{ report: Report; events: EngineEvent[] }>;
				};
				own.longestStall = 0;
				const result = await own.runPlan(plan);
				await new Promise((resolve) => setTimeout(resolve, 20));
				return { ...result, stall: own.longestStall };
			}, plan);
			heard = ended.events;
			stall = Math.round(ended.stall);
			return ended.report;
		},
		dispose() {}
	};
	let origin = '';
	const stalls: { name: string; ms: number }[] = [];
	beforeAll(async () => {
		page = await openEnginePage();
		origin = new URL(page.page.url()).origin;
		await page.page.evaluate(() => {
			const said: string[] = [];
			Object.assign(window, { said });
			const hear = (event: MessageEvent) => void said.push(JSON.stringify(event.data) ?? '');
			addEventListener('message', hear);
			new BroadcastChannel('passerelle').onmessage = hear;
		});
	}, 60_000);
	afterAll(() => page?.close());

	test.each(SUITES)('the reference of the suite "%s" passes', async (suite) =>
		expectHonestPass(session, suite)
	);

	test.each(forging.map((program) => [program.name, program] as const))('cannot forge: %s', (_, program) =>
		expectNoForgery(program, session)
	);

	test.each(escaping.map((program) => [program.name, program] as const))(
		'cannot escape, and the next program runs: %s',
		async (_, program) => {
			const text = program.text.replaceAll('__ORIGIN__', origin);
			const outcome = await run({ suite: program.suite, text }, session, ESCAPE_LIMIT_MS);
			stalls.push({ name: program.name, ms: stall });
			expectRefused(outcome, program.suite);
			expect(JSON.stringify([outcome.report, heard])).not.toContain('LEAK');
			if (outcome.report.status !== 'ran') await expectHonestPass(session);
		}
	);

	test('nothing reached the server, the page or its storage', async () => {
		expect(page.strangeRequests).toEqual([]);
		const state = await page.page.evaluate(async () => ({
			said: (window as unknown as { said: string[] }).said.filter((text) => text.includes('LEAK')),
			storage: [localStorage.length, sessionStorage.length, document.cookie.length],
			databases: (await indexedDB.databases()).length,
			caches: (await caches.keys()).length,
			here: location.pathname
		}));
		expect(state).toEqual({ said: [], storage: [0, 0, 0], databases: 0, caches: 0, here: '/' });
	});

	test('the page never stood still for long', () => {
		const longest = stalls.sort((a, b) => b.ms - a.ms).slice(0, 3);
		console.log(
			`Longest stalls of the page: ${longest.map(({ name, ms }) => `${name} ${ms} ms`).join(', ')}`
		);
		expect(longest[0]!.ms).toBeLessThan(2000);
	});
});

describe('native engine in Node', () => {
	let session: EngineSession;
	beforeAll(async () => {
		session = await createNativeEngine(await nodeHarnesses()).boot(new AbortController().signal);
	});
	afterAll(() => session?.dispose());

	test.each(SUITES)('the reference of the suite "%s" passes', async (suite) =>
		expectHonestPass(session, suite)
	);

	test.each(forging.map((program) => [program.name, program] as const))('cannot forge: %s', (_, program) =>
		expectNoForgery(program, session)
	);
});
