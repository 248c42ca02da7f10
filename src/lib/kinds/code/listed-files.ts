import type { Problem } from '../../contract/problem.ts';
import type { DecodedFolder } from '../../exercise/folder-files.ts';
import type { LocatedJson } from '../../exercise/json-lines.ts';
import type { CodeManifest } from './manifest.ts';

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
		const place = (): { line: number } => ({ line: json.line(['files', index, 'path']) });
		if (listed.has(path)) {
			const message = `"${path}" is listed twice.`;
			problems.push({ code: 'invalid-field', file, ...place(), message, fix: 'Keep one of the two.' });
		} else if (!folder.paths.has(`start/${path}`)) {
			const message = `"${path}" is listed, but there is no file start/${path}.`;
			problems.push({
				code: 'missing-start-file',
				file,
				...place(),
				message,
				fix: 'Add the file, or take it off the list.'
			});
		}
		listed.add(path);
	}
	if (!listed.has(manifest.entry)) {
		const message = `"${manifest.entry}" is the entry, but it is not one of "files".`;
		const fix = 'Name one of the listed files.';
		problems.push({ code: 'entry-not-listed', file, line: json.line(['entry']), message, fix });
	}
	for (const path of folder.paths) {
		if (!path.startsWith('start/') || listed.has(path.slice('start/'.length))) continue;
		const message = 'No learner would see this file: exercise.json does not list it.';
		problems.push({
			code: 'unknown-file',
			file: `${id}/${path}`,
			message,
			fix: 'List it under "files", or remove it.'
		});
	}
	return problems;
}
