import { lstat, readFile } from 'node:fs/promises';

/** The text of an ordinary file; null where there is none. Links are left alone. */
export async function readOwn(path: string): Promise<string | null> {
	const info = await lstat(path).catch(() => null);
	return info?.isFile() ? readFile(path, 'utf8') : null;
}
