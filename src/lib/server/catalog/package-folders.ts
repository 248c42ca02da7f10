import { realpath } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';
import type * as esbuild from 'esbuild';

const isInside = (path: string, folder: string): boolean => path.startsWith(folder + sep);

/** The folder of the innermost package that a file belongs to: `…/node_modules/name` or `…/node_modules/@scope/name`. */
function installedFolder(path: string): string | null {
	const parts = path.split(sep);
	const at = parts.lastIndexOf('node_modules');
	if (at < 0) return null;
	const end = at + (parts[at + 1]?.startsWith('@') ? 3 : 2);
	return end < parts.length ? parts.slice(0, end).join(sep) : null;
}

/**
 * Packages are made of their own files and of other installed packages. A text or a JSON of elsewhere on the machine would
 * become a part of the script, and every learner could print it.
 * @param roots folders `node_modules` in which packages are looked for
 * @param names packages that may also be links to elsewhere, as a coach's own are
 */
export async function ownFolders(
	roots: readonly string[],
	names: readonly string[]
): Promise<esbuild.Plugin> {
	const real = async (paths: readonly string[]): Promise<string[]> =>
		(await Promise.all(paths.map((path) => realpath(path).catch(() => [])))).flat();
	const installed = await real(roots);
	const linked = await real(roots.flatMap((root) => names.map((name) => join(root, name))));
	/** The package that a file is a part of; null where it is of none. */
	const packageOf = (path: string): string | null => {
		const folder = installedFolder(path);
		if (folder && installed.some((root) => isInside(folder, root))) return folder;
		return linked.find((link) => isInside(path, link)) ?? null;
	};
	const refusal = (path: string, from: string | null) => {
		const named = from === null ? path : relative(from, path);
		return { errors: [{ text: `it takes "${named}", which is outside of its own folder` }] };
	};
	return {
		name: 'own-folders',
		setup(build) {
			build.onResolve({ filter: /^(?:\.|\/|[A-Za-z]:[\\/])/ }, ({ path, importer, resolveDir }) => {
				const from = packageOf(importer);
				const target = resolve(resolveDir, path);
				return from !== null && target !== from && !isInside(target, from)
					? refusal(target, from)
					: undefined;
			});
			// Again for what was found: a file can be a link, and its name can climb (`name/../../file`).
			build.onLoad({ filter: /.*/, namespace: 'file' }, async ({ path }) => {
				const found = await realpath(path);
				return packageOf(found) === null ? refusal(found, null) : undefined;
			});
		}
	};
}
