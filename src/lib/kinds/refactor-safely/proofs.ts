import { namedBug } from '../../compile/compile-program.ts';
import type { FileMap } from '../../contract/exercise.ts';
import type { BugResult, KillMap } from '../../contract/kill-map.ts';
import type { Problem } from '../../contract/problem.ts';
import { lineIn, type Sources } from '../../exercise/sources.ts';
import { failureReason } from '../failure-reason.ts';
import { bugRemarks } from '../bugs/proofs.ts';
import { bad, failing, ownTests } from '../own-program/proofs.ts';
import { without, type Attempt, type ProofAttempt } from '../proof.ts';
import { runEnd } from '../run-end.ts';
import { solutionFiles } from '../submitted-files.ts';
import type { RefactorExercise } from './exercise.ts';
import { FORM } from './grade.ts';
import { bugProblem, refactorProblem } from './problems.ts';

type RefactorAttempt = ProofAttempt<FileMap>;
type Wrong = RefactorExercise['wrong'][number];

/** Bugs that are named in one sentence. */
const BUGS_NAMED = 5;
const NAMED = namedBug('');

const escaped = (kills: KillMap | undefined): BugResult[] =>
	(kills?.bugs ?? []).filter(({ state }) => state !== 'caught');

/** A named bug by its folder, as a coach writes it; an automatic one by its id. */
const coachName = ({ id }: BugResult): string => (id.startsWith(NAMED) ? id.slice(NAMED.length) : id);

/** What is wrong with tests that must notice every bug of the program as it was. */
function netFaults(place: { file: string }, work: string, kills: KillMap): Problem[] {
	if (kills.unstable.length > 0) {
		const tests = kills.unstable.map((index) => kills.tests[index] ?? '');
		return [refactorProblem('solution-fails/work-unstable', place, { work, tests })];
	}
	const left = escaped(kills).map(coachName);
	if (left.length === 0) return [];
	const bugs = left.slice(0, BUGS_NAMED);
	const more = left.length - bugs.length;
	return [refactorProblem('solution-fails/work-escaped', place, { work, bugs, more })];
}

/** Bugs of its own version that right work does not notice. */
const guardFaults = (place: { file: string }, work: string, { planted }: Attempt['report']): Problem[] =>
	escaped(planted?.kills).flatMap(({ id }) => {
		const { line = 0, was = '', becomes = '' } = planted?.bugs.find((bug) => bug.id === id) ?? {};
		return [refactorProblem('solution-fails/work-unguarded', place, { work, line, was, becomes })];
	});

/** Why work that must be right is not; empty where it is. */
function faults(id: string, work: string, done: Attempt): Problem[] {
	if (done.passed) return [];
	const place = { file: `${id}/${work}/` };
	const { report } = done;
	const end = [refactorProblem('solution-fails/work-end', place, { work, end: runEnd(done) })];
	if (report.status !== 'ran') return end;
	const [invalid, failed] = [bad(ownTests(done)), bad(done.tests)];
	const problems: Problem[] = [];
	if (invalid) {
		const reason = failureReason(invalid);
		problems.push(
			refactorProblem('solution-fails/work-invalid', place, { work, test: invalid.name, reason })
		);
	}
	if (failed) {
		const reason = failureReason(failed);
		problems.push(refactorProblem('solution-fails/work-test', place, { work, test: failed.name, reason }));
	}
	if (report.kills) problems.push(...netFaults(place, work, report.kills));
	problems.push(...guardFaults(place, work, report));
	return problems.length > 0 ? problems : end;
}

/** The start does what it should, in a form that is not asked for, and its tests let bugs through. */
function startProblems({ id }: RefactorExercise, done: Attempt): Problem[] {
	const place = { file: `${id}/start/` };
	const { report, tests } = done;
	if (report.status !== 'ran') return [refactorProblem('start-does-not-run', place, { end: runEnd(done) })];
	const problems: Problem[] = [];
	const invalid = bad(ownTests(done));
	if (invalid) problems.push(refactorProblem('start-fails', place, { test: invalid.name }));
	else if (escaped(report.kills).length === 0) problems.push(refactorProblem('start-passes', place));
	const broken = bad(tests.filter(({ name }) => !name.startsWith(FORM)));
	if (broken) {
		const reason = failureReason(broken);
		problems.push(refactorProblem('start-fails/ours', place, { test: broken.name, reason }));
	}
	if (!bad(tests.filter(({ name }) => name.startsWith(FORM))))
		problems.push(refactorProblem('start-passes/form', place));
	return problems;
}

