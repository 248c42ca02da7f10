import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';
import { compileLearner } from '../../src/lib/compile/compile-learner.ts';
import type { FileMap } from '../../src/lib/contract/exercise.ts';
import type { EngineSession } from '../../src/lib/engines/engine.ts';
import { asCodeExercise, type CodeExercise } from '../../src/lib/kinds/code/exercise.ts';
import { solutionFiles } from '../../src/lib/kinds/submitted-files.ts';
import { runPipeline, type Outcome } from '../../src/lib/pipeline.ts';
import { runKind } from '../../src/lib/kinds/page-kinds.ts';
import { openCatalog, type Catalog } from '../../src/lib/server/catalog/catalog.ts';
import { nodeHarnesses } from './make-plan.ts';

const path = (name: string): string => fileURLToPath(new URL(`../../${name}`, import.meta.url));

/** Our own exercises of code, as a site has them. */
export async function openOwnExercises(): Promise<{ catalog: Catalog; exercises: CodeExercise[] }> {
	const harnesses = await nodeHarnesses();
	const catalog = await openCatalog({ roots: [path('exercises')], harnesses, cache: path('.cache/suites') });
	const exercises = catalog
		.ids()
		.map((id) => catalog.exercise(id)!)
		.filter(({ manifest }) => manifest.kind === 'code')
		.map(asCodeExercise);
	return { catalog, exercises };
}

/** What a learner could hand in, and what must become of it. */
export interface HandIn {
	/** The folder that it is made of. */
	name: string;
	files: FileMap;
	/** Full names of the hidden tests that it fails, sorted: none where it is right. */
	fails: readonly string[];
}

/** The solution, each other right way and each mistake. `check` proves the same on its engine (tests/exercises.test.ts). */
export function handInsOf(exercise: CodeExercise): HandIn[] {
	const complete = solutionFiles(exercise);
	return [
		{ name: 'solution', files: complete, fails: [] },
		...exercise.also.map(({ name, files }) => ({
			name: `also/${name}`,
			files: { ...complete, ...files },
			fails: []
		})),
		...exercise.wrong.map(({ name, files, fails }) => ({
			name: `wrong/${name}`,
			files: { ...complete, ...files },
			fails: [...fails].sort()
		}))
	];
}

/** All that is right, and as many of the mistakes: where another test runs each of them in the same engine, or on the same harness. */
export const fewMistakes = (handIns: readonly HandIn[], most: number): HandIn[] => {
	const mistakes = handIns.filter(({ fails }) => fails.length > 0).slice(0, most);
	return handIns.filter((handIn) => handIn.fails.length === 0 || mistakes.includes(handIn));
};

/** A check as the page makes it: compiled here, run in the session. */
export async function checkHandIn(
	catalog: Catalog,
	id: string,
	files: FileMap,
	session: EngineSession
): Promise<Outcome> {
	const [suite, runnable, packages] = await Promise.all([
		catalog.suite(id, 'hidden', 'en'),
		catalog.runnable(id),
		catalog.packages(id)
	]);
	return runPipeline(
		{
			mode: 'check',
			runId: 'hand-in',
			kind: runKind(runnable!.kind),
			exercise: runnable!,
			submission: files,
			suite: async () => suite,
			...(packages === null ? {} : { packages }),
			signal: new AbortController().signal
		},
		{ compile: (source) => compileLearner(esbuild, source) },
		async () => session
	);
}

/** `passes`, or the tests that it fails. */
export type Verdict = 'passes' | readonly string[];

export function verdictOf({ report, grade }: Pick<Outcome, 'report' | 'grade'>): Verdict {
	if (grade?.passed) return 'passes';
	const tests = report.runs.flatMap((run) => run.tests);
	return [...new Set(tests.filter(({ state }) => state !== 'pass').map(({ name }) => name))].sort();
}

/** What must become of each hand-in, by its name. */
export const expectedVerdicts = (handIns: readonly HandIn[]): Record<string, Verdict> =>
	Object.fromEntries(handIns.map(({ name, fails }) => [name, fails.length === 0 ? 'passes' : fails]));

/** Runs all, one after another, and says what became of each. */
export async function verdicts(
	handIns: readonly HandIn[],
	run: (handIn: HandIn) => Promise<Pick<Outcome, 'report' | 'grade'>>
): Promise<Record<string, Verdict>> {
	const found: Record<string, Verdict> = {};
	for (const handIn of handIns) found[handIn.name] = verdictOf(await run(handIn));
	return found;
}
