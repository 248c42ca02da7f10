import { firstError } from '../../contract/diagnostic.ts';
import type { FileMap } from '../../contract/exercise.ts';
import type { Place, SuiteName } from '../../exercise/folder-kind.ts';
import { endlessTest, thrownIn, type Ended } from '../run-end.ts';
import { codeTestPlace, type Suites } from './names.ts';

/** Files of an exercise's folder that were run: `start`, `solution`, `wrong/<name>`. */
export interface Layer {
	folder: string;
	files: FileMap;
}

/** Where to look for it. `layers`: what was run, the uppermost first; `suite`: with which tests. */
export function endPlace(
	exercise: Suites,
	done: Ended,
	layers: readonly [Layer, ...Layer[]],
	suite: SuiteName = 'hidden'
): Place {
	const { id } = exercise;
	const location = firstError(done.report.diagnostics)?.location ?? thrownIn(done)?.location;
	const layer = location && layers.find(({ files }) => Object.hasOwn(files, location.file));
	if (location && layer) return { file: `${id}/${layer.folder}/${location.file}`, line: location.line };
	const endless = layers[0].folder === 'solution' ? endlessTest(done) : null;
	// What passes everywhere else is rarely the loop: the test may wait for what never comes, or loop itself.
	return endless === null ? { file: `${id}/${layers[0].folder}/` } : codeTestPlace(exercise, suite, endless);
}
