import { z } from 'zod';
import { commonManifest, type ExerciseManifest } from '../contract/exercise.ts';
import { problem, type Problem } from '../contract/problem.ts';
import type { DecodedFolder } from './folder-files.ts';
import type { FolderKind } from './folder-kind.ts';
import { locateJson, type JsonResult, type LocatedJson } from './json-lines.ts';
import { readJsonFile } from './read-json-file.ts';

export interface ReadManifest {
	/** Null where exercise.json names a kind that there is not; the first one where it names none. */
	kind: FolderKind | null;
	/** Null where it has problems; with it the fields of its kind. */
	manifest: ExerciseManifest | null;
	json: LocatedJson | null;
	problems: Problem[];
}

/** What exercise.json says under "kind"; null where that is no name. */
function namedKind(located: JsonResult | null): string | null {
	const value = located?.ok ? located.json.value : null;
	const named = typeof value === 'object' && value !== null && 'kind' in value ? value.kind : null;
	return typeof named === 'string' ? named : null;
}

/** What can be said of an exercise.json whose kind nobody knows. */
const ofUnknownKind = (kinds: readonly FolderKind[]) =>
	commonManifest.extend({
		kind: z.enum(kinds.map(({ name }) => name)).describe('What the learner does: correct its spelling.')
	});

/** Reads `exercise.json` against the schema of its kind. */
export function readManifest(id: string, folder: DecodedFolder, kinds: readonly FolderKind[]): ReadManifest {
	const file = `${id}/exercise.json`;
	const text = folder.texts.get('exercise.json');
	const located = text === undefined ? null : locateJson(text);
	const named = namedKind(located);
	const kind = (named === null ? kinds[0] : kinds.find(({ name }) => name === named)) ?? null;
	const nothing = { kind, manifest: null, json: null };
	if (!located) {
		if (folder.paths.has('exercise.json')) return { ...nothing, problems: [] };
		return { ...nothing, problems: [problem('missing-file/exercise-json', { file })] };
	}
	const schema = kind?.folder.manifest ?? ofUnknownKind(kinds);
	const { value, json, problems } = readJsonFile(file, located, schema);
	return value && json ? { kind, manifest: value, json, problems } : { ...nothing, problems };
}
