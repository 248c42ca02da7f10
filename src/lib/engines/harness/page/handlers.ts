import { defineProperty, randomName } from '../natives.ts';
import type { PageScope } from '../page-scope.ts';
import { memberOf } from './member-of.ts';
import { isHappyDom } from './trusted-rules.ts';

type Handler = (this: unknown, event: Event) => unknown;
type Compiled = (scope: object, document: object, form: object, element: object) => Handler;

/** Events of elements for which HTML has an attribute `on…`. */
const TYPES = [
	'click dblclick auxclick contextmenu mousedown mouseup mouseover mouseout mouseenter mouseleave mousemove wheel',
	'pointerdown pointerup pointermove pointerover pointerout pointerenter pointerleave pointercancel',
	'touchstart touchend touchmove touchcancel keydown keyup keypress beforeinput input change submit reset invalid select',
	'focus blur focusin focusout scroll resize load error toggle cancel close copy cut paste',
	'drag dragstart dragend dragenter dragleave dragover drop animationstart animationend animationiteration animationcancel',
	'transitionrun transitionstart transitionend transitioncancel beforetoggle formdata scrollend play pause ended'
].flatMap((line) => line.split(' '));
/** On `<body>` these are the window's. */
const OF_WINDOW = /^on(?:blur|error|focus|load|resize|scroll)$/;

/**
 * Fields of classes and assignments through `super` define properties past every setter. The compiler sees to that in scripts
 * (`compile/`), nobody in code that comes as text. Neither word can be written with escapes.
 */
const UNSEEN = /\bsuper(?=\s*[.[(/<-])|\bclass(?=[\s/{<])/;

/** The page whose handlers are compiled. */
export interface HandlerPage {
	page: string;
	/** As it was written, to find the line of a handler. */
	text: string;
	scope(): PageScope;
}

export interface Handlers {
	begin(page: HandlerPage): void;
	/** Compiles `onclick="…"` and its like in the document, those that are new. */
	adopt(): void;
}

/** Names that code in HTML does not find on the elements around it (DOM, `[Unscopable]`); happy-dom knows of none. */
const UNSCOPABLE = 'before after replaceWith remove prepend append replaceChildren slot'.split(' ');

function hideUnscopables(): void {
	if (!isHappyDom) return;
	const hidden = Object.fromEntries(UNSCOPABLE.map((name) => [name, true]));
	for (const { prototype } of [Element, Document, DocumentFragment, CharacterData])
		defineProperty(prototype, Symbol.unscopables, { value: hidden });
}

/** A name that somebody may have meant, and that only a module has. */
const NOT_DEFINED = /^(\S+) is not defined$/;

/**
 * Handlers in HTML, compiled as a browser compiles them: sloppy code that finds the names of the element, its form, the
 * document, the page's classic scripts and the window. A browser's own do not find what `let`, `const` and `class` of a
 * classic script declare here. Call it before there is a program; `load` runs a script's text in the global scope.
 */
export function createHandlers(load: (text: string) => unknown): Handlers {
	let current: HandlerPage | null = null;
	let known = new WeakMap<Element, Map<string, string>>();
	const all = Document.prototype.querySelectorAll;
	hideUnscopables();

	/** On lines and columns of the page, and with its name, where its text has the handler as it is. */
	function placed(text: string): { body: string; name: string } {
		const at = current?.text.indexOf(text) ?? -1;
		if (at < 0) return { body: `\n${text}`, name: 'passerelle-handler.js' };
		const before = current!.text.slice(0, at).split('\n');
		const indent = before.length === 1 ? '' : ' '.repeat((before.at(-1) ?? '').length);
		return {
			body: '\n'.repeat(before.length - 1) + indent + text,
			name: `learner:${current!.page}`
		};
	}

	function compile(name: string, text: string): Compiled | null {
		if (UNSEEN.test(text)) throw new SyntaxError(`class and super cannot be used in ${name}="…"`);
		const hook = randomName();
		let taken: Compiled | null = null;
		defineProperty(globalThis, hook, {
			value: (compiled: Compiled) => void (taken = compiled),
			configurable: true
		});
		const objects = ['scope', 'document', 'form', 'element'].map((object) => `__passerelle_${object}__`);
		const head = objects.map((object) => `with (${object})`).join(' ');
		const { body, name: script } = placed(text);
		try {
			load(
				`${hook}(function (${objects.join(', ')}) { ${head} return function ${name}(event) {${body}\n} })\n` +
					`//# sourceURL=${script.replace(/\s/g, '_')}`
			);
		} finally {
			Reflect.deleteProperty(globalThis, hook);
		}
		return taken;
	}

	/** The names that a handler sees last, before the window's. */
	const scopeOf = (): object => current?.scope().declared ?? {};

	function explain(thrown: unknown): void {
		const name = thrown instanceof ReferenceError ? NOT_DEFINED.exec(thrown.message)?.[1] : undefined;
		if (name !== undefined && current?.scope().inModules.has(name))
			console.warn(
				`"${name}" is in a module: a module's names are not seen from the page. Use addEventListener in the module, or a <script> without type="module".`
			);
	}

	function handlerFor(element: Element, name: string, text: string): Handler {
		let compiled: Handler | null = null;
		return function (this: unknown, event: Event): unknown {
			if (!compiled) {
				const form = 'form' in element ? (element.form as object | null) : null;
				compiled = compile(name, text)?.(scopeOf(), document, form ?? {}, element) ?? (() => undefined);
			}
			let result: unknown;
			try {
				result = Reflect.apply(compiled, element, [event]);
			} catch (thrown) {
				explain(thrown);
				throw thrown;
			}
			if (result === false) event.preventDefault();
			return result;
		};
	}

	function adoptElement(element: Element): void {
		for (const { name, value } of [...memberOf(element, 'attributes')]) {
			if (!/^on[a-z]+$/.test(name)) continue;
			let texts = known.get(element);
			if (!texts) known.set(element, (texts = new Map()));
			if (texts.get(name) === value) continue;
			texts.set(name, value);
			const target = memberOf(element, 'localName') === 'body' && OF_WINDOW.test(name) ? globalThis : element;
			if (name in target) Reflect.set(target, name, handlerFor(element, name, value));
		}
	}

	// What has come by `setAttribute` or `innerHTML` is met when its first event comes.
	const meet = (event: Event): void => {
		for (const target of event.composedPath())
			if ('attributes' in target && 'localName' in target) adoptElement(target as Element);
	};
	for (const type of TYPES) window.addEventListener(type, meet, { capture: true, passive: true });

	return {
		begin(page) {
			current = page;
			known = new WeakMap();
		},
		adopt() {
			const elements = Reflect.apply(all, document, ['*']) as NodeListOf<Element>;
			for (let index = 0; index < elements.length; index++) adoptElement(elements[index]!);
		}
	};
}
