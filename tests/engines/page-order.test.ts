import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { FileMap } from '../../src/lib/contract/exercise.ts';
import { askChromium, documentOf } from '../support/asked-of-chromium.ts';
import { makePlan } from '../support/make-plan.ts';
import { openDom } from './subjects/dom.ts';
import { openNative } from './subjects/native.ts';
import type { Subject } from './subjects/subject.ts';

/** Each adds a word to the page's own list of what happened, with what it finds of the page. */
const saw = (word: string): string =>
	`(window.seen ??= []).push('${word}:' + document.querySelectorAll('p').length + (document.body ? '' : ':no body'));`;
const P = '<p>one</p>';

interface Case {
	html: string;
	files?: FileMap;
	/** What the scripts saw, in their order: how many paragraphs there were. */
	seen: string[];
}

/** Pages, and what a browser's scripts see of them: the first test asks one. */
const CASES: Record<string, Case> = {
	'a script in the head finds no body': {
		html: `<head><script>${saw('a')}</script></head><body>${P}</body>`,
		seen: ['a:0:no body']
	},
	'a file in the head finds no body': {
		html: `<head><script src="a.js"></script></head><body>${P}</body>`,
		files: { 'a.js': saw('a') },
		seen: ['a:0:no body']
	},
	'a script between two paragraphs finds one': {
		html: `${P}<script>${saw('a')}</script>${P}`,
		seen: ['a:1']
	},
	'a script deep in the page finds what stands above it': {
		html: `<main><section>${P}<div><script>${saw('a')}</script>${P}</div></section>${P}</main><script>${saw('b')}</script>`,
		seen: ['a:1', 'b:3']
	},
	'at the end of the body it finds all': {
		html: `<body>${P}${P}<script src="a.js"></script></body>`,
		files: { 'a.js': saw('a') },
		seen: ['a:2']
	},
	'a file with defer finds all, from the head too': {
		html: `<head><script defer src="a.js"></script></head><body>${P}</body>`,
		files: { 'a.js': saw('a') },
		seen: ['a:1']
	},
	'a file with async has come when the page is loaded, whenever that was': {
		html: `<head><script async src="a.js"></script></head><body>${P}</body>`,
		files: { 'a.js': `addEventListener('load', () => { ${saw('a')} });` },
		seen: ['a:1']
	},
	'a module finds all, from the head too': {
		html: `<head><script type="module" src="a.js"></script><script type="module">${saw('b')}</script></head><body>${P}</body>`,
		files: { 'a.js': saw('a') },
		seen: ['a:1', 'b:1']
	},
	'what is deferred runs after what is not, in its own order': {
		html: `<script type="module">${saw('m')}</script><script defer src="d.js"></script>${P}<script>${saw('c')}</script>`,
		files: { 'd.js': saw('d') },
		seen: ['c:1', 'm:1', 'd:1']
	},
	'defer counts for files only': {
		html: `<head><script defer>${saw('a')}</script></head><body>${P}</body>`,
		seen: ['a:0:no body']
	},
	'data, templates’ and strange scripts are not run': {
		html: `<script type="application/json">{"a": 1}</script><script type="text/plain">${saw('t')}</script>${P}<script>${saw('a')}</script>`,
		seen: ['a:1']
	},
	'a script that throws does not keep the next from running': {
		html: `<body>${P}<script>missing();</script><script>${saw('b')}</script></body>`,
		seen: ['b:1']
	},
	'what a script writes into the page is there for the next': {
		html: `<body><script>document.body.insertAdjacentHTML('beforeend', '${P}');</script>${P}<script>${saw('b')}</script></body>`,
		seen: ['b:2']
	},
	'DOMContentLoaded comes when all is there, and after deferred scripts': {
		html: `<head><script>document.addEventListener('DOMContentLoaded', () => { ${saw('ready')} });</script><script type="module">${saw('m')}</script></head><body>${P}</body>`,
		seen: ['m:1', 'ready:1']
	},
	'load comes last': {
		html: `<head><script>addEventListener('load', () => { ${saw('load')} }); document.addEventListener('DOMContentLoaded', () => { ${saw('ready')} });</script></head><body>${P}</body>`,
		seen: ['ready:1', 'load:1']
	}
};

test('Chromium by itself, without a sandbox, sees what the cases say', async () => {
	const shown = await askChromium(CASES, (page) => page.evaluate('window.seen'));
	expect(shown).toEqual(Object.fromEntries(Object.entries(CASES).map(([name, { seen }]) => [name, seen])));
});

const SUITE = `import { expect, test } from 'vitest';
import { openPage } from 'passerelle/page';
test('order', async () => {
	window.seen = [];
	await openPage().catch(() => {});
	console.log(JSON.stringify(window.seen));
	// A second time: a page of its own, in the same order.
	const first = window.seen;
	window.seen = [];
	await openPage().catch(() => {});
	expect(window.seen).toEqual(first);
});`;

const plan = (html: string, files: FileMap = {}, suite = SUITE) =>
	makePlan({
		need: 'dom',
		entry: 'index.html',
		files: { ...files, 'index.html': documentOf(html) },
		suite: { 'tests/page.test.js': suite },
		reference: { 'index.html': '' },
		expected: ['order'],
		timeMs: 20_000
	});

const subjects: Record<string, () => Promise<Subject>> = {
	Chromium: openDom('dom'),
	'happy-dom': openNative('dom')
};

describe.each(Object.entries(subjects))('scripts run where they stand, in %s', (_, open) => {
	let subject: Subject;
	beforeAll(async () => void (subject = await open()), 60_000);
	afterAll(() => subject?.close());

	test.each(Object.entries(CASES))('%s', async (_, { html, files, seen }) => {
		const { runs } = await subject.session.run(await plan(html, files), {
			signal: new AbortController().signal
		});
		expect(runs[0]!.tests[0]).toMatchObject({ state: 'pass' });
		const printed = runs[0]!.console.find(({ level }) => level === 'log')?.text ?? '';
		expect(JSON.parse(printed)).toEqual(seen);
	});

	test('who looks for a button from the head is told why it is not there', async () => {
		const suite = `import { test } from 'vitest'; import { openPage } from 'passerelle/page'; test('order', () => openPage());`;
		const files = { 'main.js': "document.querySelector('button').addEventListener('click', () => {});" };
		const html = '<head><script src="main.js"></script></head><body><button>+</button></body>';
		const { runs } = await subject.session.run(await plan(html, files, suite), {
			signal: new AbortController().signal
		});
		expect(runs[0]!.tests[0]!.failure).toMatchObject({
			name: 'TypeError',
			location: { file: 'main.js', line: 1 }
		});
		expect(runs[0]!.console[0]!.text).toBe(
			'"main.js" ran before the page had a body. Put its <script> at the end of the body, or write <script defer src="…">.'
		);
	});
});
