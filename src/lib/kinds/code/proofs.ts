import type { FileMap } from '../../contract/exercise.ts';
import type { Problem } from '../../contract/problem.ts';
import { lineIn, type Sources } from '../../exercise/sources.ts';
import type { ExerciseArtifacts } from '../artifacts.ts';
import { failureReason } from '../failure-reason.ts';
import type { Attempt, ProofAttempt, ProofTrial } from '../proof.ts';
import { editablePaths, type CodeExercise } from './exercise.ts';
import { solutionFiles } from '../submitted-files.ts';
import { loopLimit, testsNobodyFails } from '../fallible-tests.ts';
import { codeTestPlace } from './names.ts';
import { codeProblem } from './problems.ts';
import { runEnd } from '../run-end.ts';
import { endPlace, type Layer } from './end-place.ts';
import { outdatedSurvivors, survivingMutants } from './survivors.ts';
import { unstableTests } from './unstable-tests.ts';

type CodeAttempt = ProofAttempt<FileMap>;
type Way = CodeExercise['also'][number];

const solutionLayers = ({ solution, start }: CodeExercise): [Layer, Layer] => [
	{ folder: 'solution', files: solution },
	{ folder: 'start', files: start }
];

/** One problem for each failed test, but a broken solution fails them all for one reason. */
const TESTS_NAMED = 5;

function startProblems(exercise: CodeExercise, start: Attempt): Problem[] {
	const { id, manifest } = exercise;
	const wanted = manifest.refactoring;
	if (start.report.status !== 'ran') {
		const remark = manifest.origin && !wanted ? { remark: true as const } : {};
		const place = endPlace(exercise, start, [{ folder: 'start', files: exercise.start }]);
		return [codeProblem('start-does-not-run', { ...remark, ...place }, { end: runEnd(start) })];
	}
	const file = `${id}/start/`;
	if (wanted === start.passed) return [];
	return wanted
		? [codeProblem('start-fails', { file }, { test: start.failed[0] ?? '' })]
		: [codeProblem('start-passes', { file })];
}

const startAttempt = (exercise: CodeExercise): CodeAttempt => ({
	role: 'faulty',
	submission: exercise.start,
	expected: ({ passed, report }) =>
		exercise.manifest.refactoring ? passed : report.status === 'ran' && !passed,
	problems: (done) => startProblems(exercise, done)
});

/** Every test passes, and something broke outside them. */
function unhandledProblem(exercise: CodeExercise, done: Attempt): Problem {
	const { why } = runEnd(done);
	const [layer, ...others] = solutionLayers(exercise);
	return codeProblem('solution-fails/unhandled', endPlace(exercise, done, [layer, ...others]), {
		error: why
	});
}

function solutionProblems(exercise: CodeExercise, solution: Attempt): Problem[] {
	const { id } = exercise;
	if (solution.report.status !== 'ran') {
		const place = endPlace(exercise, solution, solutionLayers(exercise));
		return [codeProblem('solution-fails/end', place, { end: runEnd(solution) })];
	}
	if (solution.passed) return [];
	const bad = solution.tests.filter(({ state }) => state !== 'pass');
	if (bad.length === 0) return [unhandledProblem(exercise, solution)];
	const problems = bad.slice(0, TESTS_NAMED).map((test): Problem => {
		const location = test.failure?.location;
		const own = location && Object.hasOwn(exercise.solution, location.file);
		const place = own
			? { file: `${id}/solution/${location.file}`, line: location.line }
			: codeTestPlace(exercise, 'hidden', test.name);
		return codeProblem('solution-fails/test', place, { test: test.name, reason: failureReason(test) });
	});
	if (bad.length > TESTS_NAMED) {
		const counts = { count: bad.length - TESTS_NAMED, all: solution.tests.length };
		problems.push(codeProblem('solution-fails/more', { file: `${id}/tests/` }, counts));
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
		const bad = done.tests.find(({ state }) => state === 'fail');
		if (bad) {
			const place = codeTestPlace(exercise, 'examples', bad.name);
			return [codeProblem('examples-fail/test', place, { test: bad.name, reason: failureReason(bad) })];
		}
		const place = endPlace(exercise, done, solutionLayers(exercise), 'examples');
		return [codeProblem('examples-fail/end', place, { end: runEnd(done) })];
	}
});

function alsoProblems(exercise: CodeExercise, { name: way, files }: Way, done: Attempt): Problem[] {
	if (done.passed) return [];
	const bad = done.tests.filter(({ state }) => state !== 'pass');
	const [first] = bad;
	if (first) {
		const details = { way, test: first.name, reason: failureReason(first), count: bad.length - 1 };
		return [codeProblem('also-fails', codeTestPlace(exercise, 'hidden', first.name), details)];
	}
	const place = endPlace(exercise, done, [{ folder: `also/${way}`, files }, ...solutionLayers(exercise)]);
	return [codeProblem('also-fails/end', place, { way, end: runEnd(done) })];
}

const alsoAttempt = (exercise: CodeExercise, way: Way): CodeAttempt => ({
	role: 'other',
	submission: { ...solutionFiles(exercise), ...way.files },
	expected: ({ passed }) => passed,
	problems: (done) => alsoProblems(exercise, way, done)
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
			const mistake = wrong.name;
			if (done.passed) return [codeProblem('wrong-passes', place, { mistake })];
			if (done.tests.length === 0) {
				const layer = { folder: `wrong/${mistake}`, files: wrong.files };
				const code = endPlace(exercise, done, [layer, ...solutionLayers(exercise)]);
				return [codeProblem('wrong-fails-others/end', code, { mistake, end: runEnd(done) })];
			}
			const also = done.failed.filter((name) => !wrong.fails.includes(name));
			const not = wrong.fails.filter((name) => !done.failed.includes(name));
			const { status } = done.report;
			return [codeProblem('wrong-fails-others', place, { mistake, also, not, status })];
		}
	};
}

/**
 * The start fails, the solution and each other right way pass, visible tests pass with the solution, each mistake fails
 * exactly its tests.
 */
export const codeAttempts = (
	exercise: CodeExercise,
	artifacts: ExerciseArtifacts,
	sources: Sources
): CodeAttempt[] => [
	startAttempt(exercise),
	solutionAttempt(exercise),
	...(artifacts.examples ? [examplesAttempt(exercise)] : []),
	...exercise.also.map((also) => alsoAttempt(exercise, also)),
	...exercise.wrong.map((wrong) => mistakeAttempt(exercise, wrong, sources))
];

type Trial = ProofTrial<CodeExercise, FileMap, ExerciseArtifacts>;

/** Each test can fail. */
async function testsThatNeverFail(trial: Trial): Promise<Problem[]> {
	const { exercise } = trial;
	const left = await testsNobodyFails(trial, solutionFiles(exercise), editablePaths(exercise));
	const remark = exercise.manifest.origin ? { remark: true as const } : {};
	return left.map((test) =>
		codeProblem('test-never-fails', { ...remark, ...codeTestPlace(exercise, 'hidden', test) }, { test })
	);
}

/**
 * Each test can fail, and is the same on another day, in another place and order; where it is asked for, each change of
 * right work is noticed.
 */
export async function furtherProofs(trial: Trial): Promise<Problem[]> {
	const proofs = [
		testsThatNeverFail(trial),
		unstableTests(trial),
		outdatedSurvivors(trial, trial.sources),
		...(trial.mutants ? [survivingMutants(trial, loopLimit(trial))] : [])
	];
	return (await Promise.all(proofs)).flat();
}
