import { userEvent } from '@testing-library/user-event';
import type { World } from '../world.ts';
import { blockNavigation, type ReloadReason } from './block-navigation.ts';
import { ownDocumentWrite } from './document-write.ts';
import { createPage } from './passerelle-page.ts';
import { freezeInterfaces, pageInterfaces } from './freeze-page.ts';
import { createHandlers } from './handlers.ts';
import { guardElements } from './guard-elements.ts';
import { createLook } from './look-for-forgeries.ts';
import { pageGlobals } from './page-globals.ts';
import { trackPage } from './page-traces.ts';
import { isOurs } from './trusted-define.ts';
import { recordSheets } from './trusted-rules.ts';
import { testingLibraryModules, waitAfterActions } from './testing-library.ts';
import { withoutOrigin } from './without-origin.ts';

/** The dialogs of a page, without anyone to answer: they print, and answer as if one agreed. */
function replaceDialogs(): void {
	const say = (text: unknown) => globalThis.console.log(text === undefined ? '' : String(text));
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

/** What a page that is not the browser's own keeps from programs. */
export interface PageMachinery {
	/** Keys under which it keeps its state on elements. */
	secrets: ReadonlySet<PropertyKey>;
	/** Whether a property of an element is its own doing. */
	isOwn(property: PropertyDescriptor): boolean;
}
const NATIVE: PageMachinery = { secrets: new Set(), isOwn: () => false };

/** Custom elements may answer for themselves: a program's `textContent` would be what a suite reads. */
function removeCustomElements(): void {
	for (const owner of [Document, Element, ShadowRoot])
		Reflect.deleteProperty(owner.prototype, 'customElementRegistry');
	const refuse = {
		define(): never {
			throw new DOMException('There are no custom elements here', 'NotSupportedError');
		}
	};
	Object.assign(CustomElementRegistry.prototype, refuse);
}

/**
 * The world of page exercises: the realm's own document, with what reaches out of it removed. Made once in a realm that
 * has a page, a browser's frame or happy-dom's, before it is hardened. `load` runs a script's text in the global scope.
 */
export function createPageWorld(load: (text: string) => unknown, own: PageMachinery = NATIVE): World {
	let reload: (why: ReloadReason) => void = () => {};
	let replaced = () => {};
	blockNavigation(window as Window & typeof globalThis, { by: 'program', onReload: (why) => reload(why) });
	recordSheets();
	const traces = trackPage(window as Window & typeof globalThis);
	const page = createPage(
		traces,
		traces.keeping(() => ({
			...createHandlers(load),
			...ownDocumentWrite(document, () => replaced())
		}))
	);
	({ reload, replaced } = page);
	waitAfterActions(page.loaded);
	// Prepares the document and its prototypes, which cannot be changed once they are frozen.
	traces.keeping(() => userEvent.setup());
	replaceDialogs();
	withoutOrigin();
	replace('fetch', page.fetch);
	const modules: Readonly<Record<string, object>> = {
		...testingLibraryModules,
		'passerelle/page': page.suiteModule
	};
	removeCustomElements();
	// A million elements that a loop has added would be laid out before anybody else has a turn: half a minute.
	const halt = document.replaceChildren.bind(document);
	const interfaces = pageInterfaces();
	let look = () => true;
	let whole = true;
	return {
		keepGlobals: pageGlobals(),
		pageScope: page.scope,
		suiteModule: (name) => (Object.hasOwn(modules, name) ? modules[name] : undefined),
		lock() {
			const frozen = freezeInterfaces(interfaces);
			look = createLook(frozen, (property) => isOurs(property) || own.isOwn(property));
			guardElements(frozen, own.secrets);
			return [...frozen, window, document];
		},
		// It is not the program's to set: lines would be lost, and with them what is a program's and what is a suite's.
		harden: () => void Reflect.defineProperty(Error, 'stackTraceLimit', { value: 20, writable: false }),
		intact: () => (whole &&= look()),
		halt,
		begin: page.begin,
		async start(entry, { load }) {
			await (isPage(entry) ? page.open(entry, load) : load(entry));
			return [];
		}
	};
}
