import type { WebContainer } from '@webcontainer/api';
import { within } from '../../abort.ts';
import type { Plan } from '../../contract/plan.ts';
import { withoutEscapes } from './runner-output.ts';

/** An installation that takes longer is not worth waiting for: a small package takes seconds. */
const INSTALL_LIMIT_MS = 120_000;
/** Scripts of packages stay off: what an exercise imports needs none. */
const FLAGS = ['--ignore-scripts', '--no-audit', '--no-fund', '--no-progress'];
/** What is kept of the installer's words, for the page. */
const LAST_LINES = 20;

/** npm packages could not be installed. `log`: what the installer said last. */
export class InstallFailed extends Error {
	constructor(
		readonly why: 'timeout' | 'failed',
		readonly log: string
	) {
		super('The packages could not be installed');
	}
}

/**
 * Installs packages where every folder of the container finds them: in its working directory. Once for the same
 * versions; what another exercise needed is replaced.
 */
export function createInstaller(container: WebContainer) {
	let installed = '';

	async function install(
		versions: Plan['packages']['versions'],
		signal: AbortSignal,
		onLog: (text: string) => void
	): Promise<void> {
		let log = '';
		const lastLines = () => log.trim().split('\n').slice(-LAST_LINES).join('\n');
		const hear = new WritableStream<string>({
			write(chunk) {
				const text = withoutEscapes(chunk).replace(/\r\n?/g, '\n');
				log += text;
				onLog(text);
			}
		});
		const starting = (async () => {
			const manifest = { name: 'exercise', private: true, type: 'module', dependencies: versions };
			await container.fs.writeFile('package.json', JSON.stringify(manifest, null, '\t'));
			return container.spawn('npm', ['install', ...FLAGS]);
		})();
		const heard = starting.then(async (process) => {
			await process.output.pipeTo(hear);
			return process.exit;
		});
		try {
			const late = () => new InstallFailed('timeout', lastLines());
			const code = await within(heard, { signal, limitMs: INSTALL_LIMIT_MS, late });
			if (code !== 0) throw new InstallFailed('failed', lastLines());
		} catch (error) {
			// Also one that starts only now.
			void starting.then((process) => process.kill()).catch(() => {});
			throw error;
		}
	}

	return {
		/** `onLog` gets each piece of the log. Rejects with `InstallFailed`, or with the signal's reason. */
		async ensure(
			versions: Plan['packages']['versions'],
			signal: AbortSignal,
			onLog: (text: string) => void
		): Promise<void> {
			const wanted = JSON.stringify(Object.entries(versions).sort());
			if (Object.keys(versions).length === 0 || wanted === installed) return;
			installed = '';
			await install(versions, signal, onLog);
			installed = wanted;
		}
	};
}
