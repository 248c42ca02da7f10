import { memberOf } from './member-of.ts';

const FOCUS = /:focus(-visible|-within)?(?![\w-])/g;

/** A selector that matches this element and no other, and weighs nothing. */
function pathOf(element: Element): string {
	const steps: string[] = [];
	let at = element;
	for (let parent = memberOf(at, 'parentElement'); parent; parent = memberOf(at, 'parentElement')) {
		steps.unshift(`:nth-child(${[...memberOf(parent, 'children')].indexOf(at) + 1})`);
		at = parent;
	}
	return [':root', ...steps].join('>');
}

/** The selector as it must read so that an emulated focus matches its `:focus`, with the same weight. */
export function withFocus(selector: string, active: Element | null): string {
	if (active === null || !selector.includes(':focus')) return selector;
	return selector.replace(FOCUS, (written, kind: string | undefined) => {
		const paths: string[] = [];
		for (let at: Element | null = active; at; at = kind === '-within' ? memberOf(at, 'parentElement') : null)
			paths.push(pathOf(at));
		return `:is(${written}, :where(${paths.join(', ')}))`;
	});
}

/** All rules that have a selector, those inside `@media` and their like too. */
function* styleRules(rules: CSSRuleList): Generator<CSSStyleRule> {
	for (const rule of rules) {
		if ('selectorText' in rule) yield rule as CSSStyleRule;
		if ('cssRules' in rule) yield* styleRules(rule.cssRules as CSSRuleList);
	}
}

/**
 * Keeps the document's `:focus` rules in step with an emulated focus. Returns what to call when the focus has moved; after
 * changes of the document it looks again by itself.
 */
export function followFocusInStyles(document: Document, active: () => Element | null): () => void {
	const original = new WeakMap<CSSStyleRule, string>();
	const restyle = () => {
		for (const sheet of memberOf(document, 'styleSheets')) {
			for (const rule of styleRules(sheet.cssRules)) {
				const written = original.get(rule) ?? rule.selectorText;
				if (!written.includes(':focus')) continue;
				original.set(rule, written);
				const wanted = withFocus(written, active());
				if (rule.selectorText !== wanted) rule.selectorText = wanted;
			}
		}
	};
	const observer = new MutationObserver(() => active() && restyle());
	observer.observe(document, { childList: true, subtree: true });
	return restyle;
}
