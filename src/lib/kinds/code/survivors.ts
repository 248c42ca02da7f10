import { differingLines } from '../../compile/differing-lines.ts';
import type { FileMap } from '../../contract/exercise.ts';
import type { Problem } from '../../contract/problem.ts';
import { lineIn, type Sources } from '../../exercise/sources.ts';
import type { ExerciseArtifacts } from '../artifacts.ts';
import type { Attempt, ProofTrial } from '../proof.ts';
import { changedWork, type ChangedWork } from '../changed-work.ts';
import { editablePaths, type CodeExercise } from './exercise.ts';
import { solutionFiles } from '../submitted-files.ts';
import { codeProblem } from './problems.ts';

/** Mutants of one file that are tried: a run in a browser takes a second on a slow machine. */
const MUTANTS_PER_FILE = 40;

/** Of an element of many lines, so much is told. */
const TOLD_CHARACTERS = 100;

/** A mutant of right work, and how a coach names it. */
interface NamedChange extends ChangedWork {
	/** The file, and the line in it where that is known. */
	place: { file: string; line?: number };
	was: string;
	becomes: string;
}

const told = (lines: readonly string[]): string => {
	const text = lines.join(' ').replace(/\s+/g, ' ').trim();
	return text.length <= TOLD_CHARACTERS ? text : `${text.slice(0, TOLD_CHARACTERS - 1)}…`;
};

type FullTrial = ProofTrial<CodeExercise, FileMap, ExerciseArtifacts>;
type Trial = Pick<FullTrial, 'exercise' | 'esbuild'>;

/** Mutants of the solution and of each other right way, which differ from one another. */
async function allChanges({ exercise, esbuild }: Trial, perFile?: number): Promise<NamedChange[]> {
	const solved = solutionFiles(exercise);
	const layers = [
		{ folder: 'solution', files: solved, own: exercise.solution },
		...exercise.also.map(({ name, files }) => ({
			folder: `also/${name}`,
			files: { ...solved, ...files },
			own: files
		}))
	];
	const lists = await Promise.all(
		layers.map(async ({ folder, files, own }) => {
			const paths = editablePaths(exercise).filter((path) => Object.hasOwn(own, path));
			const limited = perFile === undefined ? { trials: false } : { trials: false, perFile };
			const changed = await changedWork(files, paths, esbuild.transform, limited);
			return changed.map((one): NamedChange => {
				const file = `${exercise.id}/${folder}/${one.path}`;
				const { was, becomes } = differingLines(one.before, one.files[one.path] ?? '');
				return {
					...one,
					was: told(was),
					becomes: told(becomes),
					place: one.path.endsWith('.ts') ? { file } : { file, line: one.line }
				};
			});
		})
	);
	return lists.flat();
}

type Accepted = CodeExercise['survivors'][number];

const isAccepted = ({ was, becomes }: NamedChange, accepted: Accepted): boolean =>
	accepted.was === was && (accepted.becomes === undefined || accepted.becomes === becomes);

/** Where survivors.json names one. */
function acceptedPlace(
	{ id }: CodeExercise,
	sources: Sources,
	index: number
): { file: string; line?: number } {
	const file = `${id}/survivors.json`;
	return { file, ...lineIn(sources, file, ['survivors', index]) };
}

/** Whether a test says no: a run that was stopped says nothing. */
const isNoticed = ({ passed, report: { status } }: Attempt): boolean =>
	!passed && (status === 'ran' || status === 'compile-error');

/** Mutants that pass every test, and that survivors.json does not name. */
async function unnamedSurvivors(trial: FullTrial, timeLimitMs: number): Promise<Problem[]> {
	const { exercise, run } = trial;
	const changes = await allChanges(trial, MUTANTS_PER_FILE);
	const left = changes.filter((one) => !exercise.survivors.some((accepted) => isAccepted(one, accepted)));
	const problems = await Promise.all(
		left.map(async ({ files, place, was, becomes }) => {
			const { passed } = await run(files, { timeLimitMs });
			return passed ? [codeProblem('surviving-mutant', { remark: true, ...place }, { was, becomes })] : [];
		})
	);
	return problems.flat();
}

/** Survivors that are named, and that a test notices today. */
async function noticedSurvivors(trial: FullTrial, timeLimitMs: number): Promise<Problem[]> {
	const { exercise, run, sources } = trial;
	if (exercise.survivors.length === 0) return [];
	const all = await allChanges(trial);
	const problems = await Promise.all(
		exercise.survivors.map(async (accepted, index) => {
			const changes = all.filter((one) => isAccepted(one, accepted));
			const done = await Promise.all(changes.map(({ files }) => run(files, { timeLimitMs })));
			if (done.length === 0 || !done.every(isNoticed)) return [];
			const place = acceptedPlace(exercise, sources, index);
			return [codeProblem('outdated-survivor/noticed', place, { was: accepted.was })];
		})
	);
	return problems.flat();
}

/** Mutants that pass every test where survivors.json does not say so, and the other way round. */
export const survivingMutants = async (trial: FullTrial, timeLimitMs: number): Promise<Problem[]> =>
	(await Promise.all([unnamedSurvivors(trial, timeLimitMs), noticedSurvivors(trial, timeLimitMs)])).flat();

/** Survivors that are named, and are a mutant of nothing any more. */
export async function outdatedSurvivors(trial: Trial, sources: Sources): Promise<Problem[]> {
	const { exercise } = trial;
	if (exercise.survivors.length === 0) return [];
	const changes = await allChanges(trial);
	return exercise.survivors.flatMap((accepted, index) => {
		if (changes.some((one) => isAccepted(one, accepted))) return [];
		const place = acceptedPlace(exercise, sources, index);
		return [codeProblem('outdated-survivor', place, { was: accepted.was })];
	});
}
