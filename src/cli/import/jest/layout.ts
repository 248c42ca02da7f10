import type { SourceFolder } from '../read/source-folder.ts';

/** One exercise as it lies in folders; paths from the collection's root. */
export interface Layout {
	/** The exercise's folder; its name in reports. */
	base: string;
	suites: string[];
	/** The learner's file → its reference. */
	references: Map<string, string>;
	/** Files that learners are shown. */
	shown: string[];
	statement: string | null;
	/** Suites that nothing proves, by their names. */
	unproven: string[];
}

const SPEC = /\.(?:spec|test)\.(?:js|cjs|mjs|ts)$/;
const SCRIPT = /\.(?:js|cjs|mjs|ts)$/;
const SUITE_FOLDERS = new Set(['__tests__', 'test', 'tests', 'spec', 'specs']);
const SOLUTION_FOLDERS = ['solution', 'solutions', '.solution', '.solutions'];
const LEFT_OUT = new Set(['node_modules', '__mocks__', 'coverage', 'dist', 'build']);
const STATEMENT = /^(?:readme|instructions|exercise|description)\.(?:md|markdown)$/i;
/** No collection lies deeper; a folder that holds itself does. */
const MAX_DEPTH = 8;

const join = (...parts: string[]): string => parts.filter((part) => part !== '').join('/');
const stem = (name: string): string => name.replace(SPEC, '').replace(SCRIPT, '');

/** The reference for a file: in a folder of its own, or beside it with "solution" in its name. */
async function findReference(folder: SourceFolder, base: string, file: string): Promise<string | null> {
	const [name, extension] = [stem(file), /\.\w+$/.exec(file)?.[0] ?? '.js'];
	const named = ['-solution', '.solution', '_solution', 'Solution'].map((end) => `${name}${end}${extension}`);
	const inFolders = SOLUTION_FOLDERS.flatMap((one) => [...named, file].map((path) => join(base, one, path)));
	for (const path of [...inFolders, ...named.map((one) => join(base, one))]) {
		if ((await folder.read(path)) !== null) return path;
	}
	return null;
}

const isReference = (name: string): boolean => /[-._]solution\.\w+$|Solution\.\w+$/.test(name);

async function readFolder(folder: SourceFolder, base: string): Promise<Layout | null> {
	const entries = await folder.list(base);
	const files = entries.filter((one) => !one.directory).map((one) => one.name);
	const suites = files
		.filter((name) => SPEC.test(name) && !isReference(stem(name) + '.js'))
		.map((name) => join(base, name));
	for (const { name, directory } of entries) {
		if (!directory || !SUITE_FOLDERS.has(name)) continue;
		for (const inner of await folder.list(join(base, name)))
			if (!inner.directory && SPEC.test(inner.name)) suites.push(join(base, name, inner.name));
	}
	if (suites.length === 0) return null;
	const references = new Map<string, string>();
	const scripts = files.filter(
		(name) => SCRIPT.test(name) && !SPEC.test(name) && !isReference(name) && !/\.config\.\w+$/.test(name)
	);
	const shown: string[] = [];
	for (const name of scripts) {
		const reference = await findReference(folder, base, name);
		if (reference !== null) references.set(join(base, name), reference);
		else if (/example/i.test(name)) shown.push(join(base, name));
	}
	const provenStems = new Set([...references.keys()].map((path) => stem(path.split('/').at(-1) ?? '')));
	const unproven = suites.filter((path) => {
		const own = stem(path.split('/').at(-1) ?? '');
		return !provenStems.has(own) && scripts.some((name) => stem(name) === own);
	});
	const statement = files.find((name) => STATEMENT.test(name));
	return {
		base,
		suites: suites.filter((path) => !unproven.includes(path)),
		references,
		shown,
		statement: statement === undefined ? null : join(base, statement),
		unproven
	};
}

/** Every folder below that has a suite, in the order of their names; an archive comes last. */
export async function findLayouts(folder: SourceFolder, signal: AbortSignal): Promise<Layout[]> {
	const found: Layout[] = [];
	const visit = async (base: string, depth: number): Promise<void> => {
		signal.throwIfAborted();
		const layout = await readFolder(folder, base);
		if (layout) found.push(layout);
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
