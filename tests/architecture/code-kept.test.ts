import { expect, test } from 'vitest';
import { listFiles, readText } from '../support/source-files.ts';

const SHOWS_CODE = /<(?:code|kbd|pre|samp)\b[^>]*>/g;
const KEPT = 'translate="no"';

/** Tags that show code and are not kept from a browser's translator, by themselves or by what stands before them on their line. */
const bareTags = (source: string): string[] =>
	Array.from(source.matchAll(SHOWS_CODE), ({ 0: tag, index }) => {
		const line = source.slice(source.lastIndexOf('\n', index) + 1, index);
		return tag.includes(KEPT) || line.includes(KEPT) ? '' : tag;
	}).filter(Boolean);

test.each([
	['<p><code>let</code></p>', ['<code>']],
	['<code\n\ttranslate="no">let</code>', []],
	['<pre translate="no"><code>let</code></pre>', []],
	['<p translate="no">let</p>\n<kbd>Tab</kbd>', ['<kbd>']]
])('in %j these are bare: %j', (source, bare) => {
	expect(bareTags(source)).toEqual(bare);
});

test('a browser’s translator leaves all code of the site alone', () => {
	const pages = listFiles('src').filter((path) => path.endsWith('.svelte'));
	expect(pages.length).toBeGreaterThan(40);
	const bare = pages.flatMap((path) => bareTags(readText(path)).map((tag) => `${path}: ${tag}`));
	expect(bare).toEqual([]);
});
