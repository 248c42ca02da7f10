import type { Exercise, FileMap } from '../../contract/exercise.ts';
import type { Problem } from '../../contract/problem.ts';
import type { DecodedFolder } from '../../exercise/folder-files.ts';
import type { KindFolder } from '../../exercise/folder-kind.ts';
import { readJsonFile } from '../../exercise/read-json-file.ts';
import type { CodeExercise } from './exercise.ts';
import { listedFileProblems } from './listed-files.ts';
import { wrongManifest, type CodeManifest } from './manifest.ts';
import { needProblems } from './need-fields.ts';

const below = (paths: Iterable<string>, folder: string): string[] =>
	[...paths].filter((path) => path.startsWith(folder)).map((path) => path.slice(folder.length));

const textsBelow = (folder: DecodedFolder, prefix: string, cut: number): FileMap =>
	Object.fromEntries(
		[...folder.texts]
			.filter(([path]) => path.startsWith(prefix))
			.map(([path, text]) => [path.slice(cut), text])
	);

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
		.map((name) => ({
			code: 'unknown-file',
			file: `${id}/${prefix}${name}`,
			message: `A learner cannot change a file "${name}".`,
			fix: `Remove it, or list it in exercise.json as a file that can be edited.`
		}));
}

function readWrong(id: string, folder: DecodedFolder, manifest: CodeManifest | null) {
	const problems: Problem[] = [];
	const names = new Set<string>();
	for (const path of below(folder.paths, 'wrong/')) {
		const slash = path.indexOf('/');
		if (slash > 0) names.add(path.slice(0, slash));
		else {
			const fix = 'Put it into a folder named after the mistake, for example wrong/forgets-tax/main.js.';
			problems.push({
				code: 'unknown-file',
				file: `${id}/wrong/${path}`,
				message: 'A mistake is a folder, not a file.',
				fix
			});
		}
	}
	const wrong = [...names].map((name): CodeExercise['wrong'][number] => {
		const prefix = `wrong/${name}/`;
		const file = `${id}/${prefix}wrong.json`;
		const text = folder.texts.get(`${prefix}wrong.json`);
		const code = below(folder.paths, prefix).filter((path) => path !== 'wrong.json');
		if (!folder.paths.has(`${prefix}wrong.json`)) {
			const fix = 'Write { "fails": ["full name of each test that must fail"] }.';
			problems.push({ code: 'missing-file', file, message: `The mistake "${name}" has no wrong.json.`, fix });
		}
		if (code.length === 0) {
			const message = `The mistake "${name}" changes no file, so nothing can fail.`;
			problems.push({
				code: 'missing-file',
				file: `${id}/${prefix}`,
				message,
				fix: 'Add the file with the mistake.'
			});
		}
		problems.push(...overlayProblems(id, prefix, code, manifest));
		const read = text === undefined ? null : readJsonFile(file, text, wrongManifest);
		problems.push(...(read?.problems ?? []));
		const { 'wrong.json': _, ...files } = textsBelow(folder, prefix, prefix.length);
		return { name, files, fails: read?.value?.fails ?? [] };
	});
	return { wrong, problems };
}

const isTestFile = (path: string): boolean => /\.(test|spec)\.[jt]s$/.test(path);

/** Reads the learner's files, suites, solution and mistakes. */
export function readCodeFolder({ id, folder, manifest, json }: KindFolder<CodeManifest>): {
	own: Omit<CodeExercise, keyof Exercise>;
	problems: Problem[];
} {
	const { wrong, problems } = readWrong(id, folder, manifest);
	if (!below(folder.paths, 'tests/').some(isTestFile)) {
		const fix = 'Write the hidden suite, for example tests/main.test.js.';
		problems.push({ code: 'missing-suite', file: `${id}/tests/`, message: 'There is no hidden suite.', fix });
	}
	const examples = below(folder.paths, 'examples/');
	if (examples.length > 0 && !examples.some(isTestFile)) {
		const fix = 'Name the visible suite like examples/main.test.js, or remove the folder.';
		problems.push({
			code: 'missing-suite',
			file: `${id}/examples/`,
			message: 'There is no test in examples/.',
			fix
		});
	}
	for (const [path, text] of folder.texts) {
		if (!/^(tests|examples)\//.test(path) || !isTestFile(path) || text.trim() !== '') continue;
		const fix = 'Write the tests, or remove the file.';
		problems.push({
			code: 'empty-text',
			file: `${id}/${path}`,
			line: 1,
			message: 'The suite is empty.',
			fix
		});
	}
	const solution = below(folder.paths, 'solution/');
	if (solution.length === 0) {
		const fix = 'Write what a learner could hand in, for example solution/main.js. It must pass every test.';
		problems.push({
			code: 'missing-solution',
			file: `${id}/solution/`,
			message: 'There is no solution.',
			fix
		});
	}
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
		wrong
	};
	return { own, problems };
}
