import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const exercises = fileURLToPath(new URL('../../exercises/', import.meta.url));

/** A copy of an exercise in a folder of its own, to be changed as a coach would. */
export class ExerciseCopy {
	/** The folder above the track. */
	readonly root = mkdtempSync(join(tmpdir(), 'passerelle-copy-'));
	readonly folder: string;

	/** @param id the copy's own */
	constructor(
		original: string,
		readonly id = original
	) {
		this.folder = join(this.root, id);
		cpSync(join(exercises, original), this.folder, { recursive: true });
	}

	read(path: string): string {
		return readFileSync(join(this.folder, path), 'utf8');
	}

	write(path: string, text: string): void {
		const file = join(this.folder, path);
		mkdirSync(dirname(file), { recursive: true });
		writeFileSync(file, text);
	}

	/** Saves a file with something else in it. Fails where there is nothing to replace. */
	change(path: string, from: string, to: string): void {
		const text = this.read(path);
		if (!text.includes(from)) throw new Error(`${path} does not hold ${from}`);
		this.write(path, text.replace(from, to));
	}

	delete(...paths: string[]): void {
		for (const path of paths) rmSync(join(this.folder, path), { recursive: true });
	}

	dispose(): void {
		rmSync(this.root, { recursive: true, force: true });
	}
}
