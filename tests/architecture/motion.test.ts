import { expect, test } from 'vitest';
import { listFiles, readText } from '../support/source-files.ts';

/** What moves for longer takes the eye off the rest, and needs a way to be stopped (WCAG 2.2, 2.2.2). */
const MOST_MS = 5000;

/** How long an `animation` or a `transition` moves in all, milliseconds: its delay, and as often as it is played. */
function movesFor(value: string): number {
	const times = Array.from(
		value.matchAll(/(?<![\w.-])(\d*\.?\d+)(m?s)\b/g),
		([, count, unit]) => Number(count) * (unit === 's' ? 1000 : 1)
	);
	const [duration = 0, delay = 0] = times;
	const often = /\binfinite\b/.test(value)
		? Infinity
		: Number(/(?<![\w.(-])(\d+)(?![\w.%)])/.exec(value)?.[1] ?? 1);
	return delay + duration * often;
}

test.each([
	['breathe 2.4s ease-in-out 2', 4800],
	['travel 6s 300ms var(--ease) both', 6300],
	['spin .5s linear infinite', Infinity],
	['width 600ms var(--ease)', 600],
	['transform var(--quick) var(--ease)', 0]
])('%s moves for %d ms', (value, ms) => {
	expect(movesFor(value)).toBe(ms);
});

test('nothing of the site moves for more than five seconds', () => {
	const declared = listFiles('src/')
		.filter((path) => /\.(?:css|svelte)$/.test(path))
		.flatMap((path) =>
			Array.from(
				readText(path).matchAll(/\b(?:animation|transition)(?:-duration|-iteration-count)?:\s*([^;]+);/g),
				([all, value = '']) => ({ path, all, ms: movesFor(value) })
			)
		);
	expect(declared.length).toBeGreaterThan(5);
	expect(declared.filter(({ ms }) => ms > MOST_MS)).toEqual([]);
});