const startAttempt = (exercise: RefactorExercise): RefactorAttempt => ({
	role: 'faulty',
	submission: exercise.start,
	expected: (done) => startProblems(exercise, done).length === 0,
	problems: (done) => startProblems(exercise, done)
});

const rightAttempt = (
	{ id }: RefactorExercise,
	work: string,
	role: RefactorAttempt['role'],
	submission: FileMap
): RefactorAttempt => ({
	role,
	submission,
	expected: ({ passed }) => passed,
	problems: (done) => faults(id, work, done)
});

function wrongProblems(exercise: RefactorExercise, wrong: Wrong, sources: Sources, done: Attempt): Problem[] {
	const { name: mistake } = wrong;
	const { report } = done;
	const file = `${exercise.id}/wrong/${mistake}/wrong.json`;
	const at = (field: string) => ({ file, ...lineIn(sources, file, [field]) });
	if (done.passed) return [refactorProblem('wrong-passes', at('fails'), { mistake })];
	if (report.status !== 'ran')
		return [refactorProblem('wrong-fails-others/end', at('fails'), { mistake, end: runEnd(done) })];
	const differing = <T>(
		found: readonly string[],
		wanted: readonly string[],
		tell: (also: readonly string[], not: readonly string[]) => T
	): T[] => {
		const [also, not] = [without(found, wanted), without(wanted, found)];
		return also.length + not.length === 0 ? [] : [tell(also, not)];
	};
	const named = escaped(report.kills).filter(({ id }) => id.startsWith(NAMED));
	const unguarded = escaped(report.planted?.kills).length > 0;
	return [
		...differing(failing(ownTests(done)), wrong.invalid, (also, not) =>
			refactorProblem('wrong-fails-others', at('invalid'), { mistake, also, not })
		),
		...differing(failing(done.tests), wrong.fails, (also, not) =>
			refactorProblem('wrong-fails-others/ours', at('fails'), { mistake, also, not })
		),
		...differing(named.map(coachName), wrong.escapes, (also, not) =>
			refactorProblem('wrong-escapes-others', at('escapes'), { mistake, also, not })
		),
		...(unguarded === wrong.unguarded
			? []
			: [refactorProblem('wrong-escapes-others/guard', at('unguarded'), { mistake, unguarded })])
	];
}

const wrongAttempt = (exercise: RefactorExercise, wrong: Wrong, sources: Sources): RefactorAttempt => ({
	role: 'faulty',
	submission: { ...solutionFiles(exercise), ...wrong.files },
	expected: (done) => wrongProblems(exercise, wrong, sources, done).length === 0,
	problems: (done) => wrongProblems(exercise, wrong, sources, done)
});

/** The start works and is not enough, right work passes, and of each mistake exactly what it says is wrong. */
export const refactorAttempts = (
	exercise: RefactorExercise,
	_artifacts: unknown,
	sources: Sources
): RefactorAttempt[] => [
	startAttempt(exercise),
	rightAttempt(exercise, 'solution', 'solution', solutionFiles(exercise)),
	...exercise.also.map(({ name, files }) =>
		rightAttempt(exercise, `also/${name}`, 'other', { ...solutionFiles(exercise), ...files })
	),
	...exercise.wrong.map((wrong) => wrongAttempt(exercise, wrong, sources))
];

/** What would make a better exercise. */
export function refactorRemarks(exercise: RefactorExercise): Problem[] {
	const { id, wrong } = exercise;
	const place = { remark: true, file: `${id}/wrong/` } as const;
	const problems = bugRemarks(exercise, bugProblem);
	if (!wrong.some(({ fails }) => fails.some((test) => !test.startsWith(FORM))))
		problems.push(refactorProblem('few-mistakes/program', place));
	if (!wrong.some(({ unguarded }) => unguarded)) problems.push(refactorProblem('few-mistakes/guard', place));
	return problems;
}
