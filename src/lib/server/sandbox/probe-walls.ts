import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { DENO_FLAGS, denoEnv } from './deno-sandbox.ts';
import { killGroup } from './kill-group.ts';
import { startEnclosed } from './start-enclosed.ts';
import { enclosures, WALLS, type Enclosure, type Wall, type Walled } from './walls.ts';

/** A canary that says nothing by now is stuck: it takes a fifth of a second on an idle machine. */
const LIMIT_MS = 15_000;

/** How programs are started here, and what was seen to stand around them. */
export interface Walls {
	enclosure: Enclosure;
	standing: readonly Wall[];
	missing: readonly Wall[];
}

/** Limits only. */
export const noWalls = (): Walls => ({ enclosure: enclosures().at(-1)!, standing: [], missing: WALLS });

/** What the canary prints until it ends, or is ended; nothing where it cannot be started. */
async function outputOf(enclosure: Enclosure, program: Walled, denoDir: string): Promise<string> {
	let child;
	try {
		child = startEnclosed(enclosure, program, denoEnv(denoDir));
	} catch {
		return '';
	}
	const ended = new Promise<void>((resolve) => {
		child.on('error', () => resolve()).on('close', () => resolve());
	});
	// It has no pipes then.
	if (child.pid === undefined) return '';
	const limit = setTimeout(() => killGroup(child), LIMIT_MS);
	let text = '';
	child.stdout.setEncoding('utf8').on('data', (part: string) => (text += part));
	child.stderr.resume();
	child.stdin.on('error', () => {}).end();
	await ended;
	clearTimeout(limit);
	return text;
}

/** Runs the canary inside. Null where it does not run there at all. */
async function look(
	enclosure: Enclosure,
	at: { deno: string; script: string; secret: string; port: number }
): Promise<readonly Wall[] | null> {
	const { deno, script, secret, port } = at;
	const denoDir = `${script}.cache`;
	const written = `${script}.written`;
	mkdirSync(denoDir, { recursive: true });
	const flags = [...DENO_FLAGS, '--no-code-cache', '--allow-all', '--v8-flags=--single-threaded'];
	const args = [`${port}`, secret, written, `${process.pid}`, `${process.getuid?.() ?? -1}`];
	const command = [deno, 'run', ...flags, script, ...args];
	const program = { command, reads: [deno, script], scratch: [denoDir] };
	const stdout = await outputOf(enclosure, program, denoDir);
	try {
		const stands = JSON.parse(stdout) as Record<Wall, boolean>;
		if (existsSync(written)) stands.files = false;
		// What was not meant to be a wall may hold by chance, as where there is no home to read.
		return WALLS.filter((wall) => stands[wall] && enclosure.claims.includes(wall));
	} catch {
		return null;
	}
}

/**
 * Finds the strongest way to start programs on this machine, by really trying to break out of each.
 * `canary`: text of the program that looks for walls from inside. `folder`: of the sandbox's programs; what can be read
 * from there inside is what is tried.
 */
export async function probeWalls(
	{ deno, canary, folder }: { deno: string; canary: string; folder: string },
	from = enclosures()
): Promise<Walls> {
	const work = join(folder, `canary-${randomUUID()}`);
	mkdirSync(work, { recursive: true });
	const script = join(work, 'canary.js');
	const secret = join(work, 'secret.txt');
	writeFileSync(script, canary);
	writeFileSync(secret, 'secret');
	const server = createServer((socket) => socket.destroy());
	await new Promise<void>((resolve, reject) => {
		server.once('error', reject);
		server.listen(0, '127.0.0.1', resolve);
	});
	const { port } = server.address() as AddressInfo;
	let best: Walls | null = null;
	try {
		for (const enclosure of from) {
			const standing = await look(enclosure, { deno, script, secret, port });
			if (standing === null || (best && best.standing.length >= standing.length)) continue;
			best = { enclosure, standing, missing: WALLS.filter((wall) => !standing.includes(wall)) };
			// Nothing weaker can do better.
			if (standing.length === enclosure.claims.length) break;
		}
	} finally {
		server.close();
		rmSync(work, { recursive: true, force: true });
	}
	return best ?? noWalls();
}
