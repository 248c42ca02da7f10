import { parseExercise } from '../../lib/exercise/parse-exercise.ts';
import type { Attempt } from '../../lib/kinds/proof.ts';
import { kinds } from '../../lib/kinds/kinds.ts';
import { compileExercise } from '../../lib/server/catalog/compile-exercise.ts';
import { attempt } from '../check/attempt.ts';
import { compileProblems } from '../check/compile-problems.ts';
import type { ForeignExercise } from './format.ts';
import {
	firstOf,
	LONGEST_MS,
	sha256,
	timeLimit,
	whyFails,
	type Trial,
	type TrialContext
} from './try-exercise.ts';
import { testsFolder, type FoundOfTests } from './write/tests-folder.ts';

const kind = kinds.get('write-tests');

/** As many bugs may be left out. */
const MOST_EXCLUDED = 200;

const NOT_READY = 'not ready: its first test notices everything. Write a start that lets bugs through';
const NO_NAMED = 'it has only automatic bugs: add those that people make, in mutants/';

/** Why the suite of a collection is none that a learner could write; null where it is one. */
function whyNot({ report, ...done }: Attempt): string | null {
	const { kills } = report;
	if (!kills) return whyFails({ report, ...done });
	if (kills.unstable.length > 0)
		return `"${kills.tests[kills.unstable[0]!]}" does not always give the same result`;
	const escaped = kills.bugs.filter(({ state }) => state !== 'caught').length;
	if (escaped === kills.bugs.length) return 'its suite notices no change of the program';
	return escaped > MOST_EXCLUDED ? `its suite lets ${escaped} changes of the program through` : null;
}

/**
 * Tries an exercise in which learners write tests before it is written: the suite passes on the program, and notices bugs of
 * it; those that it does not notice are excluded. Rejects only when aborted, and by a fault of ours.
 */
export async function tryTestsExercise(
	id: string,
	foreign: ForeignExercise,
	prerequisites: readonly string[],
	{ collect, session, alone = session, signal }: TrialContext
): Promise<Trial> {
	if (foreign.need !== 'worker')
		return { ok: false, reason: 'it needs Node; tests are written for programs of the language only' };

	/** Runs one of the folder's suites; a refusal in one line where it cannot be run. */
	async function run(which: 'start' | 'solution', found: FoundOfTests): Promise<Attempt | string> {
		const read = parseExercise(id, testsFolder(foreign, found), { hash: sha256, kinds: [kind] });
		if (!read.ok) return firstOf(id, read.problems);
		const { exercise } = read;
		try {
			const artifacts = await compileExercise(exercise, collect, '');
			const { submission } = kind.samples(exercise).find(({ name }) => name === which)!;
			return await attempt({ exercise, kind, artifacts, session: alone, signal }, submission);
		} catch (error) {
			signal.throwIfAborted();
			return firstOf(id, compileProblems(error));
		}
	}

	const first = await run('solution', { timeLimitMs: LONGEST_MS, prerequisites, escaped: [] });
	const reason = typeof first === 'string' ? first : whyNot(first);
	if (typeof first === 'string' || reason !== null) return { ok: false, reason: reason ?? '' };
	const { bugs, tests } = first.report.kills!;
	const escaped = bugs.filter(({ state }) => state !== 'caught').map((bug) => bug.id);
	const found = { timeLimitMs: timeLimit(first.durationMs), prerequisites, escaped };
	const start = await run('start', found);
	if (typeof start === 'string') return { ok: false, reason: start };
	return {
		ok: true,
		files: testsFolder(foreign, found),
		tests: tests.length,
		solutionMs: Math.round(first.durationMs),
		startFails: !start.passed,
		remarks: [NO_NAMED, ...(start.passed ? [NOT_READY] : [])]
	};
}
