import { createHash } from 'node:crypto';
import { spoken } from '../../lib/coach-words/problem-words.ts';
import { endWords, failureWords } from '../../lib/coach-words/run-words.ts';
import type { Problem } from '../../lib/contract/problem.ts';
import { parseExercise } from '../../lib/exercise/parse-exercise.ts';
import { runEnd } from '../../lib/kinds/run-end.ts';
import { doneCallbacks } from '../../lib/kinds/code/done-callbacks.ts';
import { unawaitedIn } from '../../lib/kinds/code/unawaited-assertions.ts';
import { asCodeExercise } from '../../lib/kinds/code/exercise.ts';
import { solutionFiles } from '../../lib/kinds/submitted-files.ts';
import { code } from '../../lib/kinds/code/kind.ts';
import { duplicateTests } from '../../lib/kinds/code/names.ts';
import { failureReason } from '../../lib/kinds/failure-reason.ts';
import { kinds } from '../../lib/kinds/kinds.ts';
import type { Attempt } from '../../lib/kinds/proof.ts';
import { compileExercise } from '../../lib/server/catalog/compile-exercise.ts';
import type { Collect } from '../../lib/server/sandbox/collect.ts';
import { attempt, type Runnable } from '../check/attempt.ts';
import { compileProblems } from '../check/compile-problems.ts';
import type { SharedSession } from '../check/share-session.ts';
import { exerciseFolder } from './write/exercise-folder.ts';
import type { ForeignExercise } from './format.ts';

/** What trying an exercise found out; a refusal says why in one line. */
export type Trial =
	| {
			ok: true;
			/** The folder as it is to be written. */
			files: ReadonlyMap<string, string>;
			tests: number;
			solutionMs: number;
			startFails: boolean;
			remarks: string[];
	  }
	| { ok: false; reason: string };

export interface TrialContext extends SharedSession {
	collect: Collect;
	signal: AbortSignal;
}

/** As long as a check of a learner may take. */
export const LONGEST_MS = 30_000;
const SHORTEST_MS = 2000;
/** A learner's old laptop is two to three times slower than the machine that imports. */
const SLOWER = 4;

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const isManifest = ({ file }: Problem): boolean => file.endsWith('/exercise.json');
const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** The first of the problems, with its file in the exercise's folder. */
export function firstOf(id: string, [first]: readonly Problem[]): string {
	return first ? oneLine(`${first.file.slice(id.length + 1)}: ${spoken(first, kinds).message}`) : '';
}

/** Whole seconds, so that an import on another day gives the same number. */
export const timeLimit = (solutionMs: number): number =>
	Math.min(LONGEST_MS, Math.max(SHORTEST_MS, Math.ceil((SLOWER * solutionMs) / 1000) * 1000));

/** What is run, and what is said of it where only the second try went as it must. */
interface Wanted {
	who: string;
	isDone: (done: Attempt) => boolean;
	whyNot: (done: Attempt) => string;
}

/** Runs it; what went wrong on a busy machine is run once more while nothing else runs. Green at the second try is told. */
async function run(
	runnable: Runnable,
	files: Readonly<Record<string, string>>,
	timeLimitMs: number,
	{ wanted, remarks }: { wanted: Wanted; remarks: string[] }
): Promise<Attempt> {
	const first = await attempt(runnable, files, { timeLimitMs });
	if (wanted.isDone(first) || first.report.status === 'compile-error') return first;
	const alone = { ...runnable, session: runnable.alone ?? runnable.session };
	const second = await attempt(alone, files, { timeLimitMs });
	if (wanted.isDone(second))
		remarks.push(`${wanted.who} only at a second try; the first time ${wanted.whyNot(first)}`);
	return second;
}

export function whyFails(done: Attempt): string {
	if (done.report.status === 'timeout') return `the reference takes longer than ${LONGEST_MS / 1000} s`;
	if (done.report.status !== 'ran') return oneLine(endWords('The solution', runEnd(done)));
	const bad = done.tests.find(({ state }) => state !== 'pass');
	const lost = done.report.runs.flatMap(({ unhandled }) => unhandled)[0];
	if (!bad && lost)
		return `the reference leaves an error that nobody handles: ${oneLine(`${lost.name}: ${lost.message}`)}`;
	if (!bad) return 'the reference does not pass';
	return `the reference fails ${done.failed.length} of ${done.tests.length} tests, first "${bad.name}": ${oneLine(failureWords(failureReason(bad)))}`;
}

const PASSES: Wanted = { who: 'the reference passes', isDone: ({ passed }) => passed, whyNot: whyFails };
const RUNS: Wanted = {
	who: 'the start runs',
	isDone: ({ report }) => report.status === 'ran',
	whyNot: (done) => oneLine(endWords('it', runEnd(done)))
};

