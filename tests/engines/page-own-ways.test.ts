import { afterAll, describe, expect, test } from 'vitest';
import type { RunResult } from '../../src/lib/contract/report.ts';
import { makePlan } from '../support/make-plan.ts';
import { openHere } from '../support/not-here.ts';
import { openDom } from './subjects/dom.ts';
import { openRemote } from './subjects/remote.ts';
import type { Subject } from './subjects/subject.ts';

/** What honest pages do now and then, and what must come of it: a sentence about the page, never an accusation. */
interface Case {
	html: string;
	/** Statements of the test, once the page is open. */
	act?: string;
	/** What the test fails with; null where it passes. */
	failure: Record<string, unknown> | null;
	/** A line of the console. */
	said?: string;
	/** How the run ends. Default: by itself. */
	status?: RunResult['status'];
}
const CASES: Record<string, Case> = {
	'a page that is written anew once it is loaded': {
		html: `<p id="a">a</p><button onclick="document.write('<b>Thanks</b>')">x</button>`,
		act: "document.querySelector('button').click(); expect(document.querySelector('#a'), 'The paragraph stays.').not.toBe(null);",
		failure: {
			name: 'PageReload',
			note: 'The paragraph stays.',
			message: expect.stringContaining('document.write')
		}
	},
	'a page that is written anew, and is right': {
		html: `<button onclick="document.write('<b>Thanks</b>')">x</button>`,
		act: "document.querySelector('button').click(); expect(document.querySelector('b').textContent).toBe('Thanks');",
		failure: null
	},
	'a page that goes to another address': {
		html: `<button onclick="location.href = 'thanks.html'">x</button>`,
		act: "document.querySelector('button').click(); await new Promise((resolve) => setTimeout(resolve, 5000));",
		failure: { name: 'PageReload', message: expect.stringMatching(/^The page went/) },
		status: 'left'
	},
	'a page that loads itself again': {
		html: `<button onclick="location.reload()">x</button>`,
		act: "document.querySelector('button').click(); await new Promise((resolve) => setTimeout(resolve, 5000));",
		failure: { name: 'PageReload', message: expect.stringMatching(/^The page went/) },
		status: 'left'
	},
	'a page that sends its form each time it is loaded is there once': {
		html: `<form></form><script>document.querySelector('form').requestSubmit();</script><p class="last">x</p><script type="module">await 1; document.querySelector('.last').append('y');</script>`,
		act: "expect([...document.querySelectorAll('.last')].map((one) => one.textContent)).toEqual(['xy']);",
		failure: null
	},
	'an event that the page makes itself is no error': {
		html: `<script>for (const type of ['error', 'unhandledrejection']) window.dispatchEvent(new Event(type)); window.dispatchEvent(new ErrorEvent('error', { error: new Error('mine') }));</script>`,
		failure: null
	},
	'an error that it reports is one': {
		html: `<script>reportError(new Error('mine'));</script>`,
		failure: { name: 'Error', message: 'mine' }
	},
	'a style of a form whose fields have the names of what it has': {
		html: `<style>form { color: rgb(1, 2, 3); font-size: 2em }</style><form><input name="ownerDocument"><input name="parentElement"><input name="defaultView"></form>`,
		act: "expect([styleOf(document.querySelector('form'), 'color'), styleOf(document.querySelector('form'), 'font-size')]).toEqual(['rgb(1, 2, 3)', '32px']);",
		failure: null
	},
	'a form with such fields that is sent': {
		html: `<form><input name="getAttribute" value="1"><input name="setAttribute"><input name="method"><button>x</button></form><p id="a">a</p>`,
		act: "document.querySelector('#a').textContent = 'b'; document.querySelector('button').click(); await new Promise((resolve) => setTimeout(resolve, 50)); expect(document.querySelector('#a').textContent, 'The page is the same.').toBe('b');",
		failure: { name: 'PageReload', note: 'The page is the same.' }
	},
	'an error of a page that wants no stacks keeps its line': {
		html: `<script>try { Error.stackTraceLimit = 0; } catch {}\nfunction late() {\nmissing();\n}\nsetTimeout(late, 0);</script>`,
		act: 'await new Promise((resolve) => setTimeout(resolve, 50));',
		failure: { name: 'ReferenceError', location: { file: 'index.html', line: 3 } }
	},
	'a handler with a class in it': {
		html: `<button onclick="class A {} new A()">x</button>`,
		act: "document.querySelector('button').click();",
		failure: { name: 'SyntaxError', message: 'class and super cannot be used in onclick="…"' }
	},
	'handlers that come by innerHTML and setAttribute, with the word in a text': {
		html: `<p id="a"></p><script>
			document.querySelector('#a').innerHTML = '<button onclick="this.setAttribute(\\'class\\', \\'on\\'); this.innerHTML = \\'<b class=x>y</b>\\'">x</button><img src="data:," onerror="this.alt = \\'none\\'">';
			document.querySelector('#a').setAttribute('onclick', "this.title = 'clicked'");
		</script>`,
		act: `document.querySelector('button').click(); await new Promise((resolve) => setTimeout(resolve, 50));
			expect([document.querySelector('button').outerHTML, document.querySelector('#a').title, document.querySelector('img').alt]).toEqual([expect.stringContaining('class="on"><b class="x">y</b>'), 'clicked', 'none']);`,
		failure: null
	},
	'a script that the page makes is not run, and that is said': {
		html: `<script>const script = document.createElement('script'); script.textContent = 'window.made = true;'; document.body.append(script);</script>`,
		act: 'await new Promise((resolve) => setTimeout(resolve, 50)); expect(window.made).toBe(undefined);',
		failure: null,
		said: 'is not run here'
	},
	'a setter of the language defines nothing on a list of the page': {
		html: `<script>try { Object.getOwnPropertyDescriptor(Array.prototype, 'forEach').set.call(document.body.childNodes, () => {}); } catch {}</script>`,
		act: "expect(Object.hasOwn(document.body.childNodes, 'forEach')).toBe(false);",
		failure: null
	},
	'JSON.parse with a function works as ever': {
		html: '<p id="a"></p>',
		act: `expect(JSON.parse('{"a":[1,{"b":2}],"c":"x"}', function (key, value) { return key === 'c' ? undefined : value === 2 ? this.b + 1 : value; })).toEqual({ a: [1, { b: 3 }] });`,
		failure: null
	},
	'a script that assigns through super': {
		html: `<script>class A {}\nclass B extends A { set(x) { super.x = x; } }</script><script>window.next = true;</script>`,
		act: 'expect(window.next).toBe(true);',
		failure: { name: 'SyntaxError', location: { file: 'index.html', line: 2 } }
	}
};

