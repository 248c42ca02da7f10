import * as dom from '@testing-library/dom';
import * as userEvent from '@testing-library/user-event';

/** A message longer than this hides the sentence that helps. */
const MESSAGE_CHARS = 600;

/** The first sentence of Testing Library's message, and the roles that are there, without the print of the page. */
function shorten(message: string): string {
	const [first = '', ...rest] = message.split('\n');
	const roles = [...rest.join('\n').matchAll(/^\s*(\w+):\n\n\s*Name "(.*)":/gm)].map(
		([, role, name]) => `${role} "${name}"`
	);
	const there = roles.length > 0 ? `\nThere are: ${[...new Set(roles)].join(', ')}` : '';
	const text = `${first.trim()}${there}`;
	return text.length > MESSAGE_CHARS ? `${text.slice(0, MESSAGE_CHARS - 1)}…` : text;
}

dom.configure({
	throwSuggestions: false,
	getElementError(message) {
		const error = new Error(shorten(message ?? ''));
		error.name = 'TestingLibraryElementError';
		return error;
	}
});

/** What a person does is over once the page that came of it is there. */
export function waitAfterActions(settled: () => Promise<void>): void {
	dom.configure({
		async asyncWrapper(action) {
			const result = await action();
			await settled();
			return result;
		}
	});
}

const asModule = (exports: object, main: unknown): object =>
	Object.freeze(Object.defineProperty({ ...exports, default: main }, '__esModule', { value: true }));

type Query = (container: HTMLElement, ...rest: unknown[]) => unknown;

/** Testing Library's own `screen` is bound to the body that was there when it was loaded; pages bring their own. */
const screen = {
	...dom.screen,
	...Object.fromEntries(
		(Object.entries(dom.queries) as [string, Query][]).map(([name, query]) => [
			name,
			(...args: unknown[]) => query(document.body, ...args)
		])
	),
	debug: (element: Element = document.body) =>
		globalThis.console.log(dom.prettyDOM(element, undefined, { highlight: false }))
};

/** What suites import. `configure` is ours: a suite sets options of one query instead. */
export const testingLibraryModules: Readonly<Record<string, object>> = {
	'@testing-library/dom': asModule({ ...dom, screen }, dom),
	'@testing-library/user-event': asModule(userEvent, userEvent.userEvent)
};
