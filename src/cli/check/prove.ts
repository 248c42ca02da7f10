import type { Exercise, FileMap } from '../../lib/contract/exercise.ts';
import { TRANSLATED_LOCALES } from '../../lib/contract/locale.ts';
import type { Problem } from '../../lib/contract/problem.ts';
import { lineIn, type Sources } from '../../lib/exercise/check-suite-names.ts';
import { compileMessages } from '../../lib/exercise/message-patterns.ts';
import { attempt, solutionFiles, type Attempt, type AttemptOptions, type Runnable } from './attempt.ts';
import { describeFailure, describeStatus, mistakeDifference, testPlace } from './describe-attempt.ts';
import { testsNobodyFails } from './fallible-tests.ts';

/** What was found out while an exercise was tried. */
export interface Proof {
	problems: Problem[];
	/** Runs that it took. */
	runs: number;
	/** How long the solution ran, ms; null where it was not reached. */
	solutionMs: number | null;
}

/** Share of the time limit that the solution may use: a learner's old laptop is two to three times slower. */
const NEAR_LIMIT = 1 / 2;
/** One problem for each failed test, but a broken solution fails them all for one reason. */
const TESTS_NAMED = 5;

interface Trial extends Runnable {
	sources: Sources;
	problems: Problem[];
	/** Runs these files; where it does not go as expected, once more and alone: a busy machine is no mistake. */
	run(files: FileMap, expected: (done: Attempt) => boolean, options?: AttemptOptions): Promise<Attempt>;
}

/** True where the engine failed: nothing is known of the exercise then. */
function engineFailed({ problems, exercise }: Trial, done: Attempt): boolean {
	if (done.report.status !== 'engine-failed') return false;
	if (problems.some(({ code }) => code === 'engine-failed')) return true;
	problems.push({
		code: 'engine-failed',
		file: `${exercise.id}/`,
		message: 'It could not be tried: the engine failed, twice. This says nothing about the exercise.',
		fix: 'Check it again when the machine is less busy, or with the other --engine.'
	});
	return true;
}

async function proveStart(trial: Trial): Promise<Attempt> {
	const { exercise, problems } = trial;
	const { id, manifest } = exercise;
	const wanted = manifest.refactoring;
	const start = await trial.run(exercise.start, (done) =>
		wanted ? done.passed : done.report.status === 'ran' && !done.passed
	);
	if (engineFailed(trial, start)) return start;
	const { status } = start.report;
	if (status !== 'ran') {
		problems.push({
			code: 'start-does-not-run',
			...(manifest.origin && !wanted ? { remark: true as const } : {}),
			...describeStatus(exercise, start, 'start'),
			fix: 'A learner begins with a program that runs and fails tests: make start/ complete enough for that.'
		});
	} else if (wanted && !start.passed) {
		problems.push({
			code: 'start-fails',
			file: `${id}/start/`,
			message: `The exercise is a refactoring, but its start fails "${start.failed[0]}".`,
			fix: 'Repair start/, or take "refactoring" out of exercise.json.'
		});
	} else if (!wanted && start.passed) {
		problems.push({
			code: 'start-passes',
			file: `${id}/start/`,
			message: 'The start passes every test: there is nothing left to do.',
			fix: 'Take out of start/ what the learner must write. Where it must only be written better: "refactoring": true.'
		});
	}
	return start;
}

function nearLimit({ exercise, problems, sources }: Trial, durationMs: number): void {
	const { id, manifest } = exercise;
	const file = `${id}/exercise.json`;
	problems.push({
		code: 'near-time-limit',
		file,
		...lineIn(sources, file, ['timeLimitMs']),
		message: `The solution takes ${Math.round(durationMs)} ms of ${manifest.timeLimitMs} ms.`,
		fix: 'A learner’s laptop is slower: shorten waits in the suite and the solution, or raise "timeLimitMs".'
	});
}

async function proveSolution(trial: Trial): Promise<Attempt> {
	const { exercise, problems } = trial;
	const { id, manifest } = exercise;
	const inTime = ({ durationMs }: Attempt) => durationMs <= manifest.timeLimitMs * NEAR_LIMIT;
	const solution = await trial.run(solutionFiles(exercise), (done) => done.passed && inTime(done));
	if (engineFailed(trial, solution)) return solution;
	const { status } = solution.report;
	if (status !== 'ran') {
		const fix = 'Hand in the solution as a learner would: it must pass every test.';
		problems.push({ code: 'solution-fails', ...describeStatus(exercise, solution, 'solution'), fix });
		return solution;
	}
	if (solution.passed) {
		if (!inTime(solution)) nearLimit(trial, solution.durationMs);
		return solution;
	}
	const bad = solution.tests.filter(({ state }) => state !== 'pass');
	for (const test of bad.slice(0, TESTS_NAMED)) {
		const location = test.failure?.location;
		const own = location && Object.hasOwn(exercise.solution, location.file);
		const place = own
			? { file: `${id}/solution/${location.file}`, line: location.line }
			: testPlace(exercise, 'tests', test.name);
		const message = `The solution fails "${test.name}": ${describeFailure(test)}`;
		problems.push({ code: 'solution-fails', ...place, message, fix: 'Correct the solution, or the test.' });
	}
	if (bad.length > TESTS_NAMED) {
		const message = `The solution fails ${bad.length - TESTS_NAMED} more of ${solution.tests.length} tests.`;
		const fix = 'Correct those above first.';
		problems.push({ code: 'solution-fails', file: `${id}/tests/`, message, fix });
	}
	return solution;
}

