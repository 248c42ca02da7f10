import { compileLearner } from '../../compile/compile-learner.ts';
import type { LearnerScript, PackagesScript } from '../../contract/plan.ts';
import type { FileMap } from '../../contract/exercise.ts';
import { problem, type Problem } from '../../contract/problem.ts';
import { lineIn } from '../../exercise/sources.ts';
import type { SuiteName } from '../../exercise/folder-kind.ts';
import type { ExerciseArtifacts, SuiteArtifact } from '../artifacts.ts';
import { ExerciseError } from '../exercise-error.ts';
import type { Collectable, CompileTools } from '../kind.ts';
import { suiteScript, suiteTests } from '../suite-artifact.ts';
import type { CodeExercise } from './exercise.ts';
import { solutionFiles } from '../submitted-files.ts';
import { endlessAtTop } from './endless-at-top.ts';
import { SUITE_FOLDERS } from './names.ts';
import { codeProblem } from './problems.ts';
import { runCode } from './run.ts';
import { sourceOf, type CodeRunnable } from '../code-workbench.ts';
import { mockedBy } from './mocked-by.ts';
import { suiteCalls } from './suite-calls.ts';

export interface CodeArtifacts extends ExerciseArtifacts {
	/** The files that a learner begins with; null where they do not compile, or only with warnings. */
	start: LearnerScript | null;
}

/** Characters of JSON: it goes with every page, and longer ones are compiled while the page is read. */
const SHORT_SCRIPT = 4000;

/** What is said of a collection that was stopped. */
const STOPPED = /it took longer than|timeout|out-of-memory/;

/** The loop or the await that keeps a suite from being loaded; null where something else does, or its text does not tell. */
function endlessProblem(id: string, why: string, code: FileMap): Problem | null {
	const found = STOPPED.test(why) ? endlessAtTop(code) : null;
	if (!found) return null;
	const { path, line, what, sure } = found;
	const place = { file: `${id}/${path}`, line };
	return sure
		? problem('collect-failed/endless', place, { what })
		: problem('collect-failed', place, { why });
}

async function compileOne(
	exercise: CodeExercise,
	suite: SuiteName,
	packages: PackagesScript | null,
	tools: CompileTools
): Promise<SuiteArtifact> {
	const { id, manifest, solution } = exercise;
	const folder = SUITE_FOLDERS[suite];
	const files = solutionFiles(exercise);
	const { need } = manifest;
	const script = await suiteScript({ id, suite: exercise[folder], start: files, need }, tools);
	const source = sourceOf({ ...manifest, mocked: script.mocked }, files);
	const learner = await compileLearner(tools.esbuild, source);
	const errors = learner.ok
		? learner.warnings.filter(({ severity }) => severity === 'error')
		: learner.diagnostics;
	if (!learner.ok || errors.length > 0) {
		const problems = errors.map(({ text, location }): Problem => {
			const own = location && !Object.hasOwn(solution, location.file) ? 'start' : 'solution';
			const file = `${id}/${own}/${location?.file ?? ''}`;
			const place = { file, ...(location ? { line: location.line } : {}) };
			return codeProblem('compile-error/solution', place, { text });
		});
		const [first] = errors;
		throw new ExerciseError(`${id}: the solution does not compile: ${first?.text}`, () => problems);
	}
	const from: Collectable = {
		need,
		learner: learner.script,
		files,
		packages: { versions: manifest.packages, code: packages },
		suite: script
	};
	const learners = Object.entries(files).map(([path, text]) => {
		const own = Object.hasOwn(solution, path) ? 'solution' : 'start';
		return [`${own}/${path}`, text] as const;
	});
	const code = { ...exercise[folder], ...Object.fromEntries(learners) };
	const explain = (why: string): Problem | null => endlessProblem(id, why, code);
	const expected = await suiteTests(id, folder, from, tools, code, explain);
	return { ...script, expected, calls: suiteCalls(exercise[folder]) };
}

/** Compiles and collects both suites, and compiles the start. A third of a second. */
export async function compileCode(exercise: CodeExercise, tools: CompileTools): Promise<CodeArtifacts> {
	const packages = await tools.packages(exercise.manifest.packages);
	if (!packages.ok) {
		const { why } = packages;
		const file = `${exercise.id}/exercise.json`;
		throw new ExerciseError(why, (sources) => [
			codeProblem('missing-package', { file, ...lineIn(sources, file, ['packages']) }, { why })
		]);
	}
	const hidden = await compileOne(exercise, 'hidden', packages.value, tools);
	const hasExamples = Object.keys(exercise.examples).length > 0;
	const examples = hasExamples ? await compileOne(exercise, 'examples', packages.value, tools) : null;
	const source = sourceOf({ ...exercise.manifest, mocked: mockedBy(hidden, examples) }, exercise.start);
	const start = await compileLearner(tools.esbuild, source);
	const clean = start.ok && start.warnings.length === 0;
	return { hidden, examples, packages: packages.value, start: clean ? start.script : null };
}

/**
 * What runs and pages may know of an exercise. Every field is named here one by one: a new field of an exercise stays
 * secret until somebody writes it down.
 */
export function codeRunnable(
	exercise: CodeExercise,
	{ hidden, examples, start }: CodeArtifacts
): CodeRunnable {
	const { manifest } = exercise;
	return {
		id: exercise.id,
		hash: exercise.hash,
		kind: runCode.name,
		need: manifest.need,
		files: manifest.files.map(({ path, editable }) => ({ path, editable, text: exercise.start[path] ?? '' })),
		entry: manifest.entry,
		timeLimitMs: manifest.timeLimitMs,
		points: manifest.points,
		allowPrototype: manifest.allowPrototype,
		allowsUnhandled: manifest.allowsUnhandled,
		hasExamples: examples !== null,
		mocked: mockedBy(hidden, examples),
		packages: manifest.packages,
		serves: manifest.serves,
		...(start && JSON.stringify(start).length <= SHORT_SCRIPT ? { startScript: start } : {})
	};
}
