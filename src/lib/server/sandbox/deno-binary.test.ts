import { expect, test } from 'vitest';
import { findDeno } from './deno-binary.ts';

test('the binary of the package is found, and not its wrapper', () => {
	expect(findDeno({})).toEqual({ path: expect.stringMatching(/@deno[\\/][^\\/]+[\\/]deno(?:\.exe)?$/) });
});

test('an operator names another one; a wrong name is said and not passed over', () => {
	expect(findDeno({ DENO_BIN: process.execPath })).toEqual({ path: process.execPath });
	expect(findDeno({ DENO_BIN: '/nowhere/deno' })).toEqual({ path: null, reason: 'deno-bin-wrong' });
});
