import { execFileSync, spawn } from 'node:child_process';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const processesOf = (folder: string): string[] =>
	execFileSync('ps', ['-eo', 'pid,args'], { encoding: 'utf8' })
		.split('\n')
		.filter((line) => line.includes(`${folder}/worker-`));

test.each(['SIGKILL', 'SIGTERM'] as const)(
	'a server that is ended by %s leaves no process, not even one that loops',
	async (signal) => {
		const folder = await mkdtemp(join(tmpdir(), 'passerelle-orphans-'));
		const server = spawn(process.execPath, ['scripts/run-ts.mjs', 'tests/support/pool-process.ts', folder], {
			stdio: ['ignore', 'pipe', 'inherit']
		});
		const left = new Promise<void>((resolve) => server.on('exit', () => resolve()));
		await new Promise<void>((resolve, reject) => {
			server.stdout.on('data', () => resolve());
			server.on('exit', (code) => reject(new Error(`The server ended with ${code}`)));
		});
		expect(processesOf(folder).length).toBeGreaterThan(0);
		server.kill(signal);
		await left;
		await expect.poll(() => processesOf(folder), { timeout: 5000 }).toEqual([]);
	}
);
