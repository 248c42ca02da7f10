import { resolve } from 'node:path';
import compileProgram from 'virtual:passerelle/compile-process';
import harnesses from 'virtual:passerelle/harness-node';
import { openServer, type OpenServer } from './open-server.ts';
import { previewCatalog } from './preview-catalog.ts';

/*
 * The one thing that a module keeps: SvelteKit calls `init` and `handle` one after another and hands nothing from one to
 * the other. Everything else gets the server as a value (`event.locals.server`).
 */
let running: OpenServer | undefined;

/** The server of this process, opened when it is first asked for. Throws where a setting has a wrong value. */
export function runningServer(): OpenServer {
	if (running) return running;
	const server = openServer(process.env, {
		harnesses,
		compileProgram,
		cache: resolve('.cache'),
		// In development the code that reads changes under the server, and nothing would name it.
		keepFor: import.meta.env.PROD ? import.meta.url : null,
		shown: previewCatalog,
		log: console
	});
	process.once('exit', () => void server.dispose());
	return (running = server);
}

/** Ends the server of this process; the next call of `runningServer` opens another. */
export async function closeServer(): Promise<void> {
	const server = running;
	running = undefined;
	await server?.dispose();
}

// In development this module is read again after a change: the processes of the one before would stay.
import.meta.hot?.dispose(() => void closeServer());
