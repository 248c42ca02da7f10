import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { freePort } from './free-port.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * The built site, as `npm start` serves it, on a free port. Resolves when it answers.
 * @param exercises folders of exercises, as in EXERCISES; `path` must be a page of it
 * @param apart in a process group of its own: a key that ends the terminal's command does not end it
 */
export async function startSite({
	exercises,
	path = '/en/programming/tram-ticket',
	apart = false
}: { exercises?: string; path?: string; apart?: boolean } = {}): Promise<{
	origin: string;
	/** Of the web process. */
	pid: number;
	stop: () => void;
	/** At once, with what it started, also where it no longer listens to signals. Needs `apart`. */
	kill: () => void;
	reload: () => void;
}> {
	const port = await freePort();
	const child = spawn(process.execPath, ['scripts/start.mjs'], {
		cwd: root,
		detached: apart,
		env: {
			...process.env,
			PORT: String(port),
			HOST: '127.0.0.1',
			...(exercises === undefined ? {} : { EXERCISES: exercises })
		},
		stdio: ['ignore', 'ignore', 'inherit']
	});
	const origin = `http://localhost:${port}`;
	for (let tries = 0; tries < 600; tries++) {
		if (child.exitCode !== null) throw new Error('The site did not start');
		const answered = await fetch(origin + path).then(
			(response) => response.ok,
			() => false
		);
		if (answered) {
			const { pid = 0 } = child;
			return {
				origin,
				pid,
				stop: () => void child.kill(),
				kill: () => void process.kill(-pid, 'SIGKILL'),
				reload: () => void child.kill('SIGHUP')
			};
		}
		await new Promise((resolve) => setTimeout(resolve, 250));
	}
	child.kill();
	throw new Error('The site did not answer in 150 s');
}
