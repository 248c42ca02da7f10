import type { FileMap } from '../contract/exercise.ts';

const EXTENSIONS = ['', '.js', '.ts', '.mjs', '/index.js', '/index.ts'];

/** "a/b.js" + "../c.js" → "c.js"; null where it leaves the folder. */
export function resolveRelative(importer: string, specifier: string): string | null {
	const parts = importer.split('/').slice(0, -1);
	for (const part of specifier.split('/')) {
		if (part === '..') {
			if (parts.pop() === undefined) return null;
		} else if (part !== '.' && part !== '') parts.push(part);
	}
	return parts.join('/');
}

export function findFile(files: FileMap, path: string): string | null {
	const candidates = EXTENSIONS.map((extension) => path + extension);
	// TypeScript's way to name a .ts file in an import.
	if (path.endsWith('.js')) candidates.push(`${path.slice(0, -3)}.ts`);
	return candidates.find((candidate) => Object.hasOwn(files, candidate)) ?? null;
}
