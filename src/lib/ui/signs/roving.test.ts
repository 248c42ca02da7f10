import { expect, test } from 'vitest';
import { rovingTarget } from './roving.ts';

test.each([
	['ArrowRight', 0, 1],
	['ArrowLeft', 4, 3],
	['ArrowDown', 1, 4],
	['ArrowUp', 4, 1],
	['Home', 4, 0],
	['End', 0, 5],
	['ArrowLeft', 0, undefined],
	['ArrowDown', 4, undefined],
	['a', 2, undefined]
])('%s at %i of two rows of three leads to %s', (key, at, to) => {
	expect(rovingTarget(key, at, 6, 3)).toBe(to);
});
