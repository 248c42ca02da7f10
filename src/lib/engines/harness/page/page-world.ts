import { userEvent } from '@testing-library/user-event';
import type { World } from '../world.ts';
import { createPage } from './passerelle-page.ts';
import { freezeInterfaces, pageInterfaces } from './freeze-page.ts';
import { keepInPage } from './keep-in-page.ts';
import { pageGlobals } from './page-globals.ts';
import { trackPage } from './page-traces.ts';
import { testingLibraryModules } from './testing-library.ts';

/** The dialogs of a page, without anyone to answer: they print, and answer as if one agreed. */
function replaceDialogs(): void {
	const say = (text: unknown) => console.log(text === undefined ? '' : String(text));
	const dialogs = {
		alert: (text?: unknown): void => say(text),
		confirm(text?: unknown): boolean {
			say(text);
			return true;
		},
		prompt(text?: unknown): string {
			say(text);
			return '';
		}
	};
	for (const [name, value] of Object.entries(dialogs)) replace(name, value);
}

const replace = (name: string, value: unknown): boolean =>
	Reflect.defineProperty(globalThis, name, { value, writable: true, enumerable: true, configurable: true });

const isPage = (path: string): boolean => /\.html?$/.test(path);

/**
 * The world of page exercises: the realm's own document, with what reaches out of it removed. Made once in a realm that
 * has a page, a browser's frame or happy-dom's, before it is hardened.
 */
export function createPageWorld(): World {
	const traces = trackPage(window as Window & typeof globalThis);
	const page = createPage(traces);
	// Prepares the document and its prototypes, which cannot be changed once they are frozen.
	traces.keeping(() => userEvent.setup());
	replaceDialogs();
	replace('fetch', page.fetch);
	keepInPage(window);
	const modules: Readonly<Record<string, object>> = {
		...testingLibraryModules,
		'passerelle/page': page.suiteModule
	};
	const interfaces = pageInterfaces();
	return {
		keepGlobals: pageGlobals(),
		suiteModule: (name) => (Object.hasOwn(modules, name) ? modules[name] : undefined),
		lock: () => [...freezeInterfaces(interfaces), window, document],
		begin: (run) => page.begin(run),
		async start(entry, { load }) {
			await (isPage(entry) ? page.open(entry, load) : load(entry));
		}
	};
}
