import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { DARK, editorColours, LIGHT, tokenRules, type Palette } from './palette.ts';

const tokens = readFileSync(fileURLToPath(new URL('../../ui/tokens.css', import.meta.url)), 'utf8');
const themes = [
	['light', LIGHT],
	['dark', DARK]
] as const;

/** Relative luminance, as WCAG 2.2 defines it. */
function luminance(hex: string): number {
	const parts = [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16) / 255);
	const [red = 0, green = 0, blue = 0] = parts.map((part) =>
		part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
	);
	return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(a: string, b: string): number {
	const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
	return (light + 0.05) / (dark + 0.05);
}

const isOpaque = (colour: string): boolean => /^#[0-9a-f]{6}$/.test(colour);
/** Pairs with less contrast than they need. */
const below = (least: number, pairs: readonly (readonly [what: string, a: string, b: string])[]): string[] =>
	pairs.flatMap(([what, a, b]) => (contrast(a, b) < least ? [`${what}: ${contrast(a, b).toFixed(2)}`] : []));

test.each(themes)(
	'%s: every word can be read on every ground that it can stand on',
	(_, palette: Palette) => {
		const colours = editorColours(palette);
		const grounds = Object.entries(colours).filter(
			([name, colour]) => /Background$|background$/.test(name) && isOpaque(colour)
		);
		const brackets = Object.entries(colours).filter(([name]) => name.startsWith('editorBracketHighlight.'));
		const words = [
			...tokenRules(palette).map(({ token, foreground }) => [token || 'text', `#${foreground}`] as const),
			...brackets
		];
		expect(brackets).toHaveLength(4);
		expect(grounds.length).toBeGreaterThan(8);
		expect(words.length).toBeGreaterThan(12);
		const pairs = grounds.flatMap(([ground, colour]) =>
			words.map(([word, own]) => [`${word} on ${ground}`, own, colour] as const)
		);
		expect(below(4.5, pairs)).toEqual([]);
		const numbers = ['editorLineNumber.foreground', 'editorLineNumber.dimmedForeground'].map(
			(name) => [name, colours[name]!, palette.surface] as const
		);
		const active = [
			'the active number',
			colours['editorLineNumber.activeForeground']!,
			palette.line
		] as const;
		expect(below(4.5, [...numbers, active])).toEqual([]);
	}
);

test.each(themes)('%s: what is only an edge, a cursor or a wave is seen beside the ground', (_, palette) => {
	const colours = editorColours(palette);
	const edges = Object.entries(colours).filter(
		([name, colour]) => /[bB]order$|Cursor|Error/.test(name) && isOpaque(colour)
	);
	expect(edges.length).toBeGreaterThan(4);
	const grounds = ['surface', 'line'] as const;
	const pairs = edges.flatMap(([name, colour]) =>
		grounds.map((ground) => [`${name} on ${ground}`, colour, palette[ground]] as const)
	);
	expect(below(3, pairs)).toEqual([]);
});

test('what was found differs from the ground, and from the other places', () => {
	for (const { surface, found, foundToo, selection } of [LIGHT, DARK])
		expect(new Set([surface, found, foundToo, selection]).size).toBe(4);
});

test.each([
	['surface', 'color-surface'],
	['ink', 'color-ink'],
	['muted', 'color-muted'],
	['edge', 'color-border-strong'],
	['focus', 'color-focus'],
	['fail', 'color-fail'],
	['keyword', 'code-keyword'],
	['string', 'code-string'],
	['number', 'code-number'],
	['type', 'code-type'],
	['line', 'code-line']
] as const)('%s is --%s of tokens.css', (name, token) => {
	expect(tokens).toContain(`--${token}: light-dark(${LIGHT[name]}, ${DARK[name]});`);
});
