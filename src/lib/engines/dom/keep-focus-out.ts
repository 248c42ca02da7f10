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
	new MutationObserver(() => {
		for (const element of document.querySelectorAll('[autofocus]')) element.removeAttribute('autofocus');
	}).observe(document, { childList: true, subtree: true, attributes: true, attributeFilter: ['autofocus'] });
}
