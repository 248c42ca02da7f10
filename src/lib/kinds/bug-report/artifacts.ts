import { compileLearner } from '../../compile/compile-learner.ts';
import type { FileMap } from '../../contract/exercise.ts';
import { ExerciseError } from '../exercise-error.ts';
import type { ExerciseArtifacts, SuiteArtifact } from '../artifacts.ts';
import type { CompileTools } from '../kind.ts';
import { NO_SCRIPT } from '../no-script.ts';
import { suiteScript, suiteTests } from '../suite-artifact.ts';
import type { AppBuild } from './app-words.ts';
import type { ReportExercise } from './exercise.ts';
import { PAGE } from './plan.ts';
import { reportProblem } from './problems.ts';
import { checkIds, ownSuite, OWN_FILE } from './report-suite.ts';
import { runReport } from './run.ts';
import type { ReportRunnable, ReportSuite } from './runnable.ts';

export interface ReportArtifacts extends ExerciseArtifacts {
	hidden: SuiteArtifact & Pick<ReportSuite, 'build' | 'tests' | 'severity'>;
	/** With the bug. */
	app: AppBuild;
}

/** @param places the path of a file → where a coach finds it */
async function buildOf(
	id: string,
	files: FileMap,
	entry: string,
	{ esbuild }: CompileTools,
	place: (path: string) => string
): Promise<AppBuild> {
	const source = { files, entry, mocked: [], need: 'dom', packages: [] } as const;
	const compiled = await compileLearner(esbuild, source);
	const found = compiled.ok ? compiled.warnings : compiled.diagnostics;
	const errors = found.filter(({ severity }) => severity === 'error');
	if (compiled.ok && errors.length === 0)
		return { files, code: compiled.script.code, pages: compiled.script.pages };
	throw new ExerciseError(`${id}: the app does not compile: ${errors[0]?.text}`, () =>
		errors.map(({ text, location }) => {
			const file = `${id}/${location ? place(location.file) : 'app/'}`;
			return reportProblem('compile-error/app', { file, ...(location && { line: location.line }) }, { text });
		})
	);
}

const inFolder = (folder: string, files: FileMap): FileMap =>
	Object.fromEntries(Object.entries(files).map(([path, text]) => [`${folder}/${path}`, text]));

/** Compiles both builds and what tells them apart. Rejects with `ExerciseError`. */
export async function compileReport(exercise: ReportExercise, tools: CompileTools): Promise<ReportArtifacts> {
	const { id, app, bug, symptom, manifest } = exercise;
	const buggy = { ...app, ...bug };
	const where = (path: string): string => `${Object.hasOwn(bug, path) ? 'bug' : 'app'}/${path}`;
	const shown = await buildOf(id, buggy, PAGE, tools, where);
	const both = { ...inFolder('bug', buggy), ...inFolder('app', app) };
	const build = await buildOf(id, both, `bug/${PAGE}`, tools, (path) => path);
	const suite = { [OWN_FILE]: ownSuite(checkIds(manifest)), ...symptom };
	const script = await suiteScript({ id, suite, start: {}, need: 'dom' }, tools);
	const tests = await suiteTests(
		id,
		'symptom',
		{
			need: 'dom',
			learner: { ...NO_SCRIPT, code: build.code, pages: build.pages },
			files: build.files,
			packages: { versions: {}, code: null },
			suite: script
		},
		tools,
		symptom
	);
	const { severity } = manifest;
	return {
		// Nobody reads what they are called: as far as translations go there are none.
		hidden: { ...script, expected: [], build, tests, severity },
		examples: null,
		packages: null,
		app: shown
	};
}

/** What runs and pages may know. Every field is named one by one: a new field of an exercise stays secret. */
export function reportRunnable(
	{ id, hash, manifest, words }: ReportExercise,
	{ app }: ReportArtifacts
): ReportRunnable {
	return {
		id,
		hash,
		kind: runReport.name,
		need: manifest.need,
		timeLimitMs: manifest.timeLimitMs,
		points: manifest.points,
		allowPrototype: false,
		hasExamples: false,
		app,
		words,
		mostSteps: manifest.mostSteps,
		rules: manifest.rules
	};
}
