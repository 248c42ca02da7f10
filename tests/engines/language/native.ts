import { execFile } from 'node:child_process';
import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import type { FileMap } from '../../../src/lib/contract/exercise.ts';

/** What became of a program. */
export interface Outcome {
	/** Lines that it printed. */
	printed: string[];
	/** What it threw; the line is 0 where no line of the program is in the stack. */
	thrown: { name: string; message: string; file: string; line: number } | null;
}

/** Imports each folder's `main.js` in turn. Plain JavaScript: it runs in Node itself. */
const RUNNER = `
import { format } from 'node:util';
// As in Node 20: later ones have it, and the engines do not (decision 0017).
for (const name of ['Temporal', 'DisposableStack', 'AsyncDisposableStack', 'SuppressedError']) delete globalThis[name];
for (const name of ['concat', 'zip', 'zipKeyed']) delete globalThis.Iterator?.[name];
for (const name of ['includes', 'join']) delete globalThis.Iterator?.prototype[name];
delete Date.prototype.toTemporalInstant;
const outcomes = {};
for (const folder of JSON.parse(process.argv[2])) {
	const printed = [];
	console.log = (...values) => void printed.push(...format(...values).split('\\n'));
	let thrown = null;
	try {
		await import('./' + folder + '/main.js');
	} catch (error) {
		const stack = String(error?.stack ?? '');
		const at = /p\\d+\\/([\\w.]+):(\\d+)/.exec(stack);
		const is = error instanceof Error;
		thrown = { name: is ? error.name : 'Error', message: is ? error.message : String(error), file: at?.[1] ?? '', line: Number(at?.[2] ?? 0) };
	}
	outcomes[folder] = { printed, thrown };
}
process.stdout.write(JSON.stringify(outcomes));
`;

/** The line that Node's parser refuses; 0 where it refuses none. An error that is caught does not know it. */
async function badLine(file: string): Promise<number> {
	const { stderr } = await promisify(execFile)(process.execPath, ['--check', file]).catch(
		(error: unknown) => error as { stderr: string }
	);
	return Number(/:(\d+)\n/.exec(stderr)?.[1] ?? 0);
}

/** What Node itself makes of programs, as ECMAScript modules. In the order of the programs. */
export async function runInNode(programs: readonly FileMap[]): Promise<Outcome[]> {
	const root = await mkdtemp(join(tmpdir(), 'passerelle-language-'));
	try {
		await writeFile(join(root, 'package.json'), '{ "type": "module" }');
		await writeFile(join(root, 'run.mjs'), RUNNER);
		const folders = programs.map((_, number) => `p${number}`);
		for (const [number, files] of programs.entries()) {
			for (const [path, text] of Object.entries(files)) {
				const file = join(root, folders[number]!, path);
				await mkdir(dirname(file), { recursive: true });
				await writeFile(file, text);
			}
		}
		const { stdout } = await promisify(execFile)(process.execPath, ['run.mjs', JSON.stringify(folders)], {
			cwd: root,
			env: { TZ: 'Europe/Brussels', LANG: 'en_US.UTF-8' }
		});
		const outcomes = JSON.parse(stdout) as Record<string, Outcome>;
		const all = folders.map((folder) => outcomes[folder]!);
		for (const [number, { thrown }] of all.entries()) {
			if (thrown?.name !== 'SyntaxError' || thrown.line > 0) continue;
			for (const file of Object.keys(programs[number]!))
				thrown.line ||= await badLine(join(root, folders[number]!, file));
		}
		return all;
	} finally {
		await rm(root, { recursive: true, force: true });
	}
}
