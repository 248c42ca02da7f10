import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Writes one file beside its place and renames it, so that nobody, in no process, reads half of it. Makes its folder. */
export async function writeWhole(file: string, content: string | Uint8Array): Promise<void> {
	const beside = `${file}.${process.pid}`;
	await mkdir(dirname(file), { recursive: true });
	try {
		await writeFile(beside, content);
		await rename(beside, file);
	} finally {
		await rm(beside, { force: true });
	}
}
