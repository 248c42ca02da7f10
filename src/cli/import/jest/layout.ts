import type { SourceFolder } from '../read/source-folder.ts';
import { inSolutions } from './two-folders.ts';

/** One exercise as it lies in folders; paths from the collection's root. */
export interface Layout {
	/** The exercise's folder. */
	base: string;
	/** Its name in reports: the folder's, and the suite's where several suites share a folder. */
	name: string;
	suites: string[];
	/** The learner's file → its reference. */
	references: Map<string, string>;
	/** Files that learners are shown. */
	shown: string[];
	statement: string | null;
	/** Suites that nothing proves, by their names. */
	unproven: string[];
	/** Files that a suite is about and that have no reference. */
	unsolved: string[];
	/** Where there is no stub: a file that a suite is about → the file that holds its program. */
	programs: Map<string, string>;
}

const SPEC = /\.(?:spec|test)\.(?:js|cjs|mjs|ts)$/i;
const SCRIPT = /\.(?:js|cjs|mjs|ts)$/;
const SUITE_FOLDERS = new Set(['__tests__', 'test', 'tests', 'spec', 'specs']);
const CODE_FOLDERS = ['src', 'lib'];
const SOLUTION_FOLDERS = ['solution', 'solutions', '.solution', '.solutions'];
const LEFT_OUT = new Set(['node_modules', '__mocks__', 'coverage', 'dist', 'build']);
const STATEMENT = /^(?:readme|instructions|exercise|description)\.(?:md|markdown)$/i;
/** No collection lies deeper; a folder that holds itself does. */
const MAX_DEPTH = 8;

const join = (...parts: string[]): string => parts.filter((part) => part !== '').join('/');
const nameOf = (path: string): string => path.split('/').at(-1) ?? path;
const stem = (path: string): string => nameOf(path).replace(SPEC, '').replace(SCRIPT, '');
const folderOf = (path: string): string => path.split('/').slice(0, -1).join('/');

/** The reference for a file: in a folder of its own, beside it with "solution" in its name, or in a second collection. */
async function findReference(folder: SourceFolder, base: string, path: string): Promise<string | null> {
	const [name, extension] = [stem(path), /\.\w+$/.exec(path)?.[0] ?? '.js'];
	const named = ['-solution', '.solution', '_solution', 'Solution'].map((end) => `${name}${end}${extension}`);
	const own = base === '' ? path : path.slice(base.length + 1);
	const beside = folderOf(path);
	const inFolders = SOLUTION_FOLDERS.flatMap((one) => [
		...[...named, own, nameOf(path)].map((file) => join(base, one, file)),
		...[...named, nameOf(path)].map((file) => join(beside, one, file))
	]);
	for (const candidate of [inSolutions(path), ...inFolders, ...named.map((one) => join(beside, one))]) {
		if ((await folder.read(candidate)) !== null) return candidate;
	}
	return null;
}

const isReference = (name: string): boolean => /[-._]solution\.\w+$|Solution\.\w+$/.test(name);

const filesIn = async (folder: SourceFolder, base: string): Promise<string[]> =>
	(await folder.list(base)).filter((one) => !one.directory).map(({ name }) => join(base, name));

const isScript = (path: string): boolean => {
	const name = nameOf(path);
	return SCRIPT.test(name) && !SPEC.test(name) && !isReference(name) && !/\.config\.\w+$/.test(name);
};

/** An exercise for each suite, where each of several suites is about a file of its own. */
function oneEach(whole: Layout, statements: readonly string[]): Layout[] {
	const { suites, references, base } = whole;
	const own = (suite: string) => [...references].find(([path]) => stem(path) === stem(suite));
	if (suites.length < 2 || suites.some((suite) => !own(suite))) return [whole];
	return suites.map((suite) => ({
		...whole,
		name: join(base, stem(suite)),
		suites: [suite],
		references: new Map([own(suite)!]),
		statement: statements.find((path) => nameOf(path) === `${stem(suite)}.md`) ?? whole.statement
	}));
}

