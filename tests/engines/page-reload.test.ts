import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { makePlan } from '../support/make-plan.ts';
import { openDom } from './subjects/dom.ts';
import { openNative } from './subjects/native.ts';
import type { Subject } from './subjects/subject.ts';

interface Case {
	html: string;
	/** What is done: statements, or Enter in the field that the selector finds. */
	act?: string;
	enter?: string;
	/** Whether the page begins anew. */
	again: boolean;
}
const CLICK = "document.querySelector('button').click();";
const form = (content: string, attributes = ''): string => `<form ${attributes}>${content}</form>`;

/** A page, what is done, and whether a browser loads it again. */
const CASES: Record<string, Case> = {
	'a button in a form sends it': { html: form('<button>go</button>'), act: CLICK, again: true },
	'a button of type button does not': {
		html: form('<button type="button">go</button>'),
		act: CLICK,
		again: false
	},
	'a button outside of a form does not': { html: '<button>go</button>', act: CLICK, again: false },
	'a button that resets does not': {
		html: form('<button type="reset">go</button>'),
		act: CLICK,
		again: false
	},
	'preventDefault keeps the page': {
		html:
			form('<button>go</button>') +
			"<script>document.querySelector('form').addEventListener('submit', (event) => event.preventDefault());</script>",
		act: CLICK,
		again: false
	},
	'a listener without it does not': {
		html:
			form('<button>go</button>') +
			"<script>document.querySelector('form').addEventListener('submit', () => {});</script>",
		act: CLICK,
		again: true
	},
	'return false in onsubmit keeps the page': {
		html: form('<button>go</button>', 'onsubmit="return false"'),
		act: CLICK,
		again: false
	},
	'an empty field that is required stops it': {
		html: form('<input required><button>go</button>'),
		act: CLICK,
		again: false
	},
	'a full one does not': {
		html: form('<input required value="x"><button>go</button>'),
		act: CLICK,
		again: true
	},
	'nor an empty one where nothing is checked': {
		html: form('<input required><button>go</button>', 'novalidate'),
		act: CLICK,
		again: true
	},
	'an address that is none stops it': {
		html: form('<input type="email" value="x"><button>go</button>'),
		act: CLICK,
		again: false
	},
	'Enter in a field sends it': { html: form('<input><button>go</button>'), enter: 'input', again: true },
	'Enter in the only field sends it, without a button': {
		html: form('<input>'),
		enter: 'input',
		again: true
	},
	'Enter in one of two fields does not, without a button': {
		html: form('<input><input>'),
		enter: 'input',
		again: false
	},
	'Enter in a field that is required and empty does not': {
		html: form('<input required>'),
		enter: 'input',
		again: false
	},
	'requestSubmit sends it': {
		html: form('<input>'),
		act: "document.querySelector('form').requestSubmit();",
		again: true
	},
	'requestSubmit looks at the fields': {
		html: form('<input required>'),
		act: "document.querySelector('form').requestSubmit();",
		again: false
	},
	'submit sends it, whatever the fields are': {
		html: form('<input required>'),
		act: "document.querySelector('form').submit();",
		again: true
	},
	'an event alone sends nothing': {
		html: form('<input>'),
		act: "document.querySelector('form').dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));",
		again: false
	},
	'a link without an address loads the page again': {
		html: '<a href="">x</a>',
		act: "document.querySelector('a').click();",
		again: true
	},
	'a link to a place in the page does not': {
		html: '<a href="#x">x</a>',
		act: "document.querySelector('a').click();",
		again: false
	}
};

const documentOf = (html: string): string =>
	`<!doctype html><html lang="en"><body><p id="mark"></p>${html}</body></html>`;
/** A browser begins to load a page at once; one that has not by now does not. */
const NAVIGATION_MS = 400;

test('Chromium by itself loads a page again where the cases say so', async () => {
	const browser = await launchBrowser();
	const page = await browser.newPage();
	const again: Record<string, boolean> = {};
	for (const [name, { html, act, enter, again: expected }] of Object.entries(CASES)) {
		await page.route('http://page.test/**', (route) =>
			route.fulfill({ contentType: 'text/html', body: documentOf(html) })
		);
		await page.goto('http://page.test/');
		await page.evaluate("document.querySelector('#mark').textContent = 'kept'");
		const loaded = page.waitForEvent('domcontentloaded', { timeout: expected ? 15_000 : NAVIGATION_MS });
		const came = loaded.then(
			() => true,
			() => false
		);
		if (enter) await page.press(enter, 'Enter');
		else await page.evaluate(act ?? '');
		again[name] = (await came) && (await page.textContent('#mark')) === '';
		await page.unrouteAll();
	}
	await browser.close();
	expect(again).toEqual(Object.fromEntries(Object.entries(CASES).map(([name, { again }]) => [name, again])));
});

const suiteOf = ({ act, enter }: Case): string => `import { userEvent } from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { openPage } from 'passerelle/page';
test('page', async () => {
	await openPage();
	document.querySelector('#mark').textContent = 'kept';
	${enter ? `await userEvent.type(document.querySelector('${enter}'), '{Enter}');` : `${act} await new Promise((resolve) => setTimeout(resolve, 0));`}
	expect(document.querySelector('#mark').textContent, 'The page is the same.').toBe('kept');
});`;

const run = async ({ session }: Subject, html: string, suite: string) => {
	const plan = await makePlan({
		need: 'dom',
		entry: 'index.html',
		files: { 'index.html': documentOf(html) },
		suite: { 'tests/page.test.js': suite },
		reference: { 'index.html': '' },
		expected: ['page'],
		timeMs: 20_000
	});
	return (await session.run(plan, { signal: new AbortController().signal })).runs[0]!;
};

const subjects: Record<string, () => Promise<Subject>> = {
	Chromium: openDom('dom'),
	'happy-dom': openNative('dom')
};

describe.each(Object.entries(subjects))('a page is loaded again, in the sandbox with %s', (_, open) => {
	let subject: Subject;
	beforeAll(async () => void (subject = await open()), 60_000);
	afterAll(() => subject?.close());

	test.each(Object.entries(CASES))('%s', async (_, one) => {
		const { tests, status } = await run(subject, one.html, suiteOf(one));
		expect(status).toBe('ran');
		if (one.again)
			expect(tests[0]).toMatchObject({
				state: 'fail',
				failure: { name: 'PageReload', note: 'The page is the same.' }
			});
		else expect(tests[0]!.failure?.message ?? null).toBe(null);
	});

	test('a page that sends a form each time it is loaded ends', async () => {
		const html = "<form></form><script>document.querySelector('form').requestSubmit();</script>";
		const suite = `import { test } from 'vitest'; import { openPage } from 'passerelle/page';
			test('page', async () => { await openPage(); await new Promise((resolve) => setTimeout(resolve, 50)); });`;
		expect(await run(subject, html, suite)).toMatchObject({ status: 'ran', tests: [{ state: 'pass' }] });
	});

	test('a test that passes all the same is not failed by it', async () => {
		const suite = `import { test } from 'vitest'; import { openPage } from 'passerelle/page';
			test('page', async () => { await openPage(); ${CLICK} });`;
		expect(await run(subject, form('<button>go</button>'), suite)).toMatchObject({
			tests: [{ state: 'pass' }]
		});
	});
});
