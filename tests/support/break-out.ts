/**
 * What somebody does who has got past Deno's permissions: a program that is run with all of them. Its argument: JSON with
 * what to try. It prints one line of JSON: what it reached.
 */
export const BREAK_OUT = `
const { port, reads, writes, parent, calls } = JSON.parse(Deno.args[0]);
const can = async (attempt) => {
	try {
		await attempt();
		return true;
	} catch {
		return false;
	}
};
const which = async (all, attempt) => {
	const found = [];
	for (const one of all) if (await can(() => attempt(one))) found.push(one);
	return found;
};
const network = [];
for (const hostname of ['127.0.0.1', '::1', 'localhost'])
	if (await can(async () => (await Deno.connect({ hostname, port })).close())) network.push(hostname);
const read = await which(reads, (path) => Deno.stat(path).then(({ isDirectory }) =>
	isDirectory ? Deno.readDir(path)[Symbol.asyncIterator]().next() : Deno.readFile(path)));
const environs = [];
for (const entry of await Array.fromAsync(Deno.readDir('/proc')).catch(() => []))
	if (/^[0-9]+$/.test(entry.name) && Number(entry.name) !== Deno.pid && (await can(() => Deno.readFile('/proc/' + entry.name + '/environ'))))
		environs.push(entry.name);
const written = await which(writes, (path) => Deno.writeTextFile(path + '/walls-broken', 'x'));
const signalled = await can(() => Deno.kill(parent, 'SIGCONT'));
const children = [];
for (let count = 0; count < 100; count++) {
	try {
		const child = new Deno.Command('/bin/sh', { args: ['-c', 'read x'], stdin: 'piped', stdout: 'null', stderr: 'null' }).spawn();
		// One that the system refuses later ends at once.
		children.push(child);
	} catch {
		break;
	}
}
await new Promise((resolve) => setTimeout(resolve, 300));
let alive = 0;
for (const child of children) if (await Promise.race([child.status.then(() => false), new Promise((resolve) => setTimeout(resolve, 1, true))])) alive += 1;
for (const child of children) try { child.kill('SIGKILL'); } catch {}
const libc = calls.length === 0 ? null : Deno.dlopen('libc.so.6', {
	syscall: { parameters: ['i64', 'i64', 'i64', 'i64', 'i64', 'i64', 'i64'], result: 'i64' },
	__errno_location: { parameters: [], result: 'pointer' }
}).symbols;
const EPERM = 1;
const allowed = calls.filter((number) => libc.syscall(BigInt(number), 0n, 0n, 0n, 0n, 0n, 0n) !== -1n ||
	new Deno.UnsafePointerView(libc.__errno_location()).getInt32() !== EPERM);
console.log(JSON.stringify({ allowed, network, read, environs: environs.length, written, signalled, alive, uid: Deno.uid() }));
Deno.exit(0);
`;