const suiteOf = ({ act = '' }: Case): string => `import { expect, test } from 'vitest';
import { openPage, styleOf } from 'passerelle/page';
test('page', async () => { await openPage(); ${act} });`;

async function run({ session }: Subject, one: Case): Promise<RunResult> {
	const plan = await makePlan({
		need: 'dom',
		entry: 'index.html',
		files: { 'index.html': `<!doctype html><html lang="en"><title>x</title><body>${one.html}</body></html>` },
		suite: { 'tests/page.test.js': suiteOf(one) },
		reference: { 'index.html': '' },
		expected: ['page'],
		timeMs: 20_000
	});
	return (await session.run(plan, { signal: new AbortController().signal })).runs[0]!;
}

describe.each([
	['the dom engine in Chromium', openDom('dom')],
	['Chromium on the server', openRemote('dom')]
])('%s', (_, open) => {
	let subject: Subject;
	openHere(async () => void (subject = await open()));
	afterAll(() => subject?.close());

	test.each(Object.entries(CASES))('%s', async (_, one) => {
		const { status, tests, console } = await run(subject, one);
		expect(status).toBe(one.status ?? 'ran');
		expect(tests).toMatchObject([{ state: one.failure ? 'fail' : 'pass', failure: one.failure }]);
		if (one.said) expect(console.map(({ text }) => text).join()).toContain(one.said);
	});
});
