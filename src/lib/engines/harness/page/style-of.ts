import { specifiedValue } from './cascade.ts';
import { COLOUR_FUNCTIONS, plainColour } from './colour.ts';
import { memberOf } from './member-of.ts';
import { isHappyDom } from './trusted-rules.ts';

/** Inherited properties → what a browser says where nobody set them. */
const INHERITED: Readonly<Record<string, string>> = {
	color: 'rgb(0, 0, 0)',
	cursor: 'auto',
	direction: 'ltr',
	'font-family': '',
	'font-size': '16px',
	'font-style': 'normal',
	'font-weight': '400',
	'letter-spacing': 'normal',
	'line-height': 'normal',
	'list-style-type': 'disc',
	'text-align': 'start',
	'text-transform': 'none',
	visibility: 'visible',
	'white-space': 'normal'
};

/** Other properties → what a browser says where nobody set them. */
const INITIAL: Readonly<Record<string, string>> = {
	'align-items': 'normal',
	'background-color': 'rgba(0, 0, 0, 0)',
	'background-image': 'none',
	'box-shadow': 'none',
	'box-sizing': 'content-box',
	'column-gap': 'normal',
	'flex-direction': 'row',
	'flex-wrap': 'nowrap',
	'justify-content': 'normal',
	'max-width': 'none',
	'object-fit': 'fill',
	opacity: '1',
	'outline-style': 'none',
	'overflow-x': 'visible',
	'overflow-y': 'visible',
	position: 'static',
	'row-gap': 'normal',
	'text-decoration-line': 'none',
	transform: 'none',
	'z-index': 'auto'
};
for (const side of ['top', 'right', 'bottom', 'left']) {
	Object.assign(INITIAL, {
		[`margin-${side}`]: '0px',
		[`padding-${side}`]: '0px',
		[`border-${side}-style`]: 'none',
		[`border-${side}-width`]: '0px'
	});
}
for (const corner of ['top-left', 'top-right', 'bottom-right', 'bottom-left'])
	Object.assign(INITIAL, { [`border-${corner}-radius`]: '0px' });

/** Of a shorthand, the longhand that speaks for it. */
const LONGHANDS: Readonly<Record<string, string>> = {
	background: 'background-color',
	'border-color': 'border-top-color',
	'border-radius': 'border-top-left-radius',
	'border-style': 'border-top-style',
	'border-width': 'border-top-width',
	gap: 'row-gap',
	margin: 'margin-top',
	overflow: 'overflow-x',
	padding: 'padding-top',
	'text-decoration': 'text-decoration-line'
};

const LENGTH =
	/^(?:margin|padding)-|-(?:width|radius|gap)$|^(?:font-size|letter-spacing|line-height|top|right|bottom|left|outline-offset)$/;
const WEIGHTS: Readonly<Record<string, string>> = { normal: '400', bold: '700' };
const WIDTHS: Readonly<Record<string, string>> = { thin: '1px', medium: '3px', thick: '5px' };
const PER_INCH: Readonly<Record<string, number>> = {
	px: 1,
	pt: 96 / 72,
	pc: 16,
	in: 96,
	cm: 96 / 2.54,
	mm: 96 / 25.4
};

const pixels = (number: number): string => `${Math.round(number * 10_000) / 10_000}px`;

