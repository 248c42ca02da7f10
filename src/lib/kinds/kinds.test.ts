import { expect, test } from 'vitest';
import { kinds } from './kinds.ts';
import { PAGE_KINDS } from './page-kinds.ts';

test('a page knows the kinds that the site has, and runs them as the server does', () => {
	expect(PAGE_KINDS).toEqual(kinds.all.map(({ run }) => run));
	expect(PAGE_KINDS.length).toBeGreaterThan(0);
	expect(kinds.all.map(({ name }) => name)).toEqual(PAGE_KINDS.map(({ name }) => name));
});
