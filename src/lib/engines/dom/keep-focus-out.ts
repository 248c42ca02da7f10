/**
 * A page takes the focus only once somebody works in it: while a learner types in the editor, `focus()` and `autofocus`
 * of the page that is shown anew would take the caret away.
 */
export function keepFocusOut(): void {
	for (const { prototype } of [HTMLElement, SVGElement]) {
		const { focus } = prototype;
		prototype.focus = function (this: HTMLElement & SVGElement, options?: FocusOptions) {
			if (document.hasFocus()) Reflect.apply(focus, this, [options]);
		};
	}
	window.focus = () => {};
	const { prototype } = HTMLDialogElement;
	for (const name of ['show', 'showModal'] as const) {
		const native = prototype[name];
		prototype[name] = function (this: HTMLDialogElement) {
			if (document.hasFocus()) return Reflect.apply(native, this, []) as void;
			// Nothing in an inert dialog can be focused.
			const { inert } = this;
			this.inert = true;
			Reflect.apply(native, this, []);
			this.inert = inert;
		};
	}
	window.addEventListener('invalid', (event) => document.hasFocus() || event.preventDefault(), true);
	// Blocked by the browser here, with a line in its console for each: the page is parsed before it is shown.
	const { parseFromString } = DOMParser.prototype;
	DOMParser.prototype.parseFromString = function (...args) {
		const page = Reflect.apply(parseFromString, this, args) as Document;
		for (const element of page.querySelectorAll('[autofocus]')) element.removeAttribute('autofocus');
		return page;
	};
}
