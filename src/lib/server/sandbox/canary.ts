/**
 * The program that looks for walls from inside: Deno with every permission, which tries what a sandbox must not. Its
 * arguments: a port on which the server listens, a file of the server, a file that must not come to be, the server's
 * process id and user id. It prints one line of JSON: wall → whether it stands.
 */
export const CANARY = `
const [port, secret, written, parent, user] = Deno.args;
const refused = async (attempt) => {
	try {
		await attempt();
		return false;
	} catch {
		return true;
	}
};
const limits = await Deno.readTextFile('/proc/self/limits').catch(() => '');
const processes = Number(/Max processes +(\\d+)/.exec(limits)?.[1] ?? Infinity);
const stands = {
	user: Deno.uid() !== Number(user),
	network: await refused(() => Deno.connect({ hostname: '127.0.0.1', port: Number(port) })),
	files:
		(await refused(() => Deno.readTextFile(secret))) &&
		(await refused(() => Deno.readDir('/home')[Symbol.asyncIterator]().next())) &&
		// Whether it came to be outside, the server looks itself.
		(await Deno.writeTextFile(written, 'x').then(() => true, () => true)),
	processes:
		(await refused(() => Deno.readTextFile('/proc/' + parent + '/environ'))) &&
		(await refused(() => Deno.kill(Number(parent), 'SIGCONT'))),
	fork: Deno.uid() !== 0 && processes <= 100
};
console.log(JSON.stringify(stands));
`;
