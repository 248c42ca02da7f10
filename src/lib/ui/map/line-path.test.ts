import { expect, test } from 'vitest';
import { isOnLine, linePath } from './line-path.ts';

test.each([
	[
		'a straight line has no curve',
		[
			[0, 0],
			[10, 0]
		],
		2,
		'M0 0L10 0'
	],
	[
		'a corner is cut at the radius on both sides',
		[
			[0, 0],
			[10, 0],
			[10, 10]
		],
		2,
		'M0 0L8 0Q10 0 10 2L10 10'
	],
	[
		'a corner between short legs takes half of the shorter leg',
		[
			[0, 0],
			[2, 0],
			[2, 10]
		],
		5,
		'M0 0L1 0Q2 0 2 1L2 10'
	],
	[
		'a doubled corner gives no broken number',
		[
			[0, 0],
			[5, 0],
			[5, 0],
			[9, 0]
		],
		2,
		'M0 0L5 0Q5 0 5 0L5 0Q5 0 5 0L9 0'
	]
] as const)('%s', (_, corners, radius, path) => {
	expect(
		linePath(
			corners.map(([x, y]) => ({ x, y })),
			radius
		)
	).toBe(path);
});

test.each([
	['the middle of a leg', 5, 0, true],
	['a corner', 10, 0, true],
	['a diagonal leg', 12, 2, true],
	['beside the line', 5, 1, false],
	['past the end', 16, 6, false],
	['before the start', -1, 0, false]
] as const)('%s is found where it is', (_, x, y, expected) => {
	const corners = [
		{ x: 0, y: 0 },
		{ x: 10, y: 0 },
		{ x: 15, y: 5 }
	];
	expect(isOnLine({ x, y }, corners)).toBe(expected);
});
