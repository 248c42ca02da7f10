import { compileLearner } from '../../compile/compile-learner.ts';
import type { FileMap } from '../../contract/exercise.ts';
import type { Problem } from '../../contract/problem.ts';
import type { SuiteArtifact } from '../artifacts.ts';
import { sourceOf, type CodeRunnable } from '../code-workbench.ts';
import { ExerciseError } from '../exercise-error.ts';
import type { CompileTools } from '../kind.ts';
import { solutionFiles } from '../submitted-files.ts';
import { suiteScript, suiteTests } from '../suite-artifact.ts';
import { inOrder } from './files.ts';

/** What is compiled of a folder. */
interface OwnFolder {
	id: string;
	/** What a learner begins with, and what is laid over it. */
	start: FileMap;
	solution: FileMap;
	/** The hidden suite; paths relative to the folder (`tests/…`). */
	tests: FileMap;
}

type RunManifest = Pick<CodeRunnable, 'timeLimitMs' | 'points'>;

/** Who says that a solution does not compile. */
type SolutionProblem = (
	detail: 'compile-error/solution',
	place: { file: string; line?: number },
	details: { text: string }
) => Problem;

/** The suite of the learner's program, collected beside the solution. Rejects with `ExerciseError`. */
export async function compileHidden(
	folder: OwnFolder,
	tools: CompileTools,
	problem: SolutionProblem
): Promise<SuiteArtifact> {
	const { id, tests, solution } = folder;
	const need = 'worker' as const;
	const files = solutionFiles(folder);
	const script = await suiteScript({ id, suite: tests, start: files, need }, tools);
	const learner = await compileLearner(tools.esbuild, sourceOf(sourceFields(files, script.mocked), files));
	if (!learner.ok) {
		const [first] = learner.diagnostics;
		const { text = '', location = null } = first ?? {};
		const below = location && !Object.hasOwn(solution, location.file) ? 'start' : 'solution';
		const place = {
			file: `${id}/${below}/${location?.file ?? ''}`,
			...(location && { line: location.line })
		};
		throw new ExerciseError(`${id}: ${text}`, () => [problem('compile-error/solution', place, { text })]);
	}
	const from = {
		need,
		learner: learner.script,
		files,
		packages: { versions: {}, code: null },
		suite: script
	};
	return { ...script, expected: await suiteTests(id, 'tests', from, tools, tests) };
}

/** What runs and pages may know. Every field is named one by one: a new field of an exercise stays secret. */
export const ownRunnable = (
	kind: string,
	{ id, hash, manifest, start }: OwnFolder & { hash: string; manifest: RunManifest },
	{ mocked }: SuiteArtifact
): CodeRunnable => ({
	...sourceFields(start, mocked),
	id,
	hash,
	kind,
	files: inOrder(start).map(([path, text]) => ({ path, editable: true, text })),
	timeLimitMs: manifest.timeLimitMs,
	points: manifest.points,
	allowPrototype: false,
	allowsUnhandled: [],
	hasExamples: false,
	serves: false
});

/** How a learner's files are compiled: they import each other, and "vitest". */
const sourceFields = (
	files: FileMap,
	mocked: readonly string[]
): Pick<CodeRunnable, 'entry' | 'mocked' | 'need' | 'packages' | 'program'> => ({
	entry: inOrder(files)[0]?.[0] ?? '',
	mocked,
	need: 'worker',
	packages: {},
	program: {}
});
