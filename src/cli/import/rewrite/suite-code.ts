import type { LearnerCode } from './learner-code.ts';
import { extendsBuiltIn, Refused } from './learner-code.ts';
import { createPlaces, plainPath, relativePath } from '../write/places.ts';
import { rewriteSuite } from './rewrite-suite.ts';
import { importedNames, readSyntax } from './syntax.ts';
import { targetOfPackage, type Target } from './targets.ts';
import { resolveRelative } from '../../../lib/compile/resolve.ts';
import type { SourceFolder } from '../read/source-folder.ts';

export interface SuiteSources {
	folder: SourceFolder;
	/** The exercise's own folder, from the collection's root. */
	base: string;
	/** Paths of the suites, from the collection's root. */
	suites: readonly string[];
	learner: LearnerCode;
	skipDotted: 'on' | 'off';
}

export interface SuiteCode {
	/** Paths begin with `tests/`. */
	tests: Record<string, string>;
	skipped: number;
	node: boolean;
	allowPrototype: boolean;
}

const isScript = (path: string): boolean => /\.(?:js|cjs|mjs|ts)$/.test(path);

/** "tests/late.js" → "tests/late.test.js": a suite is known by its name. */
function suiteName(path: string): string {
	const plain = plainPath(path);
	return /\.(?:test|spec)\.[jt]s$/.test(plain)
		? plain
		: plain.replace(/(?:\.(?:test|spec))?(\.\w+)$/i, '.test$1');
}

/** The file that has this name but for its capitals: on the machine of who wrote it they were one. */
async function besideButCase(folder: SourceFolder, path: string): Promise<string | null> {
	const parts = path.split('/');
	const wanted = parts.at(-1)!.toLowerCase();
	const there = await folder.list(parts.slice(0, -1).join('/'));
	return (
		there.find(({ name }) => [name, name.replace(/\.\w+$/, '')].some((one) => one.toLowerCase() === wanted))
			?.name ?? null
	);
}

/** The suites and what they import that is not the learner's, rewritten for us. Throws `Refused`. */
export async function readSuiteCode(sources: SuiteSources): Promise<SuiteCode> {
	const { folder, base, learner, skipDotted } = sources;
	const code: SuiteCode = { tests: {}, skipped: 0, node: false, allowPrototype: false };
	const places = createPlaces();
	const placed = new Map<string, string>();

	function place(path: string, suite: boolean): string {
		const own = base !== '' && path.startsWith(`${base}/`) ? path.slice(base.length + 1) : path;
		const chosen = `tests/${places.take(suite ? suiteName(own) : plainPath(own))}`;
		placed.set(path, chosen);
		return chosen;
	}

	async function targets(path: string, own: string, text: string): Promise<Map<string, Target>> {
		const names = new Set(importedNames(readSyntax(path, text)));
		// What `jest.mock` names may be imported nowhere else.
		for (const [, , name = ''] of text.matchAll(
			/\.\s*\w*(?:[mM]ock|Actual|Module)\w*\(\s*(['"`])(\.[^'"`\n]+)\1/g
		))
			names.add(name);
		const found = new Map<string, Target>();
		for (const name of names) {
			if (!name.startsWith('.')) continue;
			const beside = resolveRelative(path, name);
			const file = beside === null ? null : await folder.find(beside);
			if (file === null) {
				const near = beside === null ? null : await besideButCase(folder, beside);
				const instead = near === null ? '' : `; ${near} is, and capitals count`;
				found.set(name, { kind: 'refused', reason: `imports ${name}, which is not there${instead}` });
				continue;
			}
			const there = learner.placeOf(file);
			if (there !== undefined) {
				const specifier = relativePath(own, `start/${there}`);
				found.set(name, { kind: 'learner', specifier, shape: learner.shapeOf(there) });
			} else {
				if (!placed.has(file)) await add(file, place(file, false));
				found.set(name, { kind: 'suite', specifier: relativePath(own, placed.get(file)!) });
			}
		}
		return found;
	}

	async function add(path: string, own: string): Promise<void> {
		const text = await folder.read(path);
		if (text === null) throw new Refused(`there is no suite ${path}`);
		if (/\.[jt]sx$/.test(path)) throw new Refused(`${path} is written in JSX`);
		if (!isScript(path)) {
			code.tests[own] = text;
			return;
		}
		const known = await targets(path, own, text);
		const result = rewriteSuite(text, {
			path,
			skipDotted,
			resolve: (name) => known.get(name) ?? targetOfPackage(name)
		});
		if (!result.ok) throw new Refused(result.reason);
		code.tests[own] = result.text;
		code.skipped += result.skipped;
		code.node ||= result.node;
		code.allowPrototype ||= extendsBuiltIn(text);
	}

	for (const path of sources.suites) await add(path, place(path, true));
	return code;
}
