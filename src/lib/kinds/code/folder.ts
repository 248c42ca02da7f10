import type { Exercise } from '../../contract/exercise.ts';
import { problem, type Problem } from '../../contract/problem.ts';
import type { DecodedFolder } from '../../exercise/folder-files.ts';
import type { KindFolder } from '../../exercise/folder-kind.ts';
import { readJsonFile } from '../../exercise/read-json-file.ts';
import { below, layersIn, textsBelow } from '../folder-parts.ts';
import type { CodeExercise } from './exercise.ts';
import { tooLongHandIns } from './hand-in-size.ts';
import { listedFileProblems } from './listed-files.ts';
import { survivorsFile, wrongManifest, type CodeManifest } from './manifest.ts';
import { needProblems } from './need-fields.ts';
import { codeProblem } from './problems.ts';

/** A solution or a mistake is what a learner could hand in: only files that a learner can change. */
function overlayProblems(
	id: string,
	prefix: string,
	names: readonly string[],
	manifest: CodeManifest | null
): Problem[] {
	if (!manifest) return [];
	const editable = new Set(manifest.files.filter((file) => file.editable).map((file) => file.path));
	return names
		.filter((name) => !editable.has(name))
		.map((name) => codeProblem('unknown-file/not-editable', { file: `${id}/${prefix}${name}` }, { name }));
}

const alone =
	(id: string, parent: 'wrong' | 'also') =>
	(path: string): Problem =>
		codeProblem(`unknown-file/${parent}`, { file: `${id}/${path}` });

function readAlso(id: string, folder: DecodedFolder, manifest: CodeManifest | null) {
	const { names, problems } = layersIn(folder, 'also', alone(id, 'also'));
	const also = names.map((name): CodeExercise['also'][number] => {
		const prefix = `also/${name}/`;
		problems.push(...overlayProblems(id, prefix, below(folder.paths, prefix), manifest));
		return { name, files: textsBelow(folder, prefix, prefix.length) };
	});
	return { also, problems };
}

function readWrong(id: string, folder: DecodedFolder, manifest: CodeManifest | null) {
	const { names, problems } = layersIn(folder, 'wrong', alone(id, 'wrong'));
	const wrong = names.map((name): CodeExercise['wrong'][number] => {
		const prefix = `wrong/${name}/`;
		const file = `${id}/${prefix}wrong.json`;
		const text = folder.texts.get(`${prefix}wrong.json`);
		const code = below(folder.paths, prefix).filter((path) => path !== 'wrong.json');
		if (!folder.paths.has(`${prefix}wrong.json`))
			problems.push(codeProblem('missing-file/wrong-json', { file }, { mistake: name }));
		if (code.length === 0)
			problems.push(codeProblem('missing-file/mistake', { file: `${id}/${prefix}` }, { mistake: name }));
		problems.push(...overlayProblems(id, prefix, code, manifest));
		const read = text === undefined ? null : readJsonFile(file, text, wrongManifest);
		problems.push(...(read?.problems ?? []));
		const { 'wrong.json': _, ...files } = textsBelow(folder, prefix, prefix.length);
		return { name, files, fails: read?.value?.fails ?? [] };
	});
	return { wrong, problems };
}

function readSurvivors(id: string, { texts }: DecodedFolder) {
	const text = texts.get('survivors.json');
	const read = text === undefined ? null : readJsonFile(`${id}/survivors.json`, text, survivorsFile);
	return { survivors: read?.value?.survivors ?? [], problems: read?.problems ?? [] };
}

const isTestFile = (path: string): boolean => /\.(test|spec)\.[jt]s$/.test(path);

/** What other tools take for a suite, or what can only be meant as one: it would be passed over in silence. */
const NEARLY_TEST = /\.(?:tests?|specs?)\.[cm]?([jt])sx?(?:\.txt)?$/i;

function misnamedSuites(id: string, paths: ReadonlySet<string>): Problem[] {
	const suites = [...paths].filter((path) => /^(?:tests|examples)\//.test(path) && NEARLY_TEST.test(path));
	const [alone, ...others] = [...paths].filter((path) => /^tests\/[^/]+\.[jt]s$/.test(path));
	if (alone !== undefined && others.length === 0 && !NEARLY_TEST.test(alone)) {
		const expected = alone.replace(/\.([jt]s)$/, '.test.$1');
		return [problem('misnamed-file', { file: `${id}/${alone}` }, { found: alone, expected })];
	}
	return suites
		.filter((path) => !isTestFile(path))
		.map((found) => {
			const expected = found.replace(NEARLY_TEST, (_, script: string) => `.test.${script.toLowerCase()}s`);
			return problem('misnamed-file', { file: `${id}/${found}` }, { found, expected });
		});
}

/** Reads the learner's files, suites, solution and mistakes. */
export function readCodeFolder({ id, folder, manifest, json }: KindFolder<CodeManifest>): {
	own: Omit<CodeExercise, keyof Exercise>;
	problems: Problem[];
} {
	const { wrong, problems } = readWrong(id, folder, manifest);
	const { also, problems: alsoProblems } = readAlso(id, folder, manifest);
	const { survivors, problems: survivorProblems } = readSurvivors(id, folder);
	problems.push(...alsoProblems, ...survivorProblems);
	const misnamed = misnamedSuites(id, folder.paths);
	problems.push(...misnamed);
	if (misnamed.length === 0 && !below(folder.paths, 'tests/').some(isTestFile))
		problems.push(codeProblem('missing-suite/hidden', { file: `${id}/tests/` }));
	const examples = below(folder.paths, 'examples/');
	if (examples.length > 0 && misnamed.length === 0 && !examples.some(isTestFile))
		problems.push(codeProblem('missing-suite/examples', { file: `${id}/examples/` }));
	for (const [path, text] of folder.texts) {
		if (!/^(tests|examples)\//.test(path) || !isTestFile(path) || text.trim() !== '') continue;
		problems.push(codeProblem('empty-text/suite', { file: `${id}/${path}`, line: 1 }));
	}
	const solution = below(folder.paths, 'solution/');
	if (solution.length === 0) problems.push(codeProblem('missing-solution', { file: `${id}/solution/` }));
	problems.push(...overlayProblems(id, 'solution/', solution, manifest));
	if (manifest && json)
		problems.push(
			...listedFileProblems(id, folder, manifest, json),
			...needProblems(id, folder, manifest, json)
		);
	const own = {
		start: textsBelow(folder, 'start/', 'start/'.length),
		tests: textsBelow(folder, 'tests/', 0),
		examples: textsBelow(folder, 'examples/', 0),
		solution: textsBelow(folder, 'solution/', 'solution/'.length),
		also,
		survivors,
		wrong
	};
	problems.push(...tooLongHandIns(id, own));
	return { own, problems };
}
