import * as esbuild from 'esbuild';
import { compileLearner } from '../../src/lib/compile/compile-learner.ts';
import { compileProgram, type NamedBug } from '../../src/lib/compile/compile-program.ts';
import type { FileMap } from '../../src/lib/contract/exercise.ts';
import type { Plan } from '../../src/lib/contract/plan.ts';
import { instrument } from '../../src/lib/server/compile/instrument.ts';

const TEST_FILE = 'program.test.js';

/** The plan of a check of a learner's tests: `tests` is one file, `program` what they import. */
export async function planOfTests(
	program: FileMap,
	tests: string,
	{
		named = [],
		automatic = () => true
	}: { named?: readonly NamedBug[]; automatic?: (id: string) => boolean } = {}
): Promise<Plan> {
	const compiled = await compileProgram({ esbuild, instrument }, program, named, 'worker', automatic);
	const files = { [TEST_FILE]: tests };
	const learner = await compileLearner(esbuild, {
		files,
		entry: TEST_FILE,
		mocked: [],
		need: 'worker',
		packages: [],
		program
	});
	if (!learner.ok) throw new Error(learner.diagnostics[0]?.text);
	return {
		version: 1,
		runId: 'tests',
		exercise: { id: 'testing/some', hash: 'some' },
		mode: 'check',
		need: 'worker',
		submission: files,
		files,
		packages: { versions: {}, code: null },
		learner: learner.script,
		entry: TEST_FILE,
		suite: {
			code: `await __passerelle_learner__.import("../start/${TEST_FILE}");`,
			statics: [],
			expected: []
		},
		program: compiled.program,
		runs: [{ id: 'suite', input: null }],
		limits: { timeMs: 3000, outputChars: 10_000 },
		allowPrototype: false,
		allowsUnhandled: []
	};
}
