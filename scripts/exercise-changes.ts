import { delimiter, resolve } from 'node:path';
import type { Plugin } from 'vite';

/** An editor saves several files, a checkout hundreds: they are read once, when it is quiet. */
const QUIET_MS = 150;
const SERVER = '/src/lib/server/running-server.ts';

/**
 * In development a changed, new or removed exercise or map is read again, and open pages load again. The catalogue says
 * in the terminal what is wrong; where it cannot be read at all, pages stay as they are.
 */
export function exerciseChanges(): Plugin {
	const folders = (process.env.EXERCISES || 'exercises').split(delimiter).map((folder) => resolve(folder));
	const isOurs = (path: string): boolean =>
		folders.some(
			(folder) => path === folder || path.startsWith(`${folder}/`) || path.startsWith(`${folder}\\`)
		);
	return {
		name: 'passerelle-exercise-changes',
		apply: 'serve',
		configureServer(server) {
			let timer: NodeJS.Timeout | undefined;
			const readAgain = async (): Promise<void> => {
				const { runningServer } = (await server.ssrLoadModule(SERVER)) as {
					runningServer(): { reload(): Promise<{ ok: boolean }> };
				};
				if ((await runningServer().reload()).ok) server.ws.send({ type: 'full-reload' });
			};
			server.watcher.add(folders);
			server.watcher.on('all', (_event, path) => {
				if (!isOurs(resolve(path))) return;
				clearTimeout(timer);
				timer = setTimeout(() => {
					readAgain().catch((error: unknown) => server.config.logger.error(String(error)));
				}, QUIET_MS);
			});
			server.httpServer?.once('close', () => clearTimeout(timer));
		}
	};
}
