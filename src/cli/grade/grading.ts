import type { z } from 'zod';
import { spoken } from '../../lib/coach-words/problem-words.ts';
import type { Exercise } from '../../lib/contract/exercise.ts';
import type { Problem } from '../../lib/contract/problem.ts';
import type { ExerciseArtifacts } from '../../lib/kinds/artifacts.ts';
import type { Kind } from '../../lib/kinds/kind.ts';
import type { Kinds } from '../../lib/kinds/kinds.ts';
import type { Attempt } from '../../lib/kinds/proof.ts';
import { readExercise } from '../../lib/server/catalog/read-folder.ts';
import { attempt } from '../check/attempt.ts';
import { compileProblems } from '../check/compile-problems.ts';
import type { SharedSession } from '../check/share-session.ts';
import type { ExercisePlace } from '../check/targets.ts';
import { artifactStore, NotPossible, type Setup } from '../setup.ts';
import { WrongUse } from '../verb.ts';
import type { gradeOutput } from './report.ts';
import { readSubmission, type Submission, type SubmissionNote } from './submission.ts';

/** One submission that was graded, and what of its files was not taken as it was handed in. */
export interface Graded {
	done: Attempt;
	/** What the first try came to, where it was the machine's fault and the submission was tried once more; null: it was not. */
	firstTry: 'timeout' | 'engine-failed' | null;
	notes: readonly SubmissionNote[];
}

const cannotRun = (id: string, problems: readonly Problem[], kinds: Kinds): NotPossible => {
	const list = problems
		.map((one) => spoken(one, kinds))
		.map(({ file, line, message }) => `  ${file}${line === undefined ? '' : `:${line}`}  ${message}`);
	return new NotPossible(`${id} cannot be used yet; "check" says what to do:\n${list.join('\n')}`);
};

/** An exercise that submissions are graded of. */
export interface Gradable {
	exercise: Exercise;
	kind: Kind;
	root: string;
}

/** Throws `NotPossible` where the exercise has problems. */
export function readGradable({ root, id }: ExercisePlace, kinds: Kinds): Gradable {
	const read = readExercise(root, id, { kinds });
	if (!read.ok) throw cannotRun(id, read.problems, kinds);
	return { exercise: read.exercise, kind: kinds.get(read.exercise.manifest.kind), root };
}

/** The exercise's suites, compiled. Rejects with `NotPossible` where they cannot be. */
export async function compileGradable(
	{ exercise, root }: Gradable,
	setup: Setup
): Promise<ExerciseArtifacts> {
	try {
		return await artifactStore(setup, root).get(exercise);
	} catch (error) {
		throw cannotRun(exercise.id, compileProblems(error), setup.kinds);
	}
}

/** Grades what was read of one learner. Rejects with `WrongUse` for what cannot be handed in, and when aborted. */
export async function gradeSubmission(
	{ exercise, kind }: Gradable,
	artifacts: ExerciseArtifacts,
	{ submission, notes }: Submission,
	{ session, alone }: Pick<SharedSession, 'session'> & Partial<SharedSession>,
	signal: AbortSignal
): Promise<Graded> {
	const accepted = kind.submission.accept(kind.runnable(exercise, artifacts), submission);
	if (accepted === null) throw new WrongUse(`--files: this cannot be handed in for ${exercise.id}.`);
	const runnable = { exercise, kind, artifacts, session, signal };
	let done = await attempt(runnable, accepted);
	// Many at a time make a machine slow, and that is no learner's fault.
	const { status } = done.report;
	const firstTry = alone && (status === 'timeout' || status === 'engine-failed') ? status : null;
	if (firstTry) done = await attempt({ ...runnable, ...(alone && { session: alone }) }, accepted);
	return { done, firstTry, notes };
}

/** One submission as `--json` prints it. */
export const asOutput = ({ done: { report, grade }, notes }: Graded): z.input<typeof gradeOutput> => ({
	version: 1,
	notes: [...notes],
	report,
	grade: grade!
});

/** What a learner's folder, or JSON file, holds. */
export const readHandIn = ({ exercise, kind }: Gradable, path: string): Promise<Submission> =>
	readSubmission(exercise, kind, path);
