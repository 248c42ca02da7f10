import { z } from 'zod';

const GRADE_CODES = [
	'all-passed',
	'some-failed',
	'none-passed',
	'compile-error',
	'timeout',
	'crash',
	'out-of-memory',
	'left',
	'nothing-ran',
	'tests-missing',
	'tests-skipped',
	'unhandled-error',
	'tampered',
	'engine-failed',
	'output-truncated',
	'page-not-verified',
	'tests-invalid',
	'all-caught',
	'some-escaped',
	'none-caught',
	'tests-unstable',
	'rows-all-caught',
	'rows-invalid',
	'rows-none',
	'rows-none-caught',
	'rows-some-escaped',
	'report-complete',
	'report-incomplete',
	'bug-not-shown',
	'test-shows-bug',
	'test-misses-bug',
	'bug-mended',
	'bug-not-mended',
	'own-tests-fail',
	'form-reached',
	'behaviour-changed',
	'form-open',
	'guard-holds',
	'guard-open',
	'guard-nothing'
] as const;

const codes = z.array(
	z.object({ code: z.enum(GRADE_CODES), params: z.record(z.string(), z.union([z.string(), z.number()])) })
);

/**
 * One of several things that an exercise asks for: a test that shows a bug, and a program without it; or tests that notice all bugs, a
 * program in another form, and tests that notice the bugs of that one.
 */
const gradePart = z.object({
	name: z.enum(['test', 'program', 'net', 'form', 'guard']),
	done: z.boolean(),
	codes,
	/** The runs that it was found out in, as they are best read. `ours`: of a hidden suite. */
	runs: z.array(z.object({ id: z.string(), tests: z.enum(['own', 'ours']) }))
});
export type GradePart = z.infer<typeof gradePart>;

/** What a report is worth. Codes, not sentences: the page says them in the learner's language. */
export const grade = z.object({
	version: z.literal(1),
	runId: z.string(),
	/** The exercise's version: editing an exercise never rewrites old progress. */
	exercise: z.object({ id: z.string(), hash: z.string() }),
	/** True only where every expected test passed; of a learner's tests, where they notice every bug. */
	passed: z.boolean(),
	/** False where the run says nothing about the learner's code (our own fault): then it does not count as an attempt. */
	counts: z.boolean(),
	/** Of a learner's tests: bugs that they notice, and all bugs. Of an exercise in parts: parts that are done, and all of them. */
	testsPassed: z.number().int(),
	testsTotal: z.number().int(),
	/** testsPassed / testsTotal, 0 to 1; 0 where the run did not end by itself. */
	score: z.number().min(0).max(1),
	/** All or nothing. */
	points: z.number().int(),
	maxPoints: z.number().int(),
	/** `practised`: graded in the browser. `verified`: replayed by the server, a page in a real browser. */
	trust: z.enum(['practised', 'verified']),
	codes,
	/** Where an exercise asks for several things: what each came to, in the order in which they are best done. */
	parts: z.array(gradePart).optional()
});
export type Grade = z.infer<typeof grade>;
