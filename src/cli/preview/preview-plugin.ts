import type { IncomingMessage, ServerResponse } from 'node:http';
import { fileURLToPath } from 'node:url';
import type { Connect, Plugin } from 'vite';
import type { Locale } from '../../lib/contract/locale.ts';
import type { Harnesses } from '../../lib/server/threads/native-engine.ts';
import type { Preview } from './open-preview.ts';
import { createPreviewCatalog } from './preview-catalog.ts';
import { EVENTS_ADDRESS, STATE_ADDRESS } from './preview-state.ts';
import { problemPage } from './problem-page.ts';

/** The site's code runs in this process, but in a world of modules of its own: this is how it finds the catalogue. */
const CATALOG = '__passerelle_preview_catalog__';
const COACH_BAR = fileURLToPath(new URL('page/CoachBar.svelte', import.meta.url));

/** Ends of paths of modules that are empty in the site → what stands there in a preview. */
const REPLACED: Readonly<Record<string, string>> = {
	'/src/lib/server/preview-catalog.ts': `export const previewCatalog = globalThis[${JSON.stringify(CATALOG)}];`,
	'/[slug]/coach-bar.ts': `export { default as CoachBar } from ${JSON.stringify(COACH_BAR)};`
};

function sendEvents(preview: Preview, request: IncomingMessage, response: ServerResponse): void {
	response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
	response.write(': open\n\n');
	const stop = preview.subscribe(() => response.write('data: changed\n\n'));
	request.once('close', stop);
}

const isNavigation = ({ method, headers }: IncomingMessage): boolean =>
	method === 'GET' && (headers.accept ?? '').includes('text/html');

function answerer(preview: Preview, locale: Locale): Connect.NextHandleFunction {
	return (request, response, next) => {
		const path = (request.url ?? '/').split('?')[0];
		const send = (type: string, text: string): void => {
			response.writeHead(200, { 'content-type': `${type}; charset=utf-8`, 'cache-control': 'no-store' });
			response.end(text);
		};
		if (path === EVENTS_ADDRESS) sendEvents(preview, request, response);
		else if (path === STATE_ADDRESS) send('application/json', JSON.stringify(preview.state()));
		else if (!isNavigation(request)) next();
		else if (!preview.shown()) send('text/html', problemPage(preview.id, preview.state().problems));
		else if (path === '/') response.writeHead(302, { location: `/${locale}/${preview.id}` }).end();
		else next();
	};
}

/** Makes a development server of the site the preview of one folder. `locale`: the language of `/`. */
export function previewPlugin(preview: Preview, harnesses: Harnesses, locale: Locale): Plugin {
	const HARNESSES = '\0passerelle-preview-harnesses';
	return {
		name: 'passerelle-preview',
		enforce: 'pre',
		// Seconds of bundling, of which the result is at hand.
		resolveId: (id) => (id === 'virtual:passerelle/harness-node' ? HARNESSES : undefined),
		load(id) {
			if (id === HARNESSES) return `export default ${JSON.stringify(harnesses)};`;
			const path = id.replaceAll('\\', '/').split('?')[0] ?? '';
			const replaced = Object.keys(REPLACED).find((end) => path.endsWith(end));
			return replaced === undefined ? undefined : REPLACED[replaced];
		},
		configResolved(config) {
			// The sources of the site are not what changes here, and a save is told by the preview itself. Said here, because a
			// null among the settings is taken for one that is not there.
			config.server.watch = null;
		},
		configureServer(server) {
			Object.assign(globalThis, { [CATALOG]: createPreviewCatalog(preview) });
			server.middlewares.use(answerer(preview, locale));
		}
	};
}
