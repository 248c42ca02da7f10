import * as esbuild from 'esbuild';
import type { Exercise } from '../../lib/contract/exercise.ts';
import type { JsonValue } from '../../lib/contract/json.ts';
import { TRANSLATED_LOCALES } from '../../lib/contract/locale.ts';
import { problem, type Problem } from '../../lib/contract/problem.ts';
import { lineIn, type Sources } from '../../lib/exercise/sources.ts';
import { compileMessages } from '../../lib/exercise/message-patterns.ts';
import type { SuiteName } from '../../lib/exercise/folder-kind.ts';
import { failureReason } from '../../lib/kinds/failure-reason.ts';
import type { Kind } from '../../lib/kinds/kind.ts';
import type { Attempt, AttemptOptions, ProofAttempt } from '../../lib/kinds/proof.ts';
import { attempt, type Runnable } from './attempt.ts';

/** How many bugs tests notice. */
export interface MutationScore {
	caught: number;
	total: number;
}

/** What was found out while an exercise was tried. */
export interface Proof {
	problems: Problem[];
	/** Runs that it took. */
	runs: number;
	/** How long the solution ran, ms; null where it was not reached. */
	solutionMs: number | null;
	/** Where learners write tests: bugs that the solution's notice, of how many; null elsewhere, and where they do not pass. */
	mutants: MutationScore | null;
}

/** Share of the time limit that the solution may use: a learner's old laptop is two to three times slower. */
const NEAR_LIMIT = 1 / 2;

const isInTime = ({ manifest }: Exercise, { durationMs }: Attempt): boolean =>
	durationMs <= manifest.timeLimitMs * NEAR_LIMIT;

const engineFailed = ({ id }: Exercise): Problem => problem('engine-failed', { file: `${id}/` });

function nearLimit({ id, manifest }: Exercise, sources: Sources, durationMs: number): Problem {
	const file = `${id}/exercise.json`;
	const times = { ms: Math.round(durationMs), limitMs: manifest.timeLimitMs };
	return problem('near-time-limit', { file, ...lineIn(sources, file, ['timeLimitMs']) }, times);
}

/** What went as it must only at the second try: a test that is not always the same, or a machine that was busy. */
function otherwise({ exercise, kind }: Runnable, first: Attempt, second: Attempt, suite: SuiteName): Problem {
	const states = new Map(second.tests.map(({ name, state }) => [name, state]));
	const test = first.tests.find(
		({ name, state, failure }) =>
			state !== states.get(name) && state !== 'not-run' && failure?.kind !== 'limit'
	);
	const { status } = first.report;
	if (status !== 'ran' || !test)
		return problem('second-try', { remark: true, file: `${exercise.id}/` }, { status });
	const failed = test.failure ? test : (second.tests.find(({ name }) => name === test.name) ?? test);
	const place = kind.folder.testPlace(exercise, suite, test.name);
	return problem('unstable-test/second-try', place, { test: test.name, reason: failureReason(failed) });
}

/** Every note that a learner can meet has a translation; those that faulty submissions meet are known. */
function untranslatedNotes(exercise: Exercise, attempts: readonly Attempt[], sources: Sources): Problem[] {
	const notes = new Set(attempts.flatMap(({ tests }) => tests.flatMap(({ failure }) => failure?.note ?? [])));
	return TRANSLATED_LOCALES.filter((one) => exercise.manifest.languages.includes(one)).flatMap((locale) => {
		const translate = compileMessages(exercise.messages[locale].messages);
		const file = `${exercise.id}/messages.${locale}.json`;
		return [...notes]
			.filter((note) => translate(note) === null)
			.map((note) =>
				problem('note-not-translated', { file, ...lineIn(sources, file, ['messages', note]) }, { note })
			);
	});
}

/** Tests whose expectations failed without a word for the learner. */
function silentTests(exercise: Exercise, kind: Kind, attempts: readonly Attempt[]): Problem[] {
	if (exercise.manifest.origin) return [];
	const failures = attempts.flatMap(({ tests }) =>
		tests.filter(({ failure }) => failure?.kind === 'assertion')
	);
	const told = new Set(failures.filter(({ failure }) => failure?.note).map(({ name }) => name));
	const silent = [...new Set(failures.map(({ name }) => name))].filter((name) => !told.has(name));
	return silent.map((test) =>
		problem('no-note', { remark: true, ...kind.folder.testPlace(exercise, 'hidden', test) }, { test })
	);
}

/**
 * Tries an exercise as its kind says, and further: the solution is done in good time, and what learners read where they
 * fail is translated. Rejects only when aborted.
 * @param sources texts of the folder, to name lines
 */
export async function prove(runnable: Runnable, sources: Sources = new Map()): Promise<Proof> {
	const { exercise, kind, artifacts, mutants = false } = runnable;
	const { proof } = kind;
	const problems: Problem[] = [];
	let runs = 0;
	const run = (submission: JsonValue, options?: AttemptOptions, session = runnable.session) => {
		runs++;
		return attempt({ ...runnable, session }, submission, options);
	};

	/** Where it does not go as expected, once more and alone: a busy machine is no mistake. */
	async function tryOut(planned: ProofAttempt): Promise<Attempt> {
		const { role, submission, mode } = planned;
		const timely = (done: Attempt): boolean => role !== 'solution' || isInTime(exercise, done);
		const options = mode ? { mode } : {};
		let done = await run(submission, options);
		if (!(planned.expected(done) && timely(done)) && done.report.status !== 'compile-error') {
			const first = done;
			done = await run(submission, options, runnable.alone);
			if (planned.expected(done) && !planned.expected(first))
				problems.push(otherwise(runnable, first, done, mode === 'run' ? 'examples' : 'hidden'));
		}
		if (done.report.status === 'engine-failed') {
			if (!problems.some(({ code }) => code === 'engine-failed')) problems.push(engineFailed(exercise));
			return done;
		}
		problems.push(...planned.problems(done));
		if (done.passed && !timely(done)) problems.push(nearLimit(exercise, sources, done.durationMs));
		return done;
	}

	const planned = proof.attempts(exercise, artifacts, sources);
	const done = await Promise.all(planned.map(tryOut));
	const faulty = done.filter((_, index) => planned[index]?.role === 'faulty');
	const solution = done[planned.findIndex(({ role }) => role === 'solution')];
	problems.push(...untranslatedNotes(exercise, faulty, sources), ...silentTests(exercise, kind, faulty));
	const known = !problems.some(({ code }) => code === 'engine-failed');
	if (solution?.passed && known && proof.after)
		problems.push(
			...(await proof.after({ exercise, artifacts, faulty, solution, esbuild, sources, mutants, run }))
		);
	// One bug that is to be found is no score.
	const bugs = kind.bugs && solution?.report.kills?.bugs;
	const caught = bugs?.filter(({ state }) => state === 'caught').length ?? 0;
	return {
		problems,
		runs,
		solutionMs: solution?.passed ? solution.durationMs : null,
		mutants: bugs?.length ? { caught, total: bugs.length } : null
	};
}
