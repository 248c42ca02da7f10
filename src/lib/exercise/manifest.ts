import { exerciseManifest, type ExerciseManifest } from '../contract/exercise.ts';
import type { Problem } from '../contract/problem.ts';
import { needProblems } from './need-fields.ts';
import type { DecodedFolder } from './folder-files.ts';
import type { LocatedJson } from './json-lines.ts';
import { readJsonFile } from './read-json-file.ts';

function listedFiles(
	file: string,
	folder: DecodedFolder,
	manifest: ExerciseManifest,
	json: LocatedJson
): Problem[] {
	const problems: Problem[] = [];
	const listed = new Set<string>();
	for (const [index, { path }] of manifest.files.entries()) {
		const line = json.line(['files', index, 'path']);
		if (listed.has(path)) {
			const message = `"${path}" is listed twice.`;
			problems.push({ code: 'invalid-field', file, line, message, fix: 'Keep one of the two.' });
		} else if (!folder.paths.has(`start/${path}`)) {
			const message = `"${path}" is listed, but there is no file start/${path}.`;
			problems.push({
				code: 'missing-start-file',
				file,
				line,
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
	return problems;
}

/** Reads `exercise.json` and compares its list of files with `start/`. */
export function readManifest(
	id: string,
	folder: DecodedFolder
): { manifest: ExerciseManifest | null; problems: Problem[] } {
	const file = `${id}/exercise.json`;
	const text = folder.texts.get('exercise.json');
	if (text === undefined) {
		if (folder.paths.has('exercise.json')) return { manifest: null, problems: [] };
		const fix = 'Write it; exercises/README.md has an example.';
		return {
			manifest: null,
			problems: [{ code: 'missing-file', file, message: 'There is no exercise.json.', fix }]
		};
	}
	const { value, json, problems } = readJsonFile(file, text, exerciseManifest);
	if (!value || !json) return { manifest: null, problems };
	problems.push(...listedFiles(file, folder, value, json), ...needProblems(id, folder, value, json));
	const listed = new Set(value.files.map((one) => one.path));
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
	return { manifest: value, problems };
}
