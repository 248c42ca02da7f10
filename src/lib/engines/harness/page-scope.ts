import { IN_ITS_WORDS, type ClassicScript, type SharedName } from '../../contract/linked-module.ts';
import { inItsWords } from './joints.ts';
import { defineProperty, describeProperty } from './natives.ts';

/** What no script can declare with `let`, `const` or `class`: properties of a window that cannot be replaced. */
const TAKEN: readonly string[] = ['window', 'document', 'location', 'top', 'undefined', 'NaN', 'Infinity'];

type Begin = Parameters<ClassicScript['body']>[2];

/** The names that the classic scripts of one page share, for as long as it is shown. */
export interface PageScope {
	/** An object with these names as properties, read and written where they are declared by then. */
	namesFor(names: readonly string[], strict: boolean): object;
	/** What a classic script calls first. Throws a `SyntaxError` where one of its names is taken. */
	begin(script: ClassicScript): Begin;
	/** What `let`, `const` and `class` have declared so far, as properties. */
	readonly declared: object;
	/** What modules declare at their tops: nobody sees it from outside. */
	readonly inModules: Set<string>;
	/** Takes from the window what the scripts have put there. */
	leave(): void;
}

const twice = (name: string): SyntaxError =>
	new SyntaxError(`Identifier '${name}' has already been declared`);

/** A fresh page's names: none. */
export function createPageScope(): PageScope {
	const own: Record<string, SharedName | undefined> = Object.create(null) as never;
	const lexical: Record<string, true | undefined> = Object.create(null) as never;
	const vars: Record<string, true | undefined> = Object.create(null) as never;
	const declared = Object.create(null) as object;
	const undo: (() => void)[] = [];

	function remember(name: string): void {
		const before = describeProperty(globalThis, name);
		undo[undo.length] = () => {
			if (before?.configurable) defineProperty(globalThis, name, before);
			else if (!before) Reflect.deleteProperty(globalThis, name);
		};
	}

	function read(name: string): unknown {
		const known = own[name];
		try {
			if (known) return known[0]();
		} catch {
			// Its script has not come to its line. V8 says the same of a name that it does not know.
			throw new ReferenceError(`${name} is not defined`);
		}
		if (name in globalThis) return Reflect.get(globalThis, name);
		throw new ReferenceError(`${name} is not defined`);
	}

	function write(name: string, value: unknown, strict: boolean): void {
		const known = own[name];
		if (known) return known[1](value);
		if (!(name in globalThis)) {
			if (strict) throw new ReferenceError(`${name} is not defined`);
			remember(name);
		}
		Reflect.set(globalThis, name, value);
	}

	return {
		declared,
		inModules: new Set(),
		namesFor(names, strict) {
			const view = Object.create(null) as object;
			for (const name of names) {
				defineProperty(view, name, {
					get: () => read(name),
					set: (value: unknown) => write(name, value, strict)
				});
				defineProperty(view, `typeof ${name}`, {
					get: () => (own[name] || name in globalThis ? read(name) : undefined)
				});
			}
			defineProperty(view, IN_ITS_WORDS, { value: inItsWords });
			return view;
		},
		begin: (script) => (given) => {
			const names = Object.keys(given.own);
			const functions = Object.keys(given.functions);
			const isKept = (name: string) => script.kept.includes(name);
			for (const name of names) {
				if (lexical[name] || (!isKept(name) && (vars[name] || own[name] || TAKEN.includes(name))))
					throw twice(name);
			}
			for (const name of [...script.vars, ...functions]) if (lexical[name]) throw twice(name);
			for (const name of names) {
				const shared = given.own[name]!;
				own[name] = shared;
				if (!isKept(name)) lexical[name] = true;
				defineProperty(declared, name, { get: shared[0], set: shared[1], configurable: true });
			}
			for (const name of functions) {
				vars[name] = true;
				remember(name);
				const value = given.functions[name]!;
				defineProperty(value, 'name', { value: name, configurable: true });
				const before = describeProperty(globalThis, name);
				if (!before || before.configurable)
					defineProperty(globalThis, name, { value, writable: true, enumerable: true, configurable: true });
				else Reflect.set(globalThis, name, value);
			}
			for (const name of script.vars) {
				vars[name] = true;
				if (describeProperty(globalThis, name)) continue;
				remember(name);
				defineProperty(globalThis, name, {
					value: undefined,
					writable: true,
					enumerable: true,
					configurable: true
				});
			}
			for (const name of script.assigned) if (!(name in globalThis)) remember(name);
		},
		leave() {
			for (let last = undo.pop(); last; last = undo.pop()) last();
		}
	};
}
