import { firstError } from '../../contract/diagnostic.ts';
import type { FileMap } from '../../contract/exercise.ts';
import type { RunEnd } from '../../contract/problem-details.ts';
import type { Place } from '../../exercise/folder-kind.ts';
import type { Attempt } from '../proof.ts';
import type { CodeExercise } from './exercise.ts';

/** Files of an exercise's folder that were run: `start`, `solution`, `wrong/<name>`. */
export interface Layer {
	folder: string;
	files: FileMap;
}

const thrownAt = ({ report }: Attempt) => report.runs[0]?.failure;

/** Why a run has no results. */
export function runEnd(done: Attempt): RunEnd {
	const first = firstError(done.report.diagnostics);
	const thrown = thrownAt(done);
	const why = first?.text ?? (thrown ? `${thrown.name}: ${thrown.message}` : '');
	return { status: done.report.status, why };
}

/** Where to look for it. `layers`: what was run, the uppermost first. */
export function endPlace({ id }: CodeExercise, done: Attempt, layers: readonly [Layer, ...Layer[]]): Place {
	const location = firstError(done.report.diagnostics)?.location ?? thrownAt(done)?.location;
	const layer = location && layers.find(({ files }) => Object.hasOwn(files, location.file));
	return location && layer
		? { file: `${id}/${layer.folder}/${location.file}`, line: location.line }
		: { file: `${id}/${layers[0].folder}/` };
}
