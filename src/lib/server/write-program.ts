import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';

/** Writes a program for a process, once for each version of its text. `name`: such as "compile.mjs". Returns its path. */
export function writeProgram(folder: string, name: string, text: string): string {
	mkdirSync(folder, { recursive: true });
	const hash = createHash('sha256').update(text).digest('hex').slice(0, 12);
	const extension = extname(name);
	const file = join(folder, `${name.slice(0, -extension.length)}-${hash}${extension}`);
	if (existsSync(file)) return file;
	// Renamed into place, so that another process never reads half a program.
	const temporary = `${file}.${process.pid}`;
	writeFileSync(temporary, text);
	renameSync(temporary, file);
	return file;
}