async function proveExamples(trial: Trial): Promise<void> {
	const { exercise, artifacts, problems } = trial;
	if (!artifacts.examples) return;
	const done = await trial.run(solutionFiles(exercise), ({ passed }) => passed, { mode: 'run' });
	if (engineFailed(trial, done) || done.passed) return;
	const fix = 'A learner who has solved the exercise must see every visible test pass: correct examples/.';
	const bad = done.tests.find(({ state }) => state === 'fail');
	const place = bad
		? {
				...testPlace(exercise, 'examples', bad.name),
				message: `The solution fails "${bad.name}": ${describeFailure(bad)}`
			}
		: { ...describeStatus(exercise, done, 'solution'), file: `${exercise.id}/examples/` };
	problems.push({ code: 'examples-fail', ...place, fix });
}

async function proveMistake(trial: Trial, wrong: Exercise['wrong'][number]): Promise<Attempt> {
	const { exercise, problems, sources } = trial;
	const same = ({ failed }: Attempt): boolean =>
		[...failed].sort().join('\n') === [...wrong.fails].sort().join('\n');
	const done = await trial.run(
		{ ...solutionFiles(exercise), ...wrong.files },
		(one) => !one.passed && same(one)
	);
	if (engineFailed(trial, done) || (same(done) && !done.passed)) return done;
	const file = `${exercise.id}/wrong/${wrong.name}/wrong.json`;
	const place = { file, ...lineIn(sources, file, ['fails']) };
	if (done.passed) {
		const message = `The mistake "${wrong.name}" passes every test.`;
		const fix = 'Add a test that notices it, or change the mistake.';
		problems.push({ code: 'wrong-passes', ...place, message, fix });
	} else {
		const message = mistakeDifference(exercise, wrong, done);
		const fix =
			'Name exactly the tests that it fails, or change the mistake so that it is only one thing wrong.';
		problems.push({ code: 'wrong-fails-others', ...place, message, fix });
	}
	return done;
}

/** Every note that a learner can meet has a translation; those that the start and the mistakes meet are known. */
function untranslatedNotes({ exercise, problems, sources }: Trial, attempts: readonly Attempt[]): void {
	const notes = new Set(attempts.flatMap(({ tests }) => tests.flatMap(({ failure }) => failure?.note ?? [])));
	for (const locale of TRANSLATED_LOCALES.filter((one) => exercise.manifest.languages.includes(one))) {
		const translate = compileMessages(exercise.messages[locale].messages);
		const file = `${exercise.id}/messages.${locale}.json`;
		for (const note of notes) {
			if (translate(note) !== null) continue;
			const message = `The failure message "${note}" has no translation.`;
			const fix = 'Add it under "messages".';
			const place = lineIn(sources, file, ['messages']);
			problems.push({ code: 'note-not-translated', file, ...place, message, fix });
		}
	}
}

/** Tests whose expectations failed without a word for the learner. */
function silentTests({ exercise, problems }: Trial, attempts: readonly Attempt[]): void {
	if (exercise.manifest.origin) return;
	const failures = attempts.flatMap(({ tests }) =>
		tests.filter(({ failure }) => failure?.kind === 'assertion')
	);
	const told = new Set(failures.filter(({ failure }) => failure?.note).map(({ name }) => name));
	for (const name of new Set(failures.map((test) => test.name))) {
		if (told.has(name)) continue;
		problems.push({
			code: 'no-note',
			remark: true,
			...testPlace(exercise, 'tests', name),
			message: `The test "${name}" fails without a message for the learner.`,
			fix: 'Give expect() a second argument: what was expected in this situation, and where to look.'
		});
	}
}

async function unfailedTests(trial: Trial, start: Attempt, mistakes: readonly Attempt[], limit: number) {
	const { exercise, problems } = trial;
	const left = await testsNobodyFails(trial, {
		attempts: [start, ...mistakes],
		timeLimitMs: limit,
		run: trial.run
	});
	for (const name of left) {
		problems.push({
			code: 'test-never-fails',
			...(exercise.manifest.origin ? { remark: true as const } : {}),
			...testPlace(exercise, 'tests', name),
			message: `Nothing fails the test "${name}": not the start, no mistake, and no change of the solution.`,
			fix: 'Add a mistake that it must notice, or remove the test: it may check nothing.'
		});
	}
}

/** A changed solution that is this many times slower than the solution is in a loop. */
const LOOP_FACTOR = 10;
const LOOP_MIN_MS = 500;

/**
 * Tries an exercise: the start fails, the solution passes in good time, visible tests pass with it, each mistake fails
 * exactly its tests, each test can fail, and what learners read then is translated. Rejects only when aborted.
 * @param sources texts of the folder, to name lines
 */
export async function prove(runnable: Runnable, sources: Sources = new Map()): Promise<Proof> {
	const { exercise } = runnable;
	let runs = 0;
	const trial: Trial = {
		...runnable,
		sources,
		problems: [],
		async run(files, expected, options) {
			runs++;
			const first = await attempt(runnable, files, options);
			if (expected(first) || first.report.status === 'compile-error') return first;
			runs++;
			return attempt({ ...runnable, session: runnable.alone ?? runnable.session }, files, options);
		}
	};
	const [start, solution, , ...mistakes] = await Promise.all([
		proveStart(trial),
		proveSolution(trial),
		proveExamples(trial),
		...exercise.wrong.map((wrong) => proveMistake(trial, wrong))
	]);
	untranslatedNotes(trial, [start, ...mistakes]);
	silentTests(trial, [start, ...mistakes]);
	const known = !trial.problems.some(({ code }) => code === 'engine-failed');
	if (solution.passed && known) {
		const limit = Math.max(LOOP_MIN_MS, solution.durationMs * LOOP_FACTOR);
		await unfailedTests(trial, start, mistakes, Math.min(limit, exercise.manifest.timeLimitMs));
	}
	return { problems: trial.problems, runs, solutionMs: solution.passed ? solution.durationMs : null };
}