/** Whether it is a refactoring or a suite that notices nothing, only a person can tell. */
const NOT_READY =
	'not ready: the suite is passed by its start. Write the tests that are missing; where the code is only to be written better, "refactoring": true in exercise.json';

/** A start that a learner cannot run is told, not refused. */
function startRemark(start: Attempt): string[] {
	if (start.passed) return [NOT_READY];
	if (start.report.status === 'ran') return [];
	return [`the start does not run: ${oneLine(endWords('The start', runEnd(start)))}`];
}

/**
 * Tries an exercise before it is written: it is read, compiled and collected, the reference passes, and the start is run.
 * Rejects only when aborted, and by a fault of ours.
 */
export async function tryExercise(
	id: string,
	foreign: ForeignExercise,
	prerequisites: readonly string[],
	context: TrialContext
): Promise<Trial> {
	const { collect, session, alone, signal } = context;
	const found = {
		timeLimitMs: LONGEST_MS,
		allowPrototype: foreign.allowPrototype,
		prerequisites
	};
	const read = (): ReturnType<typeof parseExercise> =>
		parseExercise(id, exerciseFolder(foreign, found), { hash: sha256, kinds: [code] });
	const parsed = read();
	if (!parsed.ok) {
		// Where the description is wrong its languages are unknown, and texts seem to be missing.
		const sorted = parsed.problems.toSorted((a, b) => Number(isManifest(b)) - Number(isManifest(a)));
		return { ok: false, reason: firstOf(id, sorted) };
	}
	let exercise = asCodeExercise(parsed.exercise);
	let artifacts;
	try {
		artifacts = await compileExercise(exercise, collect, '');
	} catch (error) {
		signal.throwIfAborted();
		return { ok: false, reason: firstOf(id, compileProblems(error)) };
	}
	const remarks: string[] = [];
	const tryBoth = (files: Readonly<Record<string, string>>, limit: number, wanted: Wanted) =>
		run({ exercise, kind: code, artifacts, session, alone, signal }, files, limit, { wanted, remarks });
	let solution = await tryBoth(solutionFiles(exercise), LONGEST_MS, PASSES);
	// Suites spy on built-in methods too, to forbid them.
	if (!solution.passed && solution.report.status !== 'timeout' && !found.allowPrototype) {
		found.allowPrototype = true;
		const again = read();
		if (again.ok) exercise = asCodeExercise(again.exercise);
		solution = await tryBoth(solutionFiles(exercise), LONGEST_MS, PASSES);
	}
	// Of a suite that was written for Vitest: Jest's are rewritten.
	const [late] = doneCallbacks(exercise.tests);
	if (late)
		return {
			ok: false,
			reason: `${late.path}:${late.line}: this test says with ${late.name}() when it is over, and in Vitest nobody waits for that`
		};
	if (!solution.passed) return { ok: false, reason: whyFails(solution) };
	if (found.allowPrototype) remarks.push('built-in prototypes are extended: results can be forged');
	// How long it takes must not depend on what runs beside it.
	if (solution.durationMs * 4 > LONGEST_MS && alone) {
		const again = await attempt(
			{ exercise, kind: code, artifacts, session: alone, signal },
			solutionFiles(exercise),
			{ timeLimitMs: LONGEST_MS }
		);
		if (again.passed && again.durationMs < solution.durationMs) solution = again;
	}
	found.timeLimitMs = timeLimit(solution.durationMs);
	if (found.timeLimitMs === LONGEST_MS && solution.durationMs * 2 > LONGEST_MS)
		return {
			ok: false,
			reason: `the reference takes ${Math.round(solution.durationMs / 1000)} s of the ${LONGEST_MS / 1000} s that a check may take`
		};
	const start = await tryBoth(exercise.start, found.timeLimitMs, RUNS);
	remarks.push(...startRemark(start));
	for (const { path, line } of unawaitedIn(exercise.tests))
		remarks.push(`${path}:${line}: nobody awaits this assertion, so its test passes whatever it finds`);
	for (const twice of duplicateTests(exercise, artifacts.hidden.expected))
		remarks.push(
			`${twice.file.slice(id.length + 1)}:${twice.line}: ${spoken(twice, kinds).message.replace(/\.$/, '')}`
		);
	return {
		ok: true,
		files: exerciseFolder(foreign, found),
		tests: artifacts.hidden.expected.length,
		solutionMs: Math.round(solution.durationMs),
		startFails: !start.passed,
		remarks
	};
}
