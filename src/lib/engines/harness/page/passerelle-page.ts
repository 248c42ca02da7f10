import { computeAccessibleDescription, computeAccessibleName } from 'dom-accessibility-api';
import { STEP_ERROR, stepErrorText, type Step } from '../../../contract/bug-report.ts';
import { createPageScope, type PageScope } from '../page-scope.ts';
import { sourceIn } from '../run-input.ts';
import type { WorldRun } from '../world.ts';
import { RELOADED, type ReloadReason } from './block-navigation.ts';
import type { PageWriter } from './document-write.ts';
import type { Handlers } from './handlers.ts';
import { createLocalFetch } from './local-fetch.ts';
import { localFile } from './local-files.ts';
import { memberOf } from './member-of.ts';
import type { PageTraces } from './page-traces.ts';
import { createPerformer } from './perform-steps.ts';
import { showPage } from './show-page.ts';
import { styleOf } from './style-of.ts';

/** A page that sends a form while it is loaded would go on for ever. */
const MAX_RELOADS = 10;

/** What explains a test that fails after it; no error of the program. */
function loadedAgain(why: ReloadReason): Error {
	const error = new Error(RELOADED[why]);
	error.name = 'PageReload';
	error.stack = '';
	return error;
}

/** Does each step to the page that is shown; rejects with the first that cannot be done. */
async function replay(steps: readonly Step[], settled: () => Promise<void>): Promise<void> {
	const { perform, end } = createPerformer(document);
	for (const [index, step] of steps.entries()) {
		const fault = await perform(step);
		await settled();
		if (fault === null) continue;
		const error = new Error(stepErrorText(index, fault));
		error.name = STEP_ERROR;
		throw error;
	}
	await end();
}

/** The page of a run: which one is shown, and what suites import from "passerelle/page". */
export function createPage(traces: PageTraces, handlers: Handlers & PageWriter) {
	let scope: PageScope | null = null;
	let run: WorldRun | null = null;
	let path = '';
	let reloads = 0;
	let loading: Promise<void> = Promise.resolve();
	const files = () => run?.request.files ?? {};

	function current(): WorldRun {
		if (!run) throw new Error('There is no run');
		return run;
	}

	/** What the page's classic scripts share, from the first one on. */
	function sharedScope(): PageScope {
		return (scope ??= createPageScope());
	}

	function clearHandlers(): void {
		for (const name of Object.keys(globalThis)) {
			if (/^on[a-z]+$/.test(name) && Reflect.get(globalThis, name) !== null)
				Reflect.set(globalThis, name, null);
		}
	}

	function clear(whose: 'all' | 'program'): void {
		traces.clear(whose);
		clearHandlers();
		scope?.leave();
		scope = null;
		const active = memberOf(document, 'activeElement');
		if (active instanceof HTMLElement) memberOf(active, 'blur')();
		getSelection()?.removeAllRanges();
		if (location.hash !== '') {
			try {
				history.replaceState(null, '', location.href.replace(/#.*$/, ''));
			} catch {
				location.hash = '';
			}
		}
	}

	async function show(
		page: string,
		load: (module: string) => Promise<unknown>,
		whose: 'all' | 'program' = 'all'
	): Promise<void> {
		const { request } = current();
		clear(whose);
		path = page;
		handlers.begin({ page, text: files()[page] ?? '', scope: sharedScope });
		const source = { path, files: request.files, pages: request.pages, pictures: false };
		await showPage(document, source, load, handlers);
		scrollTo(0, 0);
	}

	/** Once a page is there, and no form that it sent meanwhile loads it again. */
	async function loaded(): Promise<void> {
		for (let waited; waited !== loading;) await (waited = loading);
	}

	/** What a page does while it is shown comes after that: no two are shown at once. */
	async function open(page: string, load: (module: string) => Promise<unknown>): Promise<void> {
		const showing = show(page, load);
		loading = showing.catch(() => {});
		await showing;
		await loaded();
	}

	async function openPage(page: string = current().request.entry): Promise<void> {
		const { modules } = current();
		reloads = 0;
		await loaded();
		modules.reset();
		await open(page, (module) => modules.load(module));
	}

	/** As a browser does it where a form is sent: from its start, with nothing that it had in memory. */
	function reload(why: ReloadReason): void {
		if (!run || reloads >= MAX_RELOADS) return;
		reloads += 1;
		const { crashed, modules } = run;
		crashed(loadedAgain(why));
		// What the program still does in this turn, it does to the page as it was.
		loading = loading
			.then(() => {
				modules.reset();
				return show(path, (module) => modules.load(module), 'program');
			})
			.catch(crashed);
	}

	/** A text is written in the place of the page: its program goes on, but hears of nothing any more. */
	function replaced(): void {
		traces.clear('listeners');
		clearHandlers();
		run?.crashed(loadedAgain('write'));
	}

	/** The local page that a link leads to; throws where it leads elsewhere. */
	function target(link: Element): string {
		const address = link.getAttribute('href');
		const file = address === null ? null : localFile(path, address, files());
		if (file === null)
			throw new Error(`The link leads to no file of the page: ${address ?? 'it has no href'}`);
		return file;
	}

	const suiteModule = {
		openPage,
		styleOf,
		accessibleName: (element: Element): string => computeAccessibleName(element),
		accessibleDescription: (element: Element): string => computeAccessibleDescription(element),
		/** Does what a report of a bug says: see `Step`. */
		replay: (steps: readonly Step[]): Promise<void> => replay(steps, loaded),
		/** The text of a file of the learner, as written. */
		source: (name: string): string => sourceIn(files(), name),
		/** Opens the local page that a link leads to, as a click would; resolves with its path. */
		async follow(link: Element): Promise<string> {
			const page = target(link);
			await openPage(page);
			return page;
		}
	};

	return {
		fetch: createLocalFetch(() => ({ path, files: files() })),
		suiteModule: Object.freeze(Object.defineProperty(suiteModule, '__esModule', { value: true })),
		begin(next: WorldRun): void {
			run = next;
			path = next.request.entry;
		},
		open,
		reload,
		replaced,
		loaded,
		scope: sharedScope
	};
}
