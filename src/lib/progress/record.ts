import type { Grade } from '../contract/grade.ts';
import type { ExerciseProgress } from '../contract/progress.ts';

type Pass = Pick<ExerciseProgress, 'passed' | 'passedHash' | 'passedAt'>;

const empty = (exerciseId: string, now: string): ExerciseProgress => ({
	exerciseId,
	attempts: 0,
	bestScore: 0,
	points: 0,
	passed: null,
	passedHash: null,
	passedAt: null,
	hintsOpened: 0,
	updatedAt: now
});

const RANK = { practised: 1, verified: 2 } as const;
const rank = (pass: Pass): number => (pass.passed === null ? 0 : RANK[pass.passed]);
const passOf = ({ passed, passedHash, passedAt }: Pass): Pass => ({ passed, passedHash, passedAt });

/**
 * The better of two passes, whole: trust, version and date speak of one and the same pass. More trust wins; with the same
 * trust the first of the two: their dates are of two clocks.
 */
const betterPass = (a: Pass, b: Pass): Pass => passOf(rank(b) > rank(a) ? b : a);

/**
 * Progress after a check. The best score and points never fall, the first pass is kept (a verified one
 * replaces a practised one), and a grade that does not count changes nothing.
 * @param now ISO 8601
 */
export function recordGrade(previous: ExerciseProgress | null, grade: Grade, now: string): ExerciseProgress {
	const before = previous ?? empty(grade.exercise.id, now);
	if (!grade.counts) return before;
	const pass: Pass = grade.passed
		? { passed: grade.trust, passedHash: grade.exercise.hash, passedAt: now }
		: { passed: null, passedHash: null, passedAt: null };
	return {
		...before,
		...(rank(pass) > rank(before) ? pass : {}),
		attempts: before.attempts + 1,
		bestScore: Math.max(before.bestScore, grade.score),
		points: Math.max(before.points, grade.points),
		updatedAt: now
	};
}

/** Progress after the learner opened hints up to and including number `opened` (1 is the first). */
export function recordHint(
	previous: ExerciseProgress | null,
	exerciseId: string,
	opened: number,
	now: string
): ExerciseProgress {
	const before = previous ?? empty(exerciseId, now);
	if (opened <= before.hintsOpened) return before;
	return { ...before, hintsOpened: opened, updatedAt: now };
}

/** Two records of one exercise become one. The same file imported twice adds nothing, so nothing is summed. */
function mergeRecords(a: ExerciseProgress, b: ExerciseProgress): ExerciseProgress {
	return {
		exerciseId: a.exerciseId,
		attempts: Math.max(a.attempts, b.attempts),
		bestScore: Math.max(a.bestScore, b.bestScore),
		points: Math.max(a.points, b.points),
		...betterPass(a, b),
		hintsOpened: Math.max(a.hintsOpened, b.hintsOpened),
		updatedAt: a.updatedAt
	};
}

/** The union of two sets of progress, for an import; where both know an exercise, the better value wins. */
export function mergeProgress(
	a: readonly ExerciseProgress[],
	b: readonly ExerciseProgress[]
): ExerciseProgress[] {
	const merged = new Map<string, ExerciseProgress>();
	for (const record of [...a, ...b]) {
		const known = merged.get(record.exerciseId);
		merged.set(record.exerciseId, known ? mergeRecords(known, record) : record);
	}
	return [...merged.values()];
}
