import type { Problem } from '../../contract/problem.ts';
import type { DecodedFolder } from '../../exercise/folder-files.ts';
import { locateJson, type LocatedJson } from '../../exercise/json-lines.ts';
import type { CodeManifest } from './manifest.ts';

const PACKAGE_JSON = 'start/package.json';

const isRecord = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** The dependencies of `start/package.json` against "packages": containers install from the one, the server bundles the other. */
function packageProblems(
	id: string,
	file: string,
	folder: DecodedFolder,
	packages: CodeManifest['packages'],
	json: LocatedJson
): Problem[] {
	const text = folder.texts.get(PACKAGE_JSON);
	const own = `${id}/${PACKAGE_JSON}`;
	if (text === undefined) {
		if (Object.keys(packages).length === 0 || folder.paths.has(PACKAGE_JSON)) return [];
		const fix = `Add it with { "type": "module", "dependencies": ${JSON.stringify(packages)} }, and list it under "files".`;
		const message = 'The exercise has packages, but there is no start/package.json.';
		return [{ code: 'missing-start-file', file, line: json.line(['packages']), message, fix }];
	}
	const located = locateJson(text);
	if (!located.ok) {
		const fix = 'Correct the JSON near this line. An editor that knows JSON underlines the place.';
		return [{ code: 'broken-json', file: own, line: located.line, message: `${located.message}.`, fix }];
	}
	const { value } = located.json;
	const found = isRecord(value) && isRecord(value.dependencies) ? value.dependencies : {};
	const problems: Problem[] = [];
	for (const [name, version] of Object.entries(packages)) {
		if (Object.hasOwn(found, name) && found[name] === version) continue;
		const message = `start/package.json does not have "${name}" in version ${version} among its dependencies.`;
		const line = json.line(['packages', name]);
		problems.push({
			code: 'invalid-field',
			file,
			line,
			message,
			fix: 'Write the same version in both files.'
		});
	}
	for (const name of Object.keys(found)) {
		if (Object.hasOwn(packages, name)) continue;
		const message = `"${name}" is a dependency, but exercise.json does not name it under "packages".`;
		const line = located.json.line(['dependencies', name]);
		problems.push({
			code: 'invalid-field',
			file: own,
			line,
			message,
			fix: 'Add it there, or remove it here.'
		});
	}
	return problems;
}

/** What only some engines have: packages and servers are Node's, and a page begins with a page. */
export function needProblems(
	id: string,
	folder: DecodedFolder,
	manifest: CodeManifest,
	json: LocatedJson
): Problem[] {
	const file = `${id}/exercise.json`;
	const { need, entry, packages, serves } = manifest;
	const problems: Problem[] = [];
	const only = (field: string) => {
		const message = `"${field}" is only for exercises with the need "node".`;
		const fix = 'Remove it, or set "need" to "node".';
		problems.push({ code: 'invalid-field', file, line: json.line([field]), message, fix });
	};
	if (need === 'node') problems.push(...packageProblems(id, file, folder, packages, json));
	else {
		if (Object.keys(packages).length > 0) only('packages');
		if (serves) only('serves');
	}
	if (need === 'dom' && !/\.html?$/.test(entry)) {
		const message = `The exercise has a page, but its entry "${entry}" is none.`;
		const fix = 'Name the .html file that is opened.';
		problems.push({ code: 'invalid-field', file, line: json.line(['entry']), message, fix });
	}
	return problems;
}
