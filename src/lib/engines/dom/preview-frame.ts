import '../harness/setting/setting.ts';
import { createLocalFetch } from '../harness/page/local-fetch.ts';
import { localFile } from '../harness/page/local-files.ts';
import { createHoldGuard } from '../harness/hold-guard.ts';
import { createLater } from '../harness/later.ts';
import { openHostPort } from '../harness/page/host-port.ts';
import { ownDocumentWrite } from '../harness/page/document-write.ts';
import { createHandlers } from '../harness/page/handlers.ts';
import { createPageScope } from '../harness/page-scope.ts';
import { showPage, STYLE_PATH } from '../harness/page/show-page.ts';
import { blockNavigation, RELOADED } from '../harness/page/block-navigation.ts';
import { sendConsole } from './page-console.ts';
import type { PreviewMessage, PreviewRequest } from './preview-protocol.ts';
import { keepFocusOut } from './keep-focus-out.ts';
import { loadLearner, runScript } from './load-learner.ts';
import { quietPage } from './quiet-page.ts';

type Show = Extract<PreviewRequest, { type: 'show' }>;

/** Where frames get no turn to paint (a tab that is not looked at), the page counts as shown after this long. */
const PAINT_LIMIT_MS = 150;

const empty = document.replaceChildren.bind(document);
const { setTimeout: later, requestAnimationFrame: atFrame } = window;
const isPage = (path: string): boolean => /\.html?$/.test(path);

/** What a preview answers besides, where it does more than to show. */
type More = (send: (message: PreviewMessage) => void) => (request: PreviewRequest) => void;

/** The frame's side of a preview. Call it once, first. */
export function servePreview(more: More = () => () => {}): void {
	openHostPort<PreviewRequest>((post) => {
		const send = (message: PreviewMessage) => post(message);
		const answerMore = more(send);
		const printError = sendConsole((said) => send({ type: 'console', ...said }));
		let shown: Show | null = null;
		const guard = createHoldGuard({
			now: performance.now.bind(performance),
			later: createLater(),
			onHeld() {
				send({ type: 'held' });
				// What a loop has added would be laid out first.
				empty();
			}
		});

		const uncaught = (thrown: unknown) =>
			printError(
				thrown instanceof Error
					? `Uncaught ${thrown.name}: ${thrown.message}`
					: `Uncaught ${String(thrown as string)}`
			);
		window.addEventListener('error', (event) => {
			event.preventDefault();
			uncaught(event.error ?? event.message);
		});
		window.addEventListener('unhandledrejection', (event) => {
			event.preventDefault();
			uncaught(event.reason);
		});
		window.addEventListener(
			'scroll',
			() => send({ type: 'scrolled', scroll: { x: window.scrollX, y: window.scrollY } }),
			{ passive: true, capture: true }
		);

		blockNavigation(window as Window & typeof globalThis, {
			by: 'person',
			onLink(address) {
				const path = shown && localFile(shown.path, address, shown.files);
				if (path !== null && isPage(path)) send({ type: 'follow', path, said: null });
				else
					globalThis.console.info(`The link to "${address}" leads out of your pages: it was not followed.`);
			},
			onReload(why, sent) {
				// The console begins anew with the page.
				const said = sent === null ? RELOADED[why] : `${sent}\n${RELOADED[why]}`;
				if (shown) send({ type: 'follow', path: shown.path, said });
			}
		});
		const handlers = {
			...createHandlers(runScript),
			...ownDocumentWrite(document, () => globalThis.console.info(RELOADED.write))
		};
		quietPage();
		keepFocusOut();
		window.fetch = createLocalFetch(() => ({ path: shown?.path ?? '', files: shown?.files ?? {} }));

		async function show(request: Show): Promise<void> {
			shown = request;
			const { path, files, pages, code, scroll } = request;
			if (request.said !== null) globalThis.console.info(request.said);
			const scope = createPageScope();
			const load = await loadLearner(code, scope, guard);
			handlers.begin({ page: path, text: files[path] ?? '', scope: () => scope });
			try {
				if (isPage(path)) await showPage(document, { path, files, pages }, load, handlers);
				else await load(path);
			} catch (thrown) {
				uncaught(thrown);
			}
			window.scrollTo(scroll.x, scroll.y);
			let told = false;
			const tell = () => {
				if (!told) send({ type: 'shown' });
				told = true;
			};
			atFrame(() => atFrame(tell));
			later(tell, PAINT_LIMIT_MS);
		}

		function swapStyles(files: Show['files']): void {
			if (shown) shown = { ...shown, files };
			for (const style of document.querySelectorAll(`style[${STYLE_PATH}]`)) {
				const text = files[style.getAttribute(STYLE_PATH) ?? ''];
				if (text !== undefined && text !== style.textContent) style.textContent = text;
			}
		}

		return (request) => {
			if (request.type === 'styles') swapStyles(request.files);
			if (request.type === 'show' && !shown) void show(request);
			answerMore(request);
		};
	});
}