/** Lengths of the text, in px; what needs a layout (%, vw) is left. */
function inPixels(value: string, own: () => number, root: () => number): string {
	return value.replace(
		/(?<![\w#.-])(-?\d*\.?\d+)(rem|em|px|pt|pc|in|cm|mm)\b/g,
		(_, digits: string, unit: string) => {
			const number = Number(digits);
			if (unit === 'rem') return pixels(number * root());
			if (unit === 'em') return pixels(number * own());
			return pixels(number * PER_INCH[unit]!);
		}
	);
}

const COLOUR = new RegExp(
	`#[0-9a-f]+\\b|(?:${COLOUR_FUNCTIONS})\\([^()]*\\)|(?<![\\w"'(/.-])[a-z]+(?![\\w("'/.-])`,
	'gi'
);

/** Every colour in a value, as browsers print it. */
const plainColours = (value: string): string =>
	value.replace(COLOUR, (part) => (part === 'none' ? part : (plainColour(part) ?? part)));

const fontSize = (element: Element | null): number =>
	element ? Number.parseFloat(styleOf(element, 'font-size')) || 16 : 16;

function normalise(element: Element, property: string, raw: string): string {
	let value = raw.trim().replace(/\s+/g, ' ').toLowerCase();
	if (/color$/.test(property)) {
		if (value === 'currentcolor') return styleOf(element, 'color');
		return plainColour(value) ?? value;
	}
	if (property === 'font-weight') return WEIGHTS[value] ?? value;
	if (property === 'font-family') return value.replace(/["']/g, '').replace(/\s*,\s*/g, ', ');
	if (/^border-.*-width$|^outline-width$/.test(property)) value = WIDTHS[value] ?? value;
	// An em of the font's own size is one of the parent's.
	const own = () => fontSize(property === 'font-size' ? memberOf(element, 'parentElement') : element);
	const top = memberOf(memberOf(element, 'ownerDocument'), 'documentElement');
	const root = () => (property === 'font-size' && element === top ? 16 : fontSize(top));
	value = inPixels(value, own, root);
	if (property === 'font-size' && value.endsWith('%'))
		return pixels((own() * Number.parseFloat(value)) / 100);
	if (property === 'line-height') {
		if (/^[\d.]+$/.test(value)) return pixels(Number(value) * own());
		if (value.endsWith('%')) return pixels((Number.parseFloat(value) * own()) / 100);
	}
	if (LENGTH.test(property)) value = value.replace(/(?<![\w.])-?0(?![\w.%])/g, '0px');
	if (property === 'box-shadow' || property === 'background-image') return plainColours(value);
	return value;
}

/**
 * The computed value of a property, written the same in every engine: lower case, colours as `rgb(r, g, b)` or
 * `rgba(r, g, b, a)`, lengths in px, weights as numbers, families without quotes. A shorthand gives its first longhand
 * (`padding`: `padding-top`). Custom properties (`--main`) come as written. Safe are the properties of the README;
 * what needs a layout (`width`, `height`, `%`, grid tracks, `margin: auto`) is not the same everywhere.
 */
export function styleOf(element: Element, property: string): string {
	const view = memberOf(memberOf(element, 'ownerDocument'), 'defaultView')!;
	const dashed = property.startsWith('--')
		? property
		: property.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
	const name = LONGHANDS[dashed] ?? dashed;
	const computed = (): string => view.getComputedStyle(element).getPropertyValue(name);
	if (!isHappyDom) return name.startsWith('--') ? computed().trim() : normalise(element, name, computed());
	const raw = substitute(element, specifiedValue(element, name) ?? '').trim();
	const inherited = name.startsWith('--') || Object.hasOwn(INHERITED, name);
	const initial = () => (name === 'display' ? 'inline' : (INHERITED[name] ?? INITIAL[name] ?? ''));
	if (name === 'line-height') {
		const from = whereSpecified(element, name);
		// A number is inherited as a number: each element multiplies it with its own font size.
		const number = from && substitute(from, specifiedValue(from, name) ?? '').trim();
		if (number && /^[\d.]+$/.test(number)) return normalise(element, name, number);
	}
	if (raw === 'inherit' || (inherited && (raw === '' || raw === 'unset'))) {
		const parent = memberOf(element, 'parentElement');
		return parent ? styleOf(parent, name) : initial();
	}
	if (name.startsWith('--')) return raw;
	if (/^border-.*-color$/.test(name) && (raw === '' || raw === 'initial')) return styleOf(element, 'color');
	if (raw === 'initial' || raw === 'unset') return initial();
	if (name === 'display') return blockified(element, raw || computed() || initial());
	if (raw !== '') return normalise(element, name, raw);
	// What the browser's own style sheet says.
	const own = computed();
	return own === '' || own === 'initial' ? initial() : normalise(element, name, own);
}

/** The nearest element, from this one upwards, of which a style sheet speaks itself. */
function whereSpecified(element: Element, name: string): Element | null {
	for (let at: Element | null = element; at; at = memberOf(at, 'parentElement')) {
		const value = specifiedValue(at, name);
		if (value !== null && value !== 'inherit' && value !== 'unset') return at;
	}
	return null;
}

/** `var(--name, fallback)` → what it stands for. */
function substitute(element: Element, value: string): string {
	return value.replace(
		/var\(\s*(--[\w-]+)\s*(?:,\s*([^()]*(?:\([^()]*\)[^()]*)*))?\)/g,
		(_, name: string, fallback = '') => styleOf(element, name) || String(fallback)
	);
}

/** Children of flex and grid containers, and what is taken out of the flow, are blocks (CSS Display 3, 2.7). */
function blockified(element: Element, display: string): string {
	const parentElement = memberOf(element, 'parentElement');
	const outside =
		/^(?:absolute|fixed)$/.test(styleOf(element, 'position')) ||
		(parentElement !== null && /flex|grid/.test(specifiedValue(parentElement, 'display') ?? ''));
	if (!outside) return display;
	return /^inline(?:-block)?$/.test(display) ? 'block' : display.replace(/^inline-/, '');
}
