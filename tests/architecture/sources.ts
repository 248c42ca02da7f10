import { readSources } from '../support/source-files.ts';

export const SOURCES = readSources('src', 'scripts', 'cli', 'tests').filter(
	({ path }) => !path.endsWith('.d.ts')
);

/** What runs or is bundled: no tests, no declarations. */
export const CODE = SOURCES.filter(({ path }) => path.startsWith('src/') && !path.endsWith('.test.ts'));
