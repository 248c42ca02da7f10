import { expect, test } from 'vitest';
import { runReport } from './bug-report/run.ts';
import { kinds } from './kinds.ts';
import { CODE_KINDS } from './page-kinds.ts';
import { runTable } from './test-table/run.ts';

test('a page knows the kinds that the site has, and runs them as the server does', () => {
	const ofPages = new Set([...CODE_KINDS, runTable, runReport]);
	expect(ofPages).toEqual(new Set(kinds.all.map(({ run }) => run)));
	for (const { name, run } of kinds.all) expect(run.name).toBe(name);
});
