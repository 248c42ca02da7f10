import { readFile } from 'node:fs/promises';
import { createRequire, isBuiltin } from 'node:module';
import { join } from 'node:path';
import type * as esbuild from 'esbuild';
import { nodeModule } from '../../contract/modules.ts';
import type { PackagesScript } from '../../contract/plan.ts';
import { ownEsbuild } from '../compile/own-esbuild.ts';
import { ownFolders } from './package-folders.ts';

/** An exercise's packages cannot be had as they are named: the coach must install something, or name it differently. */
export class PackagesError extends Error {}

const MANIFEST = 'package.json';
const GLOBAL = '__passerelle_packages__';

/** The version of a package that is installed in the first of these `node_modules` that has it; null where none has. */
async function installedVersion(name: string, roots: readonly string[]): Promise<string | null> {
	for (const root of roots) {
		// Read, not resolved: a package may hide its package.json.
		const text = await readFile(join(root, name, MANIFEST), 'utf8').catch(() => null);
		if (text !== null) return (JSON.parse(text) as { version: string }).version;
	}
	return null;
}

/** Node's modules come from what runs the script; those that no exercise may have are errors here. */
const builtins: esbuild.Plugin = {
	name: 'builtins',
	setup(build) {
		build.onResolve({ filter: /^(?:node:)?[a-z0-9_]+(?:\/[a-z0-9_]+)*$/ }, ({ path }) => {
			if (!isBuiltin(path)) return undefined;
			const module = nodeModule(path);
			if (module) return { path: module, external: true };
			return { errors: [{ text: `it uses "${path}", which exercises do not have` }] };
		});
	}
};

/**
 * The npm packages of an exercise as one script (see `PackagesScript`), found from its folder upward, as in the coach's
 * repository, and after that in the site's own `node_modules`. Null where it has none. Rejects with a `PackagesError`
 * that says what to install, or which of Node's modules a package may not have here.
 * @param site folder of the site
 */
export async function bundlePackages(
	exerciseFolder: string,
	versions: Readonly<Record<string, string>>,
	site = process.cwd()
): Promise<PackagesScript | null> {
	const names = Object.keys(versions).sort();
	if (names.length === 0) return null;
	const beside = join(site, 'node_modules');
	const roots = [...(createRequire(join(exerciseFolder, MANIFEST)).resolve.paths('any') ?? []), beside];
	for (const name of names) {
		const wanted = versions[name]!;
		const found = await installedVersion(name, roots);
		if (found === wanted) continue;
		const what = found === null ? 'is not installed' : `is installed in version ${found}`;
		throw new PackagesError(
			`The package "${name}" ${what}; exercise.json asks for ${wanted}. Run: npm install --save-exact ${name}@${wanted}`
		);
	}
	const imports = names.map((name, index) => `import * as p${index} from ${JSON.stringify(name)};`);
	const all = names.map((name, index) => `${JSON.stringify(name)}: { ...p${index}, __esModule: true }`);
	const result = await ownEsbuild
		.build({
			// A module of Node's kind: the default export of a CommonJS package is all of it, as in Node.
			stdin: {
				contents: `${imports.join('\n')}\nexport default { ${all.join(', ')} };`,
				resolveDir: exerciseFolder,
				sourcefile: 'packages.mjs',
				loader: 'js'
			},
			bundle: true,
			nodePaths: [beside],
			write: false,
			format: 'iife',
			globalName: GLOBAL,
			platform: 'node',
			target: 'es2022',
			keepNames: true,
			minifyWhitespace: true,
			legalComments: 'none',
			logLevel: 'silent',
			plugins: [builtins, await ownFolders(roots, names)]
		})
		.catch((error: esbuild.BuildFailure) => {
			const [first] = error.errors;
			const file = first?.location?.file ?? names.join(', ');
			throw new PackagesError(`The packages cannot be bundled (${file}): ${first?.text ?? error.message}`);
		});
	return `${result.outputFiles[0]!.text}\nreturn ${GLOBAL}.default;`;
}