/** Files that suites are about and that are whole: they stand beside their suites, or only among the solutions. */
async function findPrograms(
	folder: SourceFolder,
	base: string,
	suites: readonly string[],
	unsolved: readonly string[]
): Promise<Map<string, string>> {
	const beside = unsolved.map((path): [string, string] => [path, path]);
	const alone = await Promise.all(
		suites.map(async (suite): Promise<[string, string | null]> => {
			const path = join(folderOf(suite), `${stem(suite)}${/\.ts$/.test(suite) ? '.ts' : '.js'}`);
			return [path, unsolved.includes(path) ? null : await findReference(folder, base, path)];
		})
	);
	return new Map([...beside, ...alone.filter((one): one is [string, string] => one[1] !== null)]);
}

async function readFolder(folder: SourceFolder, base: string): Promise<Layout[]> {
	const entries = await folder.list(base);
	const folders = entries.filter((one) => one.directory).map((one) => one.name);
	const files = await filesIn(folder, base);
	const inner = await Promise.all(
		folders.filter((name) => SUITE_FOLDERS.has(name)).map((name) => filesIn(folder, join(base, name)))
	);
	const suites = [...files, ...inner.flat()].filter(
		(path) => SPEC.test(path) && !isReference(`${stem(path)}.js`)
	);
	if (suites.length === 0) return [];
	const code = await Promise.all(
		folders.filter((name) => CODE_FOLDERS.includes(name)).map((name) => filesIn(folder, join(base, name)))
	);
	const scripts = [...files, ...code.flat()].filter(isScript);
	const references = new Map<string, string>();
	const shown: string[] = [];
	const unsolved: string[] = [];
	for (const path of scripts) {
		const reference = await findReference(folder, base, path);
		if (reference !== null) references.set(path, reference);
		else if (/example/i.test(nameOf(path))) shown.push(path);
		else if (suites.some((suite) => stem(suite) === stem(path))) unsolved.push(path);
	}
	const programs =
		references.size > 0 ? new Map<string, string>() : await findPrograms(folder, base, suites, unsolved);
	const provenStems = new Set([...references.keys()].map(stem));
	const unproven = suites.filter(
		(path) => !provenStems.has(stem(path)) && scripts.some((one) => stem(one) === stem(path))
	);
	const whole: Layout = {
		base,
		name: base,
		suites: suites.filter((path) => !unproven.includes(path)),
		references,
		shown,
		statement: files.find((path) => STATEMENT.test(nameOf(path))) ?? null,
		unproven,
		unsolved: unsolved.length > 0 ? unsolved : scripts,
		programs
	};
	return oneEach(whole, files);
}

/** The same folder as programs that have suites. */
export const asPrograms = (layout: Layout): Layout => ({
	...layout,
	references: layout.programs,
	suites: [...layout.suites, ...layout.unproven],
	unproven: []
});

/** A collection where each program stands beside its suite. */
export const withPrograms = (folder: SourceFolder, programs: ReadonlyMap<string, string>): SourceFolder => ({
	...folder,
	read: (path) => folder.read(programs.get(path) ?? path),
	find: async (path) =>
		(await folder.find(path)) ??
		[...programs.keys()].find((one) => one === path || one.replace(SCRIPT, '') === path) ??
		null
});

/** Every exercise below, in the order of their folders' names; an archive comes last. */
export async function findLayouts(folder: SourceFolder, signal: AbortSignal): Promise<Layout[]> {
	const found: Layout[] = [];
	const visit = async (base: string, depth: number): Promise<void> => {
		signal.throwIfAborted();
		found.push(...(await readFolder(folder, base)));
		if (depth === MAX_DEPTH) return;
		for (const { name, directory } of await folder.list(base)) {
			const other =
				name.startsWith('.') ||
				LEFT_OUT.has(name) ||
				SUITE_FOLDERS.has(name) ||
				SOLUTION_FOLDERS.includes(name);
			if (directory && !other) await visit(join(base, name), depth + 1);
		}
	};
	await visit('', 0);
	const isOld = ({ base }: Layout): boolean => /^archived?\b/i.test(base);
	return [...found.filter((one) => !isOld(one)), ...found.filter(isOld)];
}
