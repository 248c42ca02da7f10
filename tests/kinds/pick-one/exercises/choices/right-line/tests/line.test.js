import { expect, test } from 'vitest';
import { input } from 'passerelle/run';

test('the line compares', () => {
	expect(input.line, 'This line does not compare: count its equals signs, and look at its brackets.').toBe(2);
});
