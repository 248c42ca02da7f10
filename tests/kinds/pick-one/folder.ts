import type { Exercise, FileMap } from '../../../src/lib/contract/exercise.ts';
import type { Problem } from '../../../src/lib/contract/problem.ts';
import type { FolderKind, KindFolder } from '../../../src/lib/exercise/folder-kind.ts';
import { pickProblem } from './words.ts';
import { pickManifest, type PickManifest } from './manifest.ts';

/** A suite reads the choice as `input` of "passerelle/run". */
export interface PickExercise extends Exercise {
	manifest: PickManifest;
	tests: FileMap;
}

const SUITE = /^tests\/.+\.test\.js$/;

function read({ id, folder, manifest, json }: KindFolder<PickManifest>) {
	const tests = Object.fromEntries([...folder.texts].filter(([path]) => SUITE.test(path)));
	const problems: Problem[] = [];
	if (Object.keys(tests).length === 0) {
		problems.push(pickProblem('missing-suite', { file: `${id}/tests/` }));
	}
	for (const [index, line] of (manifest?.lines ?? []).entries()) {
		if (manifest?.lines.indexOf(line) === index) continue;
		const file = `${id}/exercise.json`;
		const place = { file, line: json?.line(['lines', index]) ?? 1 };
		problems.push(pickProblem('invalid-field/line-twice', place, { line }));
	}
	return { own: { tests }, problems };
}

export const pickFolder: FolderKind<PickExercise>['folder'] = {
	manifest: pickManifest,
	paths: SUITE,
	read,
	sources: () => [],
	texts: ({ manifest, tests }) => ({ shown: manifest.lines, suites: Object.entries(tests), answers: [] }),
	names: () => [],
	remarks: () => [],
	nameProblems: () => [],
	testPlace: ({ id }) => ({ file: `${id}/tests/` })
};
