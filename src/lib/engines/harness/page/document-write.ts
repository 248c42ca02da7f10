import { memberOf } from './member-of.ts';

/** Where a script stands that may write: its texts come there. `nowhere`: a browser ignores what modules and later scripts write. */
type Place = Node | 'nowhere';

export interface PageWriter {
	/** Runs a script of the page that is being loaded. */
	during(place: Place, run: () => Promise<void>): Promise<void>;
	/** Another page comes: what was written is over. */
	endWriting(): void;
}

/** A document that texts are written into, in pieces: each piece is read together with those before it. */
interface Written {
	text: string;
	show(text: string): void;
}

/**
 * `document.write` and its like: a browser's own would end the whole frame. While a page is loaded, what a script writes
 * stands behind it; once it is loaded, as in a browser, the text takes the place of the page: `onReplaced` is called, and
 * removes listeners. Call it before there is a program.
 */
export function ownDocumentWrite(document: Document, onReplaced: () => void): PageWriter {
	const Parser = document.defaultView!.DOMParser;
	const root = document.documentElement;
	const create = document.createElement.bind(document);
	let place: Place | null = null;
	let written: Written | null = null;

	function behind(where: Node): Written {
		let shown: ChildNode[] = [];
		return {
			text: '',
			show(text) {
				for (const node of shown) memberOf(node, 'remove')();
				const template = create('template');
				template.innerHTML = text;
				shown = [...template.content.childNodes];
				for (const node of shown) memberOf(where, 'appendChild')(node);
			}
		};
	}
	function replaced(): Written {
		onReplaced();
		for (const { name } of [...root.attributes]) root.removeAttribute(name);
		root.replaceChildren();
		return {
			text: '',
			show(text) {
				const page = new Parser().parseFromString(text, 'text/html');
				root.replaceChildren(...memberOf(page, 'documentElement').childNodes);
			}
		};
	}
	function write(texts: readonly unknown[], end: string): void {
		if (place === 'nowhere')
			return globalThis.console.warn(
				'document.write is ignored in a module, and in a script with defer or async.'
			);
		const text = texts.map(String).join('') + end;
		written ??= place ? behind(place) : replaced();
		written.text += text;
		written.show(written.text);
	}

	const own = {
		write: (...texts: unknown[]) => write(texts, ''),
		writeln: (...texts: unknown[]) => write(texts, '\n'),
		open(): Document {
			if (!place) written = replaced();
			return document;
		},
		close(): void {
			if (!place) written = null;
		}
	};
	for (const name of ['write', 'writeln', 'open', 'close'] as const) {
		let prototype = Object.getPrototypeOf(document) as Document;
		// happy-dom has not all of them.
		if (name in document)
			while (!Object.hasOwn(prototype, name)) prototype = Object.getPrototypeOf(prototype) as Document;
		const native = prototype[name] as ((...args: unknown[]) => unknown) | undefined;
		const value = {
			// Documents that nobody sees have their own.
			[name](this: Document, ...args: unknown[]): unknown {
				if (this === document) return own[name](...args);
				return native && Reflect.apply(native, this, args);
			}
		}[name];
		Object.defineProperty(prototype, name, { value, writable: true, enumerable: true, configurable: true });
	}

	function endWriting(): void {
		place = null;
		written = null;
	}
	return {
		async during(where, run) {
			endWriting();
			place = where;
			await run().finally(endWriting);
		},
		endWriting
	};
}
