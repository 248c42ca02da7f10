import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { FileMap } from '../../src/lib/contract/exercise.ts';
import { askChromium, documentOf } from '../support/asked-of-chromium.ts';
import { makePlan } from '../support/make-plan.ts';
import { CLASSIC_CASES, LOG } from './page-classic-cases.ts';
import { openDom } from './subjects/dom.ts';
import { openNative } from './subjects/native.ts';
import type { Subject } from './subjects/subject.ts';

/** JSON has no `undefined`. */
const printed = (seen: unknown): string =>
	JSON.stringify(seen, (_, value) => (value === undefined ? null : value));

test('Chromium by itself, without a sandbox, makes of each page what the cases say', async () => {
	const shown = await askChromium(
		CLASSIC_CASES,
		async (page, { act }) => {
			if (act) await page.evaluate(`(() => { ${act} })()`);
			return printed(await page.evaluate('window.seen'));
		},
		(page) => page.addInitScript(`window.seen = []; ${LOG}`)
	);
	expect(shown).toEqual(
		Object.fromEntries(Object.entries(CLASSIC_CASES).map(([name, { seen }]) => [name, printed(seen)]))
	);
}, 120_000);

/** A second time too: nothing of the first page is left, but what the suite put there itself. */
const suiteOf = (act = ''): string => `import { expect, test } from 'vitest';
import { openPage } from 'passerelle/page';
test('page', async () => {
	const seen = [];
	for (const time of [1, 2]) {
		window.seen = [];
		${LOG}
		await openPage().catch(() => {});
		(() => { ${act} })();
		seen.push(JSON.stringify(window.seen, (_, value) => (value === undefined ? null : value)));
	}
	console.log('seen ' + seen[0]);
	expect(seen[1]).toBe(seen[0]);
});`;

const plan = (html: string, files: FileMap = {}, suite = suiteOf()) =>
	makePlan({
		need: 'dom',
		entry: 'index.html',
		files: { ...files, 'index.html': documentOf(html) },
		suite: { 'tests/page.test.js': suite },
		reference: { 'index.html': '' },
		expected: ['page'],
		timeMs: 20_000
	});
const run = async ({ session }: Subject, ...about: Parameters<typeof plan>) =>
	(await session.run(await plan(...about), { signal: new AbortController().signal })).runs[0]!;

const subjects: Record<string, () => Promise<Subject>> = {
	Chromium: openDom('dom'),
	'happy-dom': openNative('dom')
};
const OPEN = `import { test } from 'vitest'; import { openPage } from 'passerelle/page'; test('page', () => openPage());`;

describe.each(Object.entries(subjects))('classic scripts and onclick, in the sandbox with %s', (_, open) => {
	let subject: Subject;
	beforeAll(async () => void (subject = await open()), 60_000);
	afterAll(() => subject?.close());

	test.each(Object.entries(CLASSIC_CASES))('%s', async (_, { html, files, act, seen }) => {
		const { tests, console } = await run(subject, html, files, suiteOf(act));
		const line = console.find(({ text }) => text.startsWith('seen '))?.text;
		expect({ line, failure: tests[0]!.failure?.message ?? null }).toMatchObject({
			line: `seen ${printed(seen)}`
		});
		// What broke outside of the test's own call is told; the page is the same the second time.
		expect(tests[0]!.failure?.message ?? '').not.toContain('toBe');
	});

	test('a script that cannot be read is named with its file and line', async () => {
		const html = '<body><p>x</p>\n<script src="main.js"></script></body>';
		const { tests } = await run(subject, html, { 'main.js': '// one\nconst a 1;' }, OPEN);
		expect(tests[0]!.failure).toMatchObject({
			name: 'SyntaxError',
			location: { file: 'main.js', line: 2, column: 9 }
		});
	});

	test('import in a classic script is named with its line', async () => {
		const html = '<body><script src="main.js"></script></body>';
		const files = { 'main.js': '// one\nimport { a } from "./a.js";', 'a.js': 'export const a = 1;' };
		const { tests } = await run(subject, html, files, OPEN);
		expect(tests[0]!.failure).toMatchObject({
			name: 'SyntaxError',
			message: 'Cannot use import statement outside a module',
			location: { file: 'main.js', line: 2, column: 1 }
		});
	});

	test('an error in a classic script, and in onclick, has its line', async () => {
		const html =
			'<body>\n<button\n onclick="ad()">x</button>\n<script>\nfunction add() {\n  missing();\n}\n</script></body>';
		const suite = `import { test } from 'vitest'; import { openPage } from 'passerelle/page';
			test('page', async () => { await openPage(); window.add(); });`;
		const thrown = await run(subject, html, {}, suite);
		expect(thrown.tests[0]!.failure).toMatchObject({ location: { file: 'index.html', line: 6 } });
		const click = suite.replace(
			'window.add()',
			"document.querySelector('button').click(); throw new Error('after')"
		);
		const clicked = await run(subject, html, {}, click);
		expect(clicked.tests[0]!.failure).toMatchObject({
			name: 'ReferenceError',
			message: 'ad is not defined',
			location: { file: 'index.html', line: 3 }
		});
	});

	test('onclick that calls a function of a module is told why it is not there', async () => {
		const html =
			'<body><button onclick="add()">x</button><script type="module">function add() {}</script></body>';
		const suite = `import { test } from 'vitest'; import { openPage } from 'passerelle/page';
			test('page', async () => { await openPage(); document.querySelector('button').click(); });`;
		const { console } = await run(subject, html, {}, suite);
		expect(console.map(({ text }) => text).join('\n')).toContain(
			"a module's names are not seen from the page"
		);
	});
});
