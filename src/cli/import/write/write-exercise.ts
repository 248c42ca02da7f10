import { lstat, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { WrongUse } from '../../verb.ts';

export type Written = 'new' | 'same' | 'replaced' | 'differs';

/** Makes a folder, and refuses one that is a link: what is written must stay below it. */
export async function makeFolder(path: string): Promise<void> {
	await mkdir(path, { recursive: true });
	if (!(await lstat(path)).isDirectory()) throw new WrongUse(`${path} is a link. Give a folder.`);
}

async function filesBelow(folder: string, prefix = ''): Promise<Map<string, string | null>> {
	const found = new Map<string, string | null>();
	for (const entry of await readdir(join(folder, prefix), { withFileTypes: true })) {
		const path = prefix === '' ? entry.name : `${prefix}/${entry.name}`;
		if (entry.isDirectory())
			for (const [inner, text] of await filesBelow(folder, path)) found.set(inner, text);
		else found.set(path, entry.isFile() ? await readFile(join(folder, path), 'utf8') : null);
	}
	return found;
}

/** Measured, so that each import may find another one: no reason to call a folder changed. */
const withoutTime = (path: string, text: string | null | undefined): string | null | undefined =>
	path === 'exercise.json' ? text?.replace(/"timeLimitMs": \d+/, '') : text;

async function differs(folder: string, files: ReadonlyMap<string, string>): Promise<boolean> {
	const there = await filesBelow(folder);
	if (there.size !== files.size) return true;
	return [...files].some(([path, text]) => withoutTime(path, there.get(path)) !== withoutTime(path, text));
}

const exists = (path: string): Promise<boolean> =>
	lstat(path).then(
		() => true,
		() => false
	);

/**
 * Writes an exercise's folder: all of it or nothing. One that is there and differs is only replaced with `force`.
 * @param track the folder that it stands in; must exist
 */
export async function writeExercise(
	track: string,
	slug: string,
	files: ReadonlyMap<string, string>,
	force: boolean
): Promise<Written> {
	const folder = join(track, slug);
	const there = await exists(folder);
	if (there) {
		const isFolder = (await lstat(folder)).isDirectory();
		if (isFolder && !(await differs(folder, files))) return 'same';
		if (!force || !isFolder) return 'differs';
	}
	// A name with a dot is no exercise to anybody who reads the track meanwhile.
	const beside = join(track, `.${slug}.${process.pid}`);
	const old = `${beside}.old`;
	try {
		for (const [path, text] of files) {
			const file = join(beside, path);
			await mkdir(dirname(file), { recursive: true });
			await writeFile(file, text);
		}
		if (there) await rename(folder, old);
		await rename(beside, folder).catch(async (error: unknown) => {
			if (there) await rename(old, folder);
			throw error;
		});
	} finally {
		await rm(beside, { recursive: true, force: true });
		await rm(old, { recursive: true, force: true });
	}
	return there ? 'replaced' : 'new';
}
