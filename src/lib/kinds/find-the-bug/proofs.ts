import type { FileMap } from '../../contract/exercise.ts';
import type { Problem } from '../../contract/problem.ts';
import { lineIn, type Sources } from '../../exercise/sources.ts';
import { failureReason } from '../failure-reason.ts';
import { testsNobodyFails } from '../fallible-tests.ts';
import { programOf } from '../own-program/files.ts';
import { bad, failing, ownTests } from '../own-program/proofs.ts';
import { without, type Attempt, type ProofAttempt, type ProofTrial } from '../proof.ts';
import { runEnd } from '../run-end.ts';
import { solutionFiles } from '../submitted-files.ts';
import type { FindArtifacts } from './artifacts.ts';
import type { FindExercise } from './exercise.ts';
import { findProblem } from './problems.ts';

type FindAttempt = ProofAttempt<FileMap>;
type Wrong = FindExercise['wrong'][number];

/** Whether the tests are valid and pass on the program with the bug too. */
const misses = ({ report: { kills } }: Attempt): boolean =>
	kills !== undefined && kills.bugs.some(({ state }) => state !== 'caught');

/** Why work that must be right is not; empty where it is. */
function faults(id: string, work: string, done: Attempt): Problem[] {
	if (done.passed) return [];
	const place = { file: `${id}/${work}/` };
	const { kills, status } = done.report;
	if (status !== 'ran') return [findProblem('solution-fails/end', place, { work, end: runEnd(done) })];
	const invalid = bad(ownTests(done));
	const failed = bad(done.tests);
	const problems: Problem[] = [];
	if (invalid) {
		const reason = failureReason(invalid);
		problems.push(findProblem('solution-fails/invalid', place, { work, test: invalid.name, reason }));
	}
	if (failed) {
		const reason = failureReason(failed);
		problems.push(findProblem('solution-fails/test', place, { work, test: failed.name, reason }));
	}
	if (kills && kills.unstable.length > 0) {
		const tests = kills.unstable.map((index) => kills.tests[index] ?? '');
		problems.push(findProblem('solution-fails/unstable', place, { work, tests }));
	} else if (misses(done)) problems.push(findProblem('solution-fails/misses', place, { work }));
	return problems.length > 0
		? problems
		: [findProblem('solution-fails/end', place, { work, end: runEnd(done) })];
}

function startProblems({ id }: FindExercise, done: Attempt): Problem[] {
	const place = { file: `${id}/start/` };
	if (done.report.status !== 'ran') return [findProblem('start-does-not-run', place, { end: runEnd(done) })];
	const invalid = bad(ownTests(done));
	const problems: Problem[] = [];
	if (invalid) problems.push(findProblem('start-fails', place, { test: invalid.name }));
	else if (!misses(done)) problems.push(findProblem('start-passes/test', place));
	if (!bad(done.tests)) problems.push(findProblem('start-passes/program', place));
	return problems;
}

const startAttempt = (exercise: FindExercise): FindAttempt => ({
	role: 'faulty',
	submission: exercise.start,
	expected: (done) => startProblems(exercise, done).length === 0,
	problems: (done) => startProblems(exercise, done)
});

const rightAttempt = (
	{ id }: FindExercise,
	work: string,
	role: FindAttempt['role'],
	submission: FileMap
): FindAttempt => ({
	role,
	submission,
	expected: ({ passed }) => passed,
	problems: (done) => faults(id, work, done)
});

function wrongProblems(exercise: FindExercise, wrong: Wrong, sources: Sources, done: Attempt): Problem[] {
	const { name: mistake } = wrong;
	const file = `${exercise.id}/wrong/${mistake}/wrong.json`;
	const at = (field: string) => ({ file, ...lineIn(sources, file, [field]) });
	if (done.passed) return [findProblem('wrong-passes', at('fails'), { mistake })];
	if (done.report.status !== 'ran')
		return [findProblem('wrong-fails-others/end', at('fails'), { mistake, end: runEnd(done) })];
	const differing = (field: 'invalid' | 'fails', found: readonly string[]): Problem[] => {
		const [also, not] = [without(found, wrong[field]), without(wrong[field], found)];
		if (also.length + not.length === 0) return [];
		const ours = field === 'fails';
		return [findProblem('wrong-fails-others', at(field), { mistake, ours, also, not })];
	};
	const missed = misses(done);
	return [
		...differing('invalid', failing(ownTests(done))),
		...differing('fails', failing(done.tests)),
		...(missed === wrong.misses
			? []
			: [findProblem('wrong-escapes-others', at('misses'), { mistake, misses: missed })])
	];
}

const wrongAttempt = (exercise: FindExercise, wrong: Wrong, sources: Sources): FindAttempt => ({
	role: 'faulty',
	submission: { ...solutionFiles(exercise), ...wrong.files },
	expected: (done) => wrongProblems(exercise, wrong, sources, done).length === 0,
	problems: (done) => wrongProblems(exercise, wrong, sources, done)
});

/** The start shows nothing and is not mended, right work passes, and of each mistake exactly what it says is wrong. */
export const findAttempts = (
	exercise: FindExercise,
	_artifacts: FindArtifacts,
	sources: Sources
): FindAttempt[] => [
	startAttempt(exercise),
	rightAttempt(exercise, 'solution', 'solution', solutionFiles(exercise)),
	...exercise.also.map(({ name, files }) =>
		rightAttempt(exercise, `also/${name}`, 'other', { ...solutionFiles(exercise), ...files })
	),
	...exercise.wrong.map((wrong) => wrongAttempt(exercise, wrong, sources))
];

/** Each hidden test can fail. */
export async function testsThatNeverFail(
	trial: ProofTrial<FindExercise, FileMap, FindArtifacts>
): Promise<Problem[]> {
	const { exercise } = trial;
	const solution = solutionFiles(exercise);
	const left = await testsNobodyFails(trial, solution, Object.keys(programOf(solution)));
	return left.map((test) => findProblem('test-never-fails', { file: `${exercise.id}/tests/` }, { test }));
}

/** What would make a better exercise. */
export function findRemarks({ id, wrong }: FindExercise): Problem[] {
	const place = { remark: true, file: `${id}/wrong/` } as const;
	const problems: Problem[] = [];
	if (!wrong.some(({ misses: missed, invalid }) => missed || invalid.length > 0))
		problems.push(findProblem('few-mistakes/tests', place));
	if (!wrong.some(({ fails }) => fails.length > 0)) problems.push(findProblem('few-mistakes/program', place));
	return problems;
}
