import { z } from 'zod';
import { DIAGNOSTIC_CODES, type Diagnostic, type SourceLocation } from './diagnostic.ts';
import { killMap } from './kill-map.ts';
import type { PlantedBug } from './tested-program.ts';
import './without-eval.ts';

export const RUN_STATUSES = [
	'ran',
	'compile-error',
	'timeout',
	'crash',
	'out-of-memory',
	'left',
	'nothing-ran',
	'tampered',
	'engine-failed'
] as const;
export const runStatus = z.enum(RUN_STATUSES);
/**
 * - `ran`: the suite ended by itself; the tests say the rest.
 * - `compile-error`: the learner's files do not compile; see `diagnostics`.
 * - `timeout`: stopped at the time limit. Tests that ended before keep their state, the others are `not-run`.
 * - `crash`: the sandbox ended without a result. - `out-of-memory`: it was ended for its memory.
 * - `left`: the page went to another address, or loaded itself again by one. The test that was running has failed with that,
 *   those behind it are `not-run`.
 * - `nothing-ran`: the suite ended without a test.
 * - `tampered`: the sandbox was changed from inside: its results mean nothing.
 * - `engine-failed`: our own fault; never counted against the learner.
 */
export type RunStatus = z.infer<typeof runStatus>;

const sourceLocation: z.ZodType<SourceLocation> = z.object({
	file: z.string(),
	line: z.int(),
	column: z.int(),
	length: z.int().optional()
});
const diagnostic: z.ZodType<Diagnostic> = z.object({
	severity: z.enum(['error', 'warning']),
	text: z.string(),
	code: z.enum(DIAGNOSTIC_CODES).nullable().catch(null),
	params: z.record(z.string(), z.string()),
	location: sourceLocation.nullable(),
	fix: z
		.object({
			edits: z.array(z.object({ line: z.int(), column: z.int(), length: z.int(), text: z.string() }))
		})
		.optional()
});

export const failure = z.object({
	/** `assertion`: an expectation did not hold. `error`: the code threw. `load`: a file threw while it was loaded. `limit`: the test's own time ran out. */
	kind: z.enum(['assertion', 'error', 'load', 'limit']),
	/** The error's class, for example `TypeError`. */
	name: z.string(),
	/** The error's own words, in English. */
	message: z.string(),
	/** What the suite's author said about it (second argument of `expect`), in English. */
	note: z.string().nullable(),
	/** Printed as Vitest prints values; null where the failure compares nothing. */
	expected: z.string().nullable(),
	received: z.string().nullable(),
	/** Line diff, lines begin with `- ` (expected), `+ ` (received) or two spaces; null where there is none. */
	diff: z.string().nullable(),
	/** Where in the learner's files, if there. Filled in by the host from `stack` and the source map. */
	location: sourceLocation.nullable(),
	/** Raw stack of the sandbox, capped. */
	stack: z.string()
});
export type Failure = z.infer<typeof failure>;

export const testResult = z.object({
	/** Full English name: "group > test". */
	name: z.string(),
	/** Only `pass` is a pass. `missing`: expected but never collected. `not-run`: the run ended before it. */
	state: z.enum(['pass', 'fail', 'skipped', 'missing', 'not-run']),
	/** Milliseconds. */
	durationMs: z.number(),
	failure: failure.nullable()
});
export type TestResult = z.infer<typeof testResult>;

/** How a program that was run has ended, or that it would go on for ever. `number`: the port, or the exit code. */
const programEnding = z.object({
	code: z.enum(['listens', 'without-server', 'exit-code']),
	number: z.int()
});
export type ProgramEnding = z.infer<typeof programEnding>;

export const consoleEntry = z.object({
	level: z.enum(['log', 'info', 'warn', 'error', 'debug']),
	/** Arguments printed as a console would, joined by spaces. */
	text: z.string(),
	/** Full name of the test during which it was printed; null outside tests. */
	test: z.string().nullable(),
	/** What was left out at this index of `text`: so many lines, or so many characters of one line. */
	leftOut: z
		.object({ at: z.int(), unit: z.enum(['lines', 'characters']), count: z.int().positive() })
		.optional(),
	/** What is said of the program, and not by it: `text` says it in English. */
	ending: programEnding.optional()
});
export type ConsoleEntry = z.infer<typeof consoleEntry>;

export const runResult = z.object({
	id: z.string(),
	status: runStatus,
	/** In the order of the plan's expected tests, exactly those. */
	tests: z.array(testResult),
	/** What the entry threw in a `run`; null otherwise. */
	failure: failure.nullable(),
	/**
	 * What nobody caught or awaited, and no test can be blamed for, in order: an error while the files were read, a promise of
	 * a test that had ended. With one of them a check is not passed.
	 */
	unhandled: z.array(failure),
	console: z.array(consoleEntry),
	/** True where lines were left out: `console` has the first and the last ones, and between them an entry that counts the others. */
	consoleTruncated: z.boolean(),
	/** Milliseconds from the engine's start signal to the last result. */
	durationMs: z.number()
});
export type RunResult = z.infer<typeof runResult>;

const plantedBug: z.ZodType<PlantedBug> = z.object({
	id: z.string(),
	file: z.string(),
	line: z.int(),
	was: z.string(),
	becomes: z.string()
});

/** What happened in one run of a plan. Every run ends with exactly one. */
export const report = z.object({
	version: z.literal(1),
	runId: z.string(),
	exercise: z.object({ id: z.string(), hash: z.string() }),
	mode: z.enum(['check', 'run']),
	/** Which engine ran, and the code of the reason why this one. */
	engine: z.object({ id: z.string(), reason: z.string() }),
	/** The status of the first run that did not simply end, else `ran`. */
	status: runStatus,
	diagnostics: z.array(diagnostic),
	/** One per planned run; empty on a compile error. */
	runs: z.array(runResult),
	/** Which of the learner's tests noticed which bug; only where the learner writes tests, and all of them pass on the correct program. */
	kills: killMap.optional(),
	/**
	 * Bugs that were planted into the learner's own program, and which of the learner's tests noticed them. Only those that a suite
	 * of ours notices: others may be no bugs. Absent where they were not tried.
	 */
	planted: z.object({ bugs: z.array(plantedBug), kills: killMap }).optional()
});
export type Report = z.infer<typeof report>;
