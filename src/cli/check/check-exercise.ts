import { untilAborted } from '../../lib/abort.ts';
import type { Exercise } from '../../lib/contract/exercise.ts';
import type { Problem } from '../../lib/contract/problem.ts';
import { checkSuiteNames } from '../../lib/exercise/check-suite-names.ts';
import type { Sources } from '../../lib/exercise/sources.ts';
import { checkTexts } from '../../lib/exercise/check-texts.ts';
import type { ExerciseArtifacts } from '../../lib/kinds/artifacts.ts';
import type { Kind } from '../../lib/kinds/kind.ts';
import type { Kinds } from '../../lib/kinds/kinds.ts';
import { readExercise } from '../../lib/server/catalog/read-folder.ts';
import { compileProblems } from './compile-problems.ts';
import { readSources } from './folder-texts.ts';
import { prove } from './prove.ts';
import type { Memory, Tried } from './remembered.ts';
import type { SharedSession } from './share-session.ts';
import type { ExercisePlace } from './targets.ts';

/** What checking one exercise needs of everything around it. */
export interface Checking extends SharedSession {
	kinds: Kinds;
	/** Compiled suites of an exercise of this root. */
	artifacts: (root: string, exercise: Exercise) => Promise<ExerciseArtifacts>;
	/** Null: every exercise is tried, whatever is known. */
	memory: Memory | null;
	/** Ids of exercises whose pages were judged without a browser so far. */
	provisional: ReadonlySet<string>;
	/** Whether there is an exercise of this id. */
	exists: (id: string) => boolean;
	/** Whether changes of right work are tried that no test may notice. */
	mutants: boolean;
	signal: AbortSignal;
}

/** What is known of one exercise after it was checked. */
export interface CheckedExercise extends ExercisePlace, Tried {
	/** Null where the folder cannot be read as an exercise. */
	exercise: Exercise | null;
	/** The text of `exercise.json`, to name lines in it. */
	manifestText: string | null;
	/** True where it was tried before and has not changed: nothing was run. */
	unchanged: boolean;
}

/** By place, so that the same folder always gives the same list. */
export const byPlace = (a: Problem, b: Problem): number => {
	const keys = (one: Problem) => [
		one.file,
		String(one.line ?? 0).padStart(6, '0'),
		one.code,
		one.detail,
		one.params
	];
	const [left, right] = [JSON.stringify(keys(a)), JSON.stringify(keys(b))];
	return left < right ? -1 : left > right ? 1 : 0;
};

/** What only follows from a test that is switched off: it, and the rest of a list of such tests. */
const followsFromSwitch = ({ code, detail, params }: Problem): boolean => {
	const { reason } = params;
	const skipped =
		typeof reason === 'object' && reason !== null && 'reason' in reason && reason.reason === 'skipped';
	return (
		skipped || detail === 'solution-fails/more' || code === 'test-never-fails' || code.startsWith('wrong-')
	);
};

/** What tests that nobody waits for make of every run. */
const followsFromDone = ({ code }: Problem): boolean =>
	/^(?:solution-fails|also-fails|examples-fail|second-try|unstable-test|wrong-|test-never-fails)/.test(code);

/** Two tests of one name, of which a mistake fails one: the names are the problem, and it is told. */
const namesNothing = ({ detail, params: { also, not, status } }: Problem): boolean =>
	detail === 'wrong-fails-others' &&
	status === 'ran' &&
	Array.isArray(also) &&
	Array.isArray(not) &&
	also.length + not.length === 0;

async function tryOut(
	exercise: Exercise,
	kind: Kind,
	root: string,
	sources: Sources,
	checking: Checking
): Promise<Tried> {
	let artifacts: ExerciseArtifacts;
	try {
		artifacts = await untilAborted(checking.artifacts(root, exercise), checking.signal);
	} catch (error) {
		checking.signal.throwIfAborted();
		return {
			problems: compileProblems(error, sources),
			runs: 0,
			tests: 0,
			solutionMs: null,
			mutants: null,
			provisional: false
		};
	}
	const hidden = artifacts.hidden.expected;
	const examples = artifacts.examples?.expected ?? [];
	const names = checkSuiteNames(exercise, { hidden, examples }, kind, sources);
	const { session, alone, mutants, signal } = checking;
	const { problems, ...proof } = await prove(
		{ exercise, kind, artifacts, session, alone, mutants, signal },
		sources
	);
	const off = names.some(({ code }) => code === 'switched-off-test');
	const isLate = names.some(({ code }) => code === 'done-callback');
	const told = problems.filter(
		(one) => !((off && followsFromSwitch(one)) || (isLate && followsFromDone(one)) || namesNothing(one))
	);
	const provisional = checking.provisional.has(exercise.id);
	return { problems: [...names, ...told], ...proof, tests: hidden.length + examples.length, provisional };
}

/** A checked exercise; `tried`: what is new about it and can be remembered, null where nothing was tried. */
export interface ExerciseResult {
	checked: CheckedExercise;
	tried: Tried | null;
}

/**
 * Checks one folder: structure, texts, suites, names, proof. All problems at once, in the order of their places. What
 * was tried before and has not changed is not run again; its problems are told again. Rejects only when aborted, where
 * the disk fails, and by a fault of ours.
 */
export async function checkExercise(
	{ root, id }: ExercisePlace,
	checking: Checking
): Promise<ExerciseResult> {
	const { kinds, exists, memory } = checking;
	const read = readExercise(root, id, { kinds });
	if (!read.ok) {
		const nothing = {
			runs: 0,
			tests: 0,
			solutionMs: null,
			mutants: null,
			exercise: null,
			manifestText: null,
			unchanged: false,
			provisional: false
		};
		return { checked: { root, id, problems: [...read.problems].sort(byPlace), ...nothing }, tried: null };
	}
	const { exercise } = read;
	const kind = kinds.get(exercise.manifest.kind);
	const sources = await readSources(root, exercise, kind);
	const texts = checkTexts(exercise, { sources, exists, kind });
	const known = (await memory?.get(exercise)) ?? null;
	const tried = known ?? (await tryOut(exercise, kind, root, sources, checking));
	const checked: CheckedExercise = {
		root,
		id,
		exercise,
		manifestText: sources.get(`${id}/exercise.json`) ?? null,
		...tried,
		problems: [...texts, ...tried.problems].sort(byPlace),
		unchanged: known !== null,
		runs: known ? 0 : tried.runs
	};
	return { checked, tried: known ? null : tried };
}
