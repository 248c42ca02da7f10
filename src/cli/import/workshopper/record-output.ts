import * as esbuild from 'esbuild';
import { compileLearner } from '../../../lib/compile/compile-learner.ts';
import { compileSuite } from '../../../lib/compile/compile-suite.ts';
import { firstError } from '../../../lib/contract/diagnostic.ts';
import type { EngineNeed, FileMap } from '../../../lib/contract/exercise.ts';
import type { EngineSession } from '../../../lib/engines/engine.ts';
import { runCode } from '../../../lib/kinds/code/run.ts';
import type { CodeRunnable } from '../../../lib/kinds/code-workbench.ts';
import { runPipeline } from '../../../lib/pipeline.ts';
import { RECORD, recordingSuite } from './stdout-suite.ts';

/** A program whose output has been asked for. */
export interface Program {
	files: FileMap;
	entry: string;
	need: EngineNeed;
}

export type Recorded = { ok: true; text: string } | { ok: false; reason: string };

/** A solution prints and ends at once, but a busy machine takes its time; a server would be waited for in vain. */
const TIME_MS = 20_000;

/** What a program prints when it is started once, in the engine that learners' programs run in. Rejects only when aborted. */
export async function recordOutput(
	session: EngineSession,
	{ files, entry, need }: Program,
	signal: AbortSignal
): Promise<Recorded> {
	const script = await compileSuite(esbuild, recordingSuite(entry, need), files, need);
	const exercise: CodeRunnable = {
		id: 'import/solution',
		hash: '',
		kind: runCode.name,
		need,
		files: [],
		entry,
		packages: {},
		mocked: [],
		timeLimitMs: TIME_MS,
		points: 1,
		hasExamples: false,
		allowPrototype: false,
		allowsUnhandled: [],
		serves: false
	};
	const { report } = await runPipeline(
		{
			mode: 'check',
			runId: 'import',
			kind: runCode,
			exercise,
			submission: files,
			suite: async () => ({
				...script,
				hash: '',
				expected: [RECORD],
				translations: { tests: {}, messages: {} }
			}),
			signal
		},
		{ compile: (source) => compileLearner(esbuild, source) },
		async () => session
	);
	const run = report.runs[0];
	const test = run?.tests[0];
	if (!run || test?.state !== 'pass') {
		const why = test?.failure?.message ?? firstError(report.diagnostics)?.text ?? report.status;
		return { ok: false, reason: `its solution does not run here: ${why.split('\n')[0]}` };
	}
	const line = run.console.at(-1)?.text ?? '';
	if (run.consoleTruncated)
		return { ok: false, reason: 'its solution prints more than a learner can compare' };
	return { ok: true, text: JSON.parse(line) as string };
}
