import type { FileMap } from '../../contract/exercise.ts';
import type { Problem } from '../../contract/problem.ts';
import { lineIn, type Sources } from '../../exercise/sources.ts';
import type { ExerciseArtifacts } from '../artifacts.ts';
import { describeFailure } from '../describe-attempt.ts';
import type { Attempt, ProofAttempt, ProofTrial } from '../proof.ts';
import { describeStatus, mistakeDifference } from './describe-attempt.ts';
import { solutionFiles, type CodeExercise } from './exercise.ts';
import { testsNobodyFails } from './fallible-tests.ts';
import { codeTestPlace } from './names.ts';

type CodeAttempt = ProofAttempt<FileMap>;

/** One problem for each failed test, but a broken solution fails them all for one reason. */
const TESTS_NAMED = 5;

function startProblems(exercise: CodeExercise, start: Attempt): Problem[] {
	const { id, manifest } = exercise;
	const wanted = manifest.refactoring;
	if (start.report.status !== 'ran') {
		const remark = manifest.origin && !wanted ? { remark: true as const } : {};
		const fix =
			'A learner begins with a program that runs and fails tests: make start/ complete enough for that.';
		return [{ code: 'start-does-not-run', ...remark, ...describeStatus(exercise, start, 'start'), fix }];
	}
	const file = `${id}/start/`;
	if (wanted && !start.passed) {
		const message = `The exercise is a refactoring, but its start fails "${start.failed[0]}".`;
		const fix = 'Repair start/, or take "refactoring" out of exercise.json.';
		return [{ code: 'start-fails', file, message, fix }];
	}
	if (wanted || !start.passed) return [];
	const fix =
		'Take out of start/ what the learner must write. Where it must only be written better: "refactoring": true.';
	const message = 'The start passes every test: there is nothing left to do.';
	return [{ code: 'start-passes', file, message, fix }];
}

const startAttempt = (exercise: CodeExercise): CodeAttempt => ({
	role: 'faulty',
	submission: exercise.start,
	expected: ({ passed, report }) =>
		exercise.manifest.refactoring ? passed : report.status === 'ran' && !passed,
	problems: (done) => startProblems(exercise, done)
});

function solutionProblems(exercise: CodeExercise, solution: Attempt): Problem[] {
	const { id } = exercise;
	if (solution.report.status !== 'ran') {
		const fix = 'Hand in the solution as a learner would: it must pass every test.';
		return [{ code: 'solution-fails', ...describeStatus(exercise, solution, 'solution'), fix }];
	}
	if (solution.passed) return [];
	const bad = solution.tests.filter(({ state }) => state !== 'pass');
	const problems = bad.slice(0, TESTS_NAMED).map((test): Problem => {
		const location = test.failure?.location;
		const own = location && Object.hasOwn(exercise.solution, location.file);
		const place = own
			? { file: `${id}/solution/${location.file}`, line: location.line }
			: codeTestPlace(exercise, 'hidden', test.name);
		const message = `The solution fails "${test.name}": ${describeFailure(test)}`;
		return { code: 'solution-fails', ...place, message, fix: 'Correct the solution, or the test.' };
	});
	if (bad.length > TESTS_NAMED) {
		const message = `The solution fails ${bad.length - TESTS_NAMED} more of ${solution.tests.length} tests.`;
		const fix = 'Correct those above first.';
		problems.push({ code: 'solution-fails', file: `${id}/tests/`, message, fix });
	}
	return problems;
}

const solutionAttempt = (exercise: CodeExercise): CodeAttempt => ({
	role: 'solution',
	submission: solutionFiles(exercise),
	expected: ({ passed }) => passed,
	problems: (done) => solutionProblems(exercise, done)
});

const examplesAttempt = (exercise: CodeExercise): CodeAttempt => ({
	role: 'other',
	submission: solutionFiles(exercise),
	mode: 'run',
	expected: ({ passed }) => passed,
	problems(done) {
		if (done.passed) return [];
		const fix = 'A learner who has solved the exercise must see every visible test pass: correct examples/.';
		const bad = done.tests.find(({ state }) => state === 'fail');
		const place = bad
			? {
					...codeTestPlace(exercise, 'examples', bad.name),
					message: `The solution fails "${bad.name}": ${describeFailure(bad)}`
				}
			: { ...describeStatus(exercise, done, 'solution'), file: `${exercise.id}/examples/` };
		return [{ code: 'examples-fail', ...place, fix }];
	}
});

function mistakeAttempt(
	exercise: CodeExercise,
	wrong: CodeExercise['wrong'][number],
	sources: Sources
): CodeAttempt {
	const names = (list: readonly string[]): string => [...list].sort().join('\n');
	const expected = ({ failed, passed }: Attempt): boolean => !passed && names(failed) === names(wrong.fails);
	return {
		role: 'faulty',
		submission: { ...solutionFiles(exercise), ...wrong.files },
		expected,
		problems(done) {
			if (expected(done)) return [];
			const file = `${exercise.id}/wrong/${wrong.name}/wrong.json`;
			const place = { file, ...lineIn(sources, file, ['fails']) };
			if (done.passed) {
				const message = `The mistake "${wrong.name}" passes every test.`;
				const fix = 'Add a test that notices it, or change the mistake.';
				return [{ code: 'wrong-passes', ...place, message, fix }];
			}
			const message = mistakeDifference(exercise, wrong, done);
			const fix =
				'Name exactly the tests that it fails, or change the mistake so that it is only one thing wrong.';
			return [{ code: 'wrong-fails-others', ...place, message, fix }];
		}
	};
}

/** The start fails, the solution passes, visible tests pass with it, each mistake fails exactly its tests. */
export const codeAttempts = (
	exercise: CodeExercise,
	artifacts: ExerciseArtifacts,
	sources: Sources
): CodeAttempt[] => [
	startAttempt(exercise),
	solutionAttempt(exercise),
	...(artifacts.examples ? [examplesAttempt(exercise)] : []),
	...exercise.wrong.map((wrong) => mistakeAttempt(exercise, wrong, sources))
];

/** A changed solution that is this many times slower than the solution is in a loop. */
const LOOP_FACTOR = 10;
const LOOP_MIN_MS = 500;

/** Each test can fail. */
export async function testsThatNeverFail(
	trial: ProofTrial<CodeExercise, FileMap, ExerciseArtifacts>
): Promise<Problem[]> {
	const { exercise, solution } = trial;
	const { manifest } = exercise;
	const limit = Math.min(Math.max(LOOP_MIN_MS, solution.durationMs * LOOP_FACTOR), manifest.timeLimitMs);
	const left = await testsNobodyFails(trial, limit);
	return left.map((name) => ({
		code: 'test-never-fails',
		...(manifest.origin ? { remark: true as const } : {}),
		...codeTestPlace(exercise, 'hidden', name),
		message: `Nothing fails the test "${name}": not the start, no mistake, and no change of the solution.`,
		fix: 'Add a mistake that it must notice, or remove the test: it may check nothing.'
	}));
}
