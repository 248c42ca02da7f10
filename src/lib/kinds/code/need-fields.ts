import { problem, type Problem } from '../../contract/problem.ts';
import type { DecodedFolder } from '../../exercise/folder-files.ts';
import { locateJson, type LocatedJson } from '../../exercise/json-lines.ts';
import type { CodeManifest } from './manifest.ts';
import { codeProblem } from './problems.ts';

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
		const place = { file, line: json.line(['packages']) };
		return [codeProblem('missing-start-file/package-json', place, { packages })];
	}
	const located = locateJson(text);
	if (!located.ok) {
		return [problem('broken-json', { file: own, line: located.line }, { json: located.json })];
	}
	const { value } = located.json;
	const found = isRecord(value) && isRecord(value.dependencies) ? value.dependencies : {};
	const problems: Problem[] = [];
	for (const [name, version] of Object.entries(packages)) {
		if (Object.hasOwn(found, name) && found[name] === version) continue;
		const place = { file, line: json.line(['packages', name]) };
		problems.push(codeProblem('invalid-field/package-version', place, { name, version }));
	}
	for (const name of Object.keys(found)) {
		if (Object.hasOwn(packages, name)) continue;
		const place = { file: own, line: located.json.line(['dependencies', name]) };
		problems.push(codeProblem('invalid-field/package-not-named', place, { name }));
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
	const only = (field: string) =>
		void problems.push(codeProblem('invalid-field/only-node', { file, line: json.line([field]) }, { field }));
	if (need === 'node') problems.push(...packageProblems(id, file, folder, packages, json));
	else {
		if (Object.keys(packages).length > 0) only('packages');
		if (serves) only('serves');
	}
	if (need === 'dom' && !/\.html?$/.test(entry))
		problems.push(codeProblem('invalid-field/no-page', { file, line: json.line(['entry']) }, { entry }));
	return problems;
}
