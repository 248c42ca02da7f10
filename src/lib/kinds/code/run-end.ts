import { firstError } from '../../contract/diagnostic.ts';
import type { FileMap } from '../../contract/exercise.ts';
import type { RunEnd } from '../../contract/problem-details.ts';
import type { Place, SuiteName } from '../../exercise/folder-kind.ts';
import type { Attempt } from '../proof.ts';
import { codeTestPlace, type Suites } from './names.ts';

/** Files of an exercise's folder that were run: `start`, `solution`, `wrong/<name>`. */
export interface Layer {
	folder: string;
	files: FileMap;
}

/** What is known of a run that is over. */
type Ended = Pick<Attempt, 'tests'> & { report: Pick<Attempt['report'], 'status' | 'diagnostics' | 'runs'> };

const thrownAt = ({ report: { runs } }: Ended) => runs[0]?.failure ?? runs[0]?.unhandled[0];

/** The test in which a run that took too long was stopped: tests run one after another. Null where it ended by itself. */
const endlessTest = ({ report, tests }: Ended): string | null =>
	report.status === 'timeout' ? (tests.find(({ state }) => state === 'not-run')?.name ?? null) : null;

/** Why a run has no results. */
export function runEnd(done: Ended): RunEnd {
	const first = firstError(done.report.diagnostics);
	const thrown = thrownAt(done);
	const endless = endlessTest(done);
	const stuck = endless === null ? '' : `the test "${endless}" does not end`;
	const why = first?.text ?? (thrown ? `${thrown.name}: ${thrown.message}` : stuck);
	const unhandled = thrown !== undefined && thrown === done.report.runs[0]?.unhandled[0];
	return { status: done.report.status, why, ...(unhandled ? { unhandled } : {}) };
}

/** Where to look for it. `layers`: what was run, the uppermost first; `suite`: with which tests. */
export function endPlace(
	exercise: Suites,
	done: Ended,
	layers: readonly [Layer, ...Layer[]],
	suite: SuiteName = 'hidden'
): Place {
	const { id } = exercise;
	const location = firstError(done.report.diagnostics)?.location ?? thrownAt(done)?.location;
	const layer = location && layers.find(({ files }) => Object.hasOwn(files, location.file));
	if (location && layer) return { file: `${id}/${layer.folder}/${location.file}`, line: location.line };
	const endless = layers[0].folder === 'solution' ? endlessTest(done) : null;
	// What passes everywhere else is rarely the loop: the test may wait for what never comes, or loop itself.
	return endless === null ? { file: `${id}/${layers[0].folder}/` } : codeTestPlace(exercise, suite, endless);
}
