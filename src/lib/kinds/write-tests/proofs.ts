import { namedBug } from '../../compile/compile-program.ts';
import type { BugResult } from '../../contract/kill-map.ts';
import type { FileMap } from '../../contract/exercise.ts';
import type { Problem } from '../../contract/problem.ts';
import { lineIn, type Sources } from '../../exercise/sources.ts';
import { nearestName } from '../../exercise/nearest-name.ts';
import { failureReason } from '../failure-reason.ts';
import type { Attempt, ProofAttempt } from '../proof.ts';
import { runEnd } from '../run-end.ts';
import type { TestsArtifacts } from './artifacts.ts';
import type { NamedFiles, TestsExercise, WeakSuite } from './exercise.ts';
import { solutionFiles } from '../submitted-files.ts';
import { testsProblem } from './problems.ts';

type TestsAttempt = ProofAttempt<FileMap>;

/** Bugs that are named in one sentence. */
const BUGS_NAMED = 5;

const NAMED = namedBug('');

const escaped = ({ report: { kills } }: Attempt): BugResult[] =>
	(kills?.bugs ?? []).filter(({ state }) => state !== 'caught');

/** A named bug by its folder, as a coach writes it; an automatic one by its id. */
const coachName = (id: string): string => (id.startsWith(NAMED) ? id.slice(NAMED.length) : id);

/** Why tests are not valid, or not thorough; empty where they are both. */
function faults(place: { file: string }, done: Attempt): Problem[] {
	if (done.passed) return [];
	const { kills, status } = done.report;
	const bad = done.tests.find(({ state }) => state !== 'pass');
	if (status === 'ran' && bad)
		return [testsProblem('solution-fails/test', place, { test: bad.name, reason: failureReason(bad) })];
	if (!kills) return [testsProblem('solution-fails/end', place, { end: runEnd(done) })];
	if (kills.unstable.length > 0) {
		const tests = kills.unstable.map((index) => kills.tests[index] ?? '');
		return [testsProblem('solution-fails/unstable', place, { tests })];
	}
	const left = escaped(done).map(({ id }) => coachName(id));
	const bugs = left.slice(0, BUGS_NAMED);
	return [testsProblem('solution-fails/escaped', place, { bugs, more: left.length - bugs.length })];
}

const runs = ({ report: { status } }: Attempt): boolean => status === 'ran' || status === 'nothing-ran';

const startAttempt = ({ id, start }: TestsExercise): TestsAttempt => ({
	role: 'other',
	submission: start,
	expected: (done) => !done.passed && runs(done),
	problems(done) {
		const place = { file: `${id}/start/` };
		if (done.passed) return [testsProblem('start-passes', place)];
		return runs(done) ? [] : [testsProblem('start-does-not-run', place, { end: runEnd(done) })];
	}
});

const solutionAttempt = (exercise: TestsExercise): TestsAttempt => ({
	role: 'solution',
	submission: solutionFiles(exercise),
	expected: ({ passed }) => passed,
	problems: (done) => faults({ file: `${exercise.id}/solution/` }, done)
});

const alsoAttempt = (exercise: TestsExercise, { name, files }: NamedFiles): TestsAttempt => ({
	role: 'other',
	submission: { ...solutionFiles(exercise), ...files },
	expected: ({ passed }) => passed,
	problems: (done) => faults({ file: `${exercise.id}/also/${name}/` }, done)
});

const without = (list: readonly string[], other: readonly string[]): string[] =>
	list.filter((one) => !other.includes(one));

function weakAttempt(exercise: TestsExercise, weak: WeakSuite, sources: Sources): TestsAttempt {
	const { name: mistake, files, escapes, fails } = weak;
	const letThrough = (done: Attempt): string[] =>
		escaped(done)
			.filter(({ id }) => id.startsWith(NAMED))
			.map(({ id }) => coachName(id));
	const expected = (done: Attempt): boolean => {
		if (done.passed || done.report.status !== 'ran') return false;
		const found = fails.length > 0 ? done.failed : letThrough(done);
		const wanted = fails.length > 0 ? fails : escapes;
		return without(found, wanted).length === 0 && without(wanted, found).length === 0;
	};
	return {
		role: 'other',
		submission: { ...solutionFiles(exercise), ...files },
		expected,
		problems(done) {
			if (expected(done)) return [];
			const file = `${exercise.id}/wrong/${mistake}/wrong.json`;
			const at = (field: string) => ({ file, ...lineIn(sources, file, [field]) });
			if (done.passed) return [testsProblem('wrong-passes', at('escapes'), { mistake })];
			if (done.report.status !== 'ran')
				return [testsProblem('wrong-fails-others/end', at('fails'), { mistake, end: runEnd(done) })];
			const { failed } = done;
			if (fails.length > 0 || failed.length > 0) {
				const [also, not] = [without(failed, fails), without(fails, failed)];
				return [testsProblem('wrong-fails-others', at('fails'), { mistake, also, not })];
			}
			const found = letThrough(done);
			const [also, not] = [without(found, escapes), without(escapes, found)];
			return [testsProblem('wrong-escapes-others', at('escapes'), { mistake, also, not })];
		}
	};
}

/** The start is not enough, the solution and each other suite notice every bug, each weak one lets through what it says. */
export const testsAttempts = (
	exercise: TestsExercise,
	_artifacts: TestsArtifacts,
	sources: Sources
): TestsAttempt[] => [
	startAttempt(exercise),
	solutionAttempt(exercise),
	...exercise.also.map((way) => alsoAttempt(exercise, way)),
	...exercise.wrong.map((weak) => weakAttempt(exercise, weak, sources))
];

/** Fewer bugs teach little. */
const BUGS = 3;

/** What would make a better exercise. */
export function testsRemarks({ id, mutants, wrong }: TestsExercise): Problem[] {
	const problems: Problem[] = [];
	if (mutants.length < BUGS) {
		const counts = { count: mutants.length, wanted: BUGS };
		problems.push(testsProblem('few-bugs', { remark: true, file: `${id}/mutants/` }, counts));
	}
	if (!wrong.some(({ escapes }) => escapes.length > 0))
		problems.push(testsProblem('few-mistakes', { remark: true, file: `${id}/wrong/` }));
	return problems;
}

/** Names of bugs that there are not. */
export function unknownBugs({ id, mutants, wrong }: TestsExercise, sources: Sources): Problem[] {
	const known = mutants.map(({ name }) => name);
	return wrong.flatMap(({ name, escapes }) => {
		const file = `${id}/wrong/${name}/wrong.json`;
		return escapes.flatMap((bug, index): Problem[] => {
			if (known.includes(bug)) return [];
			const place = { file, ...lineIn(sources, file, ['escapes', index]) };
			return [testsProblem('unknown-bug', place, { bug, meant: nearestName(bug, known) ?? null })];
		});
	});
}
