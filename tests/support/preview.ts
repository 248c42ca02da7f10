import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
/** A machine with other work to do bundles for long. */
const START_MS = 90_000;

export interface RunningPreview {
	/** The page of the exercise, in the language that was asked for. */
	address: string;
	origin: string;
	/** Ctrl+C. Resolves with the exit code; null where it had to be killed. */
	stop(): Promise<number | null>;
}

/** `npm run exercise -- preview <folder> …`, as a coach starts it. Resolves when it has said its address. */
export async function startPreview(folder: string, ...options: string[]): Promise<RunningPreview> {
	const child = spawn(process.execPath, ['scripts/exercise.mjs', 'preview', folder, ...options], {
		cwd: root,
		stdio: ['ignore', 'pipe', 'pipe']
	});
	let said = '';
	const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
	const address = await new Promise<string>((resolve, reject) => {
		const fail = () => reject(new Error(`The preview did not start:\n${said}`));
		const timer = setTimeout(fail, START_MS);
		const listen = (chunk: Buffer): void => {
			said += chunk.toString('utf8');
			const found = /: (http:\S+)\n/.exec(said)?.[1];
			if (!found) return;
			clearTimeout(timer);
			resolve(found);
		};
		child.stdout.on('data', listen);
		child.stderr.on('data', listen);
		void ended.then(() => (clearTimeout(timer), fail()));
	});
	return {
		address,
		origin: new URL(address).origin,
		async stop() {
			child.kill('SIGINT');
			const late = setTimeout(() => child.kill('SIGKILL'), 20_000);
			const code = await ended;
			clearTimeout(late);
			return code;
		}
	};
}
