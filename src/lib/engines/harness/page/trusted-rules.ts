type Change = readonly ['replaceSync' | 'insertRule' | 'deleteRule', ...unknown[]];

/** happy-dom's styles are worked out here; a browser's are its own. */
export const isHappyDom = !/\[native code\]/.test(String(Element));

/** What was done to each sheet, since its text was last set. */
const changes = new WeakMap<CSSStyleSheet, Change[]>();
/** What a sheet holds after that. */
const read = new WeakMap<CSSStyleSheet, CSSRuleList>();
const Sheet = globalThis.CSSStyleSheet;
const { replaceSync, insertRule, deleteRule } = Sheet.prototype;
const originals: Readonly<Record<Change[0], (...args: never[]) => unknown>> = {
	replaceSync,
	insertRule,
	deleteRule
};

/**
 * The rules of a sheet, as its text and the calls on it say: happy-dom's own list is an array that everybody can change.
 * The text is read anew; nobody else has what is returned.
 */
export function rulesOf(sheet: CSSStyleSheet): CSSRuleList {
	let rules = read.get(sheet);
	if (!rules) {
		const copy = new Sheet();
		for (const [name, ...args] of changes.get(sheet) ?? []) Reflect.apply(originals[name], copy, args);
		rules = copy.cssRules;
		read.set(sheet, rules);
	}
	return rules;
}

/** Begins to remember what is done to sheets. Called once, before there is one. */
export function recordSheets(): void {
	if (!isHappyDom) return;
	const { prototype } = Sheet as unknown as { prototype: Record<Change[0], (...args: unknown[]) => unknown> };
	for (const name of ['replaceSync', 'insertRule', 'deleteRule'] as const) {
		prototype[name] = function (this: CSSStyleSheet, ...args: unknown[]): unknown {
			const plain = name === 'deleteRule' ? args : [String(args[0]), ...args.slice(1)];
			const result = Reflect.apply(originals[name], this, plain as never[]);
			const before = name === 'replaceSync' ? [] : (changes.get(this) ?? []);
			changes.set(this, [...before, [name, ...plain]]);
			read.delete(this);
			return result;
		};
	}
}
