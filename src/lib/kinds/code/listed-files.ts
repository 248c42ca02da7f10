import type { Problem } from '../../contract/problem.ts';
import type { DecodedFolder } from '../../exercise/folder-files.ts';
import type { LocatedJson } from '../../exercise/json-lines.ts';
import type { CodeManifest } from './manifest.ts';
import { codeProblem } from './problems.ts';

/** Compares the list of files in exercise.json with `start/`. */
export function listedFileProblems(
	id: string,
	folder: DecodedFolder,
	manifest: CodeManifest,
	json: LocatedJson
): Problem[] {
	const file = `${id}/exercise.json`;
	const problems: Problem[] = [];
	const listed = new Set<string>();
	for (const [index, { path }] of manifest.files.entries()) {
		const place = () => ({ file, line: json.line(['files', index, 'path']) });
		if (listed.has(path)) problems.push(codeProblem('invalid-field/listed-twice', place(), { path }));
		else if (!folder.paths.has(`start/${path}`))
			problems.push(codeProblem('missing-start-file/listed', place(), { path }));
		listed.add(path);
	}
	const { entry } = manifest;
	if (!listed.has(entry))
		problems.push(codeProblem('entry-not-listed', { file, line: json.line(['entry']) }, { entry }));
	for (const path of folder.paths) {
		if (!path.startsWith('start/') || listed.has(path.slice('start/'.length))) continue;
		problems.push(codeProblem('unknown-file/not-listed', { file: `${id}/${path}` }));
	}
	return problems;
}
