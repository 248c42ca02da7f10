import { followFocusInStyles, withFocus } from './focus-styles.ts';
import { memberOf } from './member-of.ts';

type PageWindow = Window & typeof globalThis;

const FOCUSABLE =
	'a[href], area[href], button, input:not([type=hidden]), select, textarea, summary, iframe, audio[controls], video[controls], [tabindex], [contenteditable]:not([contenteditable=false])';

const canFocus = (element: Element): boolean =>
	memberOf(element, 'isConnected') &&
	memberOf(element, 'matches')(FOCUSABLE) &&
	!memberOf(element, 'matches')(':disabled') &&
	memberOf(element, 'closest')('[inert]') === null &&
	memberOf(element, 'checkVisibility')({ visibilityProperty: true });

/**
 * Gives the document a focus of its own. A browser has one focus for the page and all its frames: a program that calls
 * `focus()` in a frame would take it from the editor that the learner is typing in. Here `focus()`, `blur()`,
 * `activeElement`, their events and `:focus` work as in a page that has it, and the real focus never moves. Call it
 * before there is a program.
 */
export function emulateFocus(window: PageWindow): void {
	const { document, Document, Element, HTMLElement, SVGElement, HTMLDialogElement, FocusEvent } = window;
	const dispatch = window.EventTarget.prototype.dispatchEvent;
	let active: Element | null = null;
	const current = (): Element | null =>
		active && memberOf(active, 'isConnected') ? active : (active = null);
	const restyle = followFocusInStyles(document, current);

	const fire = (target: Element, type: string, relatedTarget: Element | null): void => {
		const bubbles = type === 'focusin' || type === 'focusout';
		const event = new FocusEvent(type, { bubbles, composed: true, relatedTarget, view: window });
		Reflect.apply(dispatch, target, [event]);
	};
	/** The order is Chromium's: blur, focusout, focus, focusin. */
	const move = (next: Element | null): void => {
		const old = current();
		if (old === next) return;
		active = null;
		if (old) {
			fire(old, 'blur', next);
			fire(old, 'focusout', next);
		}
		// A listener has moved it already: its move is the later one.
		if (active !== null) return;
		active = next;
		restyle();
		if (next) {
			fire(next, 'focus', old);
			if (active === next) fire(next, 'focusin', old);
		}
	};

	for (const { prototype } of [HTMLElement, SVGElement]) {
		Object.assign(prototype, {
			focus(this: Element) {
				if (canFocus(this)) move(this);
			},
			blur(this: Element) {
				if (current() === this) move(null);
			}
		});
	}
	window.focus = () => {};
	Object.defineProperty(Document.prototype, 'activeElement', {
		get: () => current() ?? memberOf(document, 'body'),
		configurable: true,
		enumerable: true
	});
	Document.prototype.hasFocus = () => true;

	for (const { prototype } of [Element, Document, window.DocumentFragment]) {
		const owner = prototype as unknown as Record<string, (selector: string) => unknown>;
		for (const name of ['matches', 'closest', 'querySelector', 'querySelectorAll']) {
			const native = owner[name];
			if (!native) continue;
			owner[name] = function (this: unknown, selector: string) {
				return Reflect.apply(native, this, [withFocus(String(selector), current())]) as unknown;
			};
			Object.defineProperty(owner[name], 'name', { value: name });
		}
	}

	/** Opening a dialog focuses something in it: it is kept from the browser, and done here. */
	for (const name of ['show', 'showModal'] as const) {
		const native = HTMLDialogElement.prototype[name];
		HTMLDialogElement.prototype[name] = function (this: HTMLDialogElement) {
			const { inert } = this;
			this.inert = true;
			try {
				Reflect.apply(native, this, []);
			} finally {
				this.inert = inert;
			}
			const first = this.querySelector('[autofocus]') ?? [...this.querySelectorAll('*')].find(canFocus);
			if (first) move(first);
		};
	}

	// A form that may not be sent yet: the browser would focus the first field that is wrong.
	let wrong: Element | null = null;
	window.addEventListener(
		'invalid',
		(event) => {
			if (event.defaultPrevented) return;
			event.preventDefault();
			if (wrong === null) queueMicrotask(() => (wrong = null));
			wrong ??= event.target as Element;
			if (wrong === event.target && canFocus(wrong)) move(wrong);
		},
		true
	);
}
