import { deno } from './deno.ts';

/*
 * Looks for walls from inside: run by Deno with every permission, it tries what a sandbox must not. Arguments: a port on
 * which the server listens, a file of the server, a file that must not come to be, the server's process id and user id.
 * Prints one line of JSON: wall → whether it stands.
 */
const [port, secret = '', written = '', parent = '', user] = deno.args;

async function refused(attempt: () => unknown): Promise<boolean> {
	try {
		await attempt();
		return false;
	} catch {
		return true;
	}
}

/** How many processes it may start, as the system says; infinite where nobody knows. */
async function mostProcesses(): Promise<number> {
	try {
		// `-p` in Debian's shell.
		const args = ['-c', 'ulimit -u 2>&- || ulimit -p'];
		// Inherited: there may be no /dev/null to read from.
		const { stdout } = await new deno.Command('/bin/sh', { args, stdin: 'inherit' }).output();
		const text = new TextDecoder().decode(stdout).trim();
		return /^\d+$/.test(text) ? Number(text) : Infinity;
	} catch {
		return Infinity;
	}
}

/** Whether the kernel refuses calls that need no privilege and change nothing; false where that cannot be tried. */
function refusesCalls(): boolean {
	try {
		const { symbols } = deno.dlopen('libc.so.6', {
			unshare: { parameters: ['i32'], result: 'i32' },
			personality: { parameters: ['u64'], result: 'i32' },
			socket: { parameters: ['i32', 'i32', 'i32'], result: 'i32' }
		});
		const [ask, unix, stream] = [0xffffffffn, 1, 1];
		const results = [symbols.unshare(0), symbols.personality(ask), symbols.socket(unix, stream, 0)];
		return results.every((result) => result === -1);
	} catch {
		return false;
	}
}

const stands = {
	user: deno.uid() !== Number(user),
	network: await refused(() => deno.connect({ hostname: '127.0.0.1', port: Number(port) })),
	files:
		(await refused(() => deno.readTextFile(secret))) &&
		(await refused(() => deno.readDir('/home')[Symbol.asyncIterator]().next())) &&
		// Whether it came to be outside, the server looks itself.
		(await deno.writeTextFile(written, 'x').then(
			() => true,
			() => true
		)),
	processes:
		(await refused(() => deno.readTextFile(`/proc/${parent}/environ`))) &&
		(await refused(() => deno.kill(Number(parent), 'SIGCONT'))),
	fork: deno.uid() !== 0 && (await mostProcesses()) <= 100,
	calls: refusesCalls()
};
deno.stdout.writeSync(new TextEncoder().encode(`${JSON.stringify(stands)}\n`));
