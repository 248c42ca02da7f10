import { namedBug } from '../../compile/compile-program.ts';
import type { BugResult } from '../../contract/kill-map.ts';
import type { Problem } from '../../contract/problem.ts';
import { lineIn, type Sources } from '../../exercise/sources.ts';
import { nearestName } from '../../exercise/nearest-name.ts';
import { failureReason } from '../failure-reason.ts';
import { without, type Attempt, type ProofAttempt } from '../proof.ts';
import { runEnd } from '../run-end.ts';
import type { NamedMutant } from './buggy-exercise.ts';
import type { BugProblem } from './problems.ts';

/** Tests that somebody could hand in. S: the submission that they are. */
interface Work<S> {
	/** Of its folder. */
	name: string;
	submission: S;
}

/** Tests that are not good enough. */
interface WeakWork<S> extends Work<S> {
	/** Named bugs that they let through: exactly these. */
	escapes: readonly string[];
	/** Names of the tests that fail on the correct program: exactly these. */
	fails: readonly string[];
}

/** All that a folder holds of tests. */
export interface Works<S> {
	/** Of the exercise. */
	id: string;
	start: S;
	solution: S;
	also: readonly Work<S>[];
	wrong: readonly WeakWork<S>[];
}

/** Bugs that are named in one sentence. */
const BUGS_NAMED = 5;

const NAMED = namedBug('');

const escaped = ({ report: { kills } }: Attempt): BugResult[] =>
	(kills?.bugs ?? []).filter(({ state }) => state !== 'caught');

/** A named bug by its folder, as a coach writes it; an automatic one by its id. */
const coachName = (id: string): string => (id.startsWith(NAMED) ? id.slice(NAMED.length) : id);

/** Why tests are not valid, or not thorough; empty where they are both. */
function faults(place: { file: string }, done: Attempt, problem: BugProblem): Problem[] {
	if (done.passed) return [];
	const { kills, status } = done.report;
	const bad = done.tests.find(({ state }) => state !== 'pass');
	if (status === 'ran' && bad)
		return [problem('solution-fails/test', place, { test: bad.name, reason: failureReason(bad) })];
	if (!kills) return [problem('solution-fails/end', place, { end: runEnd(done) })];
	if (kills.unstable.length > 0) {
		const tests = kills.unstable.map((index) => kills.tests[index] ?? '');
		return [problem('solution-fails/unstable', place, { tests })];
	}
	const left = escaped(done).map(({ id }) => coachName(id));
	const bugs = left.slice(0, BUGS_NAMED);
	return [problem('solution-fails/escaped', place, { bugs, more: left.length - bugs.length })];
}

const runs = ({ report: { status } }: Attempt): boolean => status === 'ran' || status === 'nothing-ran';

const startAttempt = <S>({ id, start }: Works<S>, problem: BugProblem): ProofAttempt<S> => ({
	role: 'other',
	submission: start,
	expected: (done) => !done.passed && runs(done),
	problems(done) {
		const place = { file: `${id}/start/` };
		if (done.passed) return [problem('start-passes', place)];
		return runs(done) ? [] : [problem('start-does-not-run', place, { end: runEnd(done) })];
	}
});

/** Tests that notice everything. `folder`: where they lie. */
const goodAttempt = <S>(
	role: 'solution' | 'other',
	folder: string,
	submission: S,
	problem: BugProblem
): ProofAttempt<S> => ({
	role,
	submission,
	expected: ({ passed }) => passed,
	problems: (done) => faults({ file: folder }, done, problem)
});

function weakAttempt<S>(
	id: string,
	weak: WeakWork<S>,
	problem: BugProblem,
	sources: Sources
): ProofAttempt<S> {
	const { name: mistake, submission, escapes, fails } = weak;
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
		submission,
		expected,
		problems(done) {
			if (expected(done)) return [];
			const file = `${id}/wrong/${mistake}/wrong.json`;
			const at = (field: string) => ({ file, ...lineIn(sources, file, [field]) });
			if (done.passed) return [problem('wrong-passes', at('escapes'), { mistake })];
			if (done.report.status !== 'ran')
				return [problem('wrong-fails-others/end', at('fails'), { mistake, end: runEnd(done) })];
			const { failed } = done;
			if (fails.length > 0 || failed.length > 0) {
				const [also, not] = [without(failed, fails), without(fails, failed)];
				return [problem('wrong-fails-others', at('fails'), { mistake, also, not })];
			}
			const found = letThrough(done);
			const [also, not] = [without(found, escapes), without(escapes, found)];
			return [problem('wrong-escapes-others', at('escapes'), { mistake, also, not })];
		}
	};
}

/** The start is not enough, the solution and each other suite notice every bug, each weak one lets through what it says. */
export const bugAttempts = <S>(works: Works<S>, problem: BugProblem, sources: Sources): ProofAttempt<S>[] => [
	startAttempt(works, problem),
	goodAttempt('solution', `${works.id}/solution/`, works.solution, problem),
	...works.also.map(({ name, submission }) =>
		goodAttempt('other', `${works.id}/also/${name}/`, submission, problem)
	),
	...works.wrong.map((weak) => weakAttempt(works.id, weak, problem, sources))
];

/** What can be said of bugs, and of tests that let them through, without running anything. */
interface Bugs {
	id: string;
	mutants: readonly NamedMutant[];
	wrong: readonly { name: string; escapes: readonly string[] }[];
}

/** Fewer bugs teach little. */
const BUGS = 3;

/** What would make a better exercise. */
export function bugRemarks({ id, mutants, wrong }: Bugs, problem: BugProblem): Problem[] {
	const problems: Problem[] = [];
	if (mutants.length < BUGS) {
		const counts = { count: mutants.length, wanted: BUGS };
		problems.push(problem('few-bugs', { remark: true, file: `${id}/mutants/` }, counts));
	}
	if (!wrong.some(({ escapes }) => escapes.length > 0))
		problems.push(problem('few-mistakes', { remark: true, file: `${id}/wrong/` }));
	return problems;
}

/** Names of bugs that there are not. */
export function unknownBugs({ id, mutants, wrong }: Bugs, problem: BugProblem, sources: Sources): Problem[] {
	const known = mutants.map(({ name }) => name);
	return wrong.flatMap(({ name, escapes }) => {
		const file = `${id}/wrong/${name}/wrong.json`;
		return escapes.flatMap((bug, index): Problem[] => {
			if (known.includes(bug)) return [];
			const place = { file, ...lineIn(sources, file, ['escapes', index]) };
			return [problem('unknown-bug', place, { bug, meant: nearestName(bug, known) ?? null })];
		});
	});
}
