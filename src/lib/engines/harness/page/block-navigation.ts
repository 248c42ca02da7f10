import { memberOf } from './member-of.ts';

type PageWindow = Window & typeof globalThis;

/** What a form would send, one line: `name=Ann, tram=94`. */
function sent(window: PageWindow, form: HTMLFormElement, submitter: HTMLElement | null): string {
	const data = new window.FormData(form, submitter);
	const pairs = [...data].map(([name, value]) => `${name}=${typeof value === 'string' ? value : value.name}`);
	return pairs.length > 0 ? pairs.join(', ') : 'nothing';
}

/** The link that an event is about, if any. */
const linkOf = (event: Event): Element | undefined =>
	event
		.composedPath()
		.find(
			(target): target is Element =>
				'localName' in target && /^(?:a|area)$/.test(String(target.localName)) && 'getAttribute' in target
		);

/** Told to a page that is unloaded: for a listener of them the browser keeps the process of a removed frame alive, loop and all. */
const UNLOAD_EVENTS = ['beforeunload', 'unload', 'pagehide', 'pageswap', 'visibilitychange'];

/** A page in a frame is never unloaded by itself: listeners for that are not registered, in none of the ways there are. */
function ignoreUnloadListeners(window: PageWindow): void {
	const { prototype } = window.EventTarget;
	const { addEventListener: add } = prototype;
	prototype.addEventListener = function (this: EventTarget, ...args: Parameters<typeof add>) {
		// Read once: an object may say something else the second time.
		args[0] = String(args[0]);
		if (!UNLOAD_EVENTS.includes(args[0])) Reflect.apply(add, this ?? window, args);
	};
	// Streams of events.
	Reflect.deleteProperty(prototype, 'when');
	const owners = [window.Document, window.HTMLBodyElement, window.HTMLFrameSetElement];
	for (const type of UNLOAD_EVENTS) {
		const name = `on${type}`;
		if (name in window)
			Object.defineProperty(window, name, { value: null, writable: true, configurable: true });
		for (const { prototype } of owners.filter(Boolean))
			if (name in prototype)
				Object.defineProperty(prototype, name, { get: () => null, set() {}, configurable: true });
	}
}

export interface NavigationOptions {
	/**
	 * Who makes the events. `program`: a suite, which may look afterwards whether the page prevented an event: only its
	 * effect is kept away. `person`: the event itself is prevented.
	 */
	by: 'program' | 'person';
	/** Gets the addresses of links that lead to another place; without it they are only named in the console. */
	onLink?(address: string): void;
	/**
	 * In a browser the page would be loaded again now: what it has in memory is lost. Called once the event is over; `sent`:
	 * what the console was told of a form.
	 */
	onReload?(why: ReloadReason, sent: string | null): void;
}

/** A form was sent; a link led to the page itself; a text was written in the place of the page. */
export type ReloadReason = 'form' | 'link' | 'write';

/** What is said of it; a learner's page translates it. */
export const RELOADED: Readonly<Record<ReloadReason, string>> = {
	form: 'The page loaded again: the form was sent. What the page had in memory is lost. preventDefault() in the function of submit stops that.',
	link: 'The page loaded again: a link without an address was clicked. What the page had in memory is lost. preventDefault() in the function of click stops that.',
	write:
		'The page was replaced: document.write, once the page is loaded, removes all that was there. Use textContent or append() in its place.'
};

/** Sets attributes (null removes one) until the program that is running has ended its turn. */
function forNow(element: Element, attributes: Readonly<Record<string, string | null>>): void {
	const set = (name: string, value: string | null) =>
		value === null
			? memberOf(element, 'removeAttribute')(name)
			: memberOf(element, 'setAttribute')(name, value);
	const before = Object.keys(attributes).map(
		(name) => [name, memberOf(element, 'getAttribute')(name)] as const
	);
	for (const [name, value] of Object.entries(attributes)) set(name, value);
	queueMicrotask(() => {
		for (const [name, value] of before) set(name, value);
	});
}

/**
 * Keeps a page where it is: forms are not sent, links to other places are not followed, the history is not travelled;
 * each says so in the page's console. The page's own listeners come first, and `preventDefault` of theirs counts. Call
 * it before there is a program. What navigates by `location = …` cannot be stopped in here: the frame's owner sees it.
 */
export function blockNavigation(window: PageWindow, { by, onLink, onReload }: NavigationOptions): void {
	const add = window.addEventListener.bind(window);
	const remove = window.removeEventListener.bind(window);
	ignoreUnloadListeners(window);
	const say = (text: string): void => globalThis.console.info(text);

	/** Registered anew for every event: behind all listeners that the page has registered on its window. */
	const lastOf = <K extends 'submit' | 'click' | 'auxclick'>(
		type: K,
		handle: (event: WindowEventMap[K]) => void
	): void => {
		const last = (event: WindowEventMap[K]) => {
			remove(type, last);
			if (!event.defaultPrevented) handle(event);
		};
		add(
			type,
			() => {
				remove(type, last);
				add(type, last);
			},
			true
		);
	};

	const follow = (event: Event): void => {
		const link = linkOf(event);
		const address = link?.getAttribute('href')?.trim() ?? null;
		if (!link || address === null || address.startsWith('#')) return;
		if (by === 'person') event.preventDefault();
		else forNow(link, { href: null });
		if (address === '' && onReload) onReload('link', null);
		else if (onLink) onLink(address);
		else say(`The link to "${address}" was not followed: this page stays where it is.`);
	};
	lastOf('click', follow);
	lastOf('auxclick', follow);

	const notSent = (form: HTMLFormElement, submitter: HTMLElement | null): void => {
		const text = `The form was not sent: there is no network here. It would send: ${sent(window, form, submitter)}`;
		say(text);
		onReload?.('form', text);
	};
	/** happy-dom marks no event as its own: whether one is under way that a form was asked for. */
	let asked = false;
	const { prototype: forms } = window.HTMLFormElement;
	const { requestSubmit } = forms;
	forms.requestSubmit = function (this: HTMLFormElement, ...submitter: [(HTMLElement | null)?]) {
		const before = asked;
		asked = true;
		try {
			Reflect.apply(requestSubmit, this, submitter);
		} finally {
			asked = before;
		}
	};
	lastOf('submit', (event) => {
		const form = event.target as HTMLFormElement;
		const { isTrusted } = event;
		const submitter = event.submitter === (form as HTMLElement) ? null : event.submitter;
		const method = submitter?.getAttribute('formmethod') ?? memberOf(form, 'getAttribute')('method') ?? '';
		// Events that a script makes send nothing; a form of a dialog closes it.
		if (!(isTrusted || asked) || method.toLowerCase() === 'dialog') return;
		if (by === 'person') event.preventDefault();
		else if (isTrusted) {
			// A form of no dialog with this method is sent nowhere.
			forNow(form, { method: 'dialog' });
			if (submitter?.hasAttribute('formmethod')) forNow(submitter, { formmethod: null });
		}
		notSent(form, submitter);
	});
	forms.submit = function submit(this: HTMLFormElement) {
		notSent(this, null);
	};
	Object.assign(window.History.prototype, { back() {}, forward() {}, go() {} });
}
