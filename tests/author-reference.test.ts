import { readFileSync, writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import { expect, test } from 'vitest';
import { withReference } from '../scripts/author-reference.ts';

test('the reference in the guide for coaches is made from the contract', async () => {
	const file = 'exercises/README.md';
	const guide = readFileSync(file, 'utf8');
	const expected = await format(withReference(guide), { ...(await resolveConfig(file)), filepath: file });
	if (process.env.UPDATE_SCHEMAS === '1') writeFileSync(file, expected);
	expect(readFileSync(file, 'utf8'), 'Run npm run schemas').toBe(expected);
});
