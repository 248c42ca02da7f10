import { memberOf } from './member-of.ts';
import { rulesOf } from './trusted-rules.ts';

/** Taken before there is a program that could say that every medium is there. */
const matchMedia = globalThis.matchMedia.bind(globalThis);

/** What a style sheet or a `style` attribute says of a property. */
interface Declaration {
	value: string;
	/** Compared from the left: important, inline, specificity. */
	weight: readonly [number, number, number];
}

/** The shorthand that sets a longhand, and which part of its value does, where happy-dom does not know it. */
const SHORTHANDS: Record<string, readonly [string, (parts: string[]) => string | undefined]> = {
	'row-gap': ['gap', ([row]) => row],
	'column-gap': ['gap', ([row, column]) => column ?? row],
	'flex-direction': ['flex-flow', (parts) => parts.find((part) => /^(?:row|column)/.test(part))],
	'flex-wrap': ['flex-flow', (parts) => parts.find((part) => /wrap/.test(part))],
	'align-content': ['place-content', ([block]) => block],
	'justify-content': ['place-content', ([block, inline]) => inline ?? block],
	'overflow-x': ['overflow', ([x]) => x],
	'overflow-y': ['overflow', ([x, y]) => y ?? x],
	'text-decoration-line': [
		'text-decoration',
		(parts) => parts.find((part) => /^(?:none|underline|overline|line-through)$/.test(part))
	],
	'background-color': ['background', only]
};
/** `padding: var(--space)`: what is not known yet is not split. */
function only(parts: string[]): string | undefined {
	return parts.length === 1 ? parts[0] : undefined;
}
for (const side of ['top', 'right', 'bottom', 'left']) {
	SHORTHANDS[`border-${side}-color`] = ['border-color', only];
	SHORTHANDS[`margin-${side}`] = ['margin', only];
	SHORTHANDS[`padding-${side}`] = ['padding', only];
}

/** What browsers' own style sheets say of inherited properties (HTML, "Rendering"). */
const BROWSER: readonly [selector: string, property: string, value: string][] = [
	['b, strong, th, h1, h2, h3, h4, h5, h6', 'font-weight', '700'],
	['i, em, cite, dfn, var, address', 'font-style', 'italic'],
	['h1', 'font-size', '2em'],
	['h2', 'font-size', '1.5em'],
	['h3', 'font-size', '1.17em'],
	['h5', 'font-size', '0.83em'],
	['h6', 'font-size', '0.67em'],
	['a[href]', 'cursor', 'pointer'],
	['ol', 'list-style-type', 'decimal']
];

function* styleRules(rules: CSSRuleList): Generator<CSSStyleRule> {
	for (const rule of rules) {
		if ('selectorText' in rule) yield rule as CSSStyleRule;
		else if ('cssRules' in rule) {
			const { media } = rule as Partial<CSSMediaRule>;
			if (!media || matchMedia(media.mediaText).matches)
				yield* styleRules((rule as CSSGroupingRule).cssRules);
		}
	}
}

/** Ids, classes and types of one selector, as one number (Selectors 4, "Calculating specificity"). */
function specificity(selector: string): number {
	const plain = selector
		.replace(/:where\((?:[^()]|\([^()]*\))*\)/g, '')
		.replace(/:(?:is|not|has)\(/g, ' ')
		.replace(/::[\w-]+/g, ' x');
	const count = (pattern: RegExp) => plain.match(pattern)?.length ?? 0;
	const names = plain.replace(/\[[^\]]*\]|[#.:][\w-]+/g, ' ');
	return (
		count(/#[\w-]+/g) * 10_000 +
		count(/\.[\w-]+|\[[^\]]*\]|:[\w-]+/g) * 100 +
		(names.match(/[a-z][\w-]*/gi)?.length ?? 0)
	);
}

const selectorsOf = (text: string): string[] => text.split(/,(?![^([]*[)\]])/).map((part) => part.trim());

function declared(style: CSSStyleDeclaration, name: string): { value: string; important: boolean } | null {
	const [shorthand, part] = SHORTHANDS[name] ?? [];
	for (const property of [name, shorthand]) {
		if (property === undefined) continue;
		const text = style.getPropertyValue(property);
		const value = property === name ? text : part?.(text.split(/\s+/));
		if (value) return { value, important: style.getPropertyPriority(property) === 'important' };
	}
	return null;
}

const wins = (one: Declaration, other: Declaration | null): boolean => {
	if (!other) return true;
	for (const [index, weight] of one.weight.entries())
		if (weight !== other.weight[index]) return weight > other.weight[index]!;
	return true;
};

/**
 * The value that a property of an element is given by style sheets, the `style` attribute or, of inherited ones, the
 * browser; null where none gives it one. happy-dom's own computed style resolves units wrongly once it is cached.
 */
export function specifiedValue(element: Element, name: string): string | null {
	let best: Declaration | null = null;
	const offer = (style: CSSStyleDeclaration, inline: number, weight: number) => {
		const found = declared(style, name);
		if (!found) return;
		const next: Declaration = { value: found.value, weight: [Number(found.important), inline, weight] };
		if (wins(next, best)) best = next;
	};
	for (const style of memberOf(memberOf(element, 'ownerDocument'), 'querySelectorAll')('style')) {
		const medium = style.getAttribute('media');
		if (!style.sheet || (medium && !matchMedia(medium).matches)) continue;
		for (const rule of styleRules(rulesOf(style.sheet))) {
			const weights = selectorsOf(rule.selectorText)
				.filter((selector) => matches(element, selector))
				.map(specificity);
			if (weights.length > 0) offer(rule.style, 0, Math.max(...weights));
		}
	}
	offer(memberOf(element as HTMLElement, 'style'), 1, 0);
	if (best) return (best as Declaration).value;
	const own = BROWSER.find(([selector, property]) => property === name && matches(element, selector));
	return own ? own[2] : null;
}

function matches(element: Element, selector: string): boolean {
	try {
		return memberOf(element, 'matches')(selector);
	} catch {
		// As in a browser: a selector that is not understood matches nothing.
		return false;
	}
}
