import { expect, test } from 'vitest';
import { makePlan } from '../support/make-plan.ts';
import { openNative } from './subjects/native.ts';

/** What happy-dom would do otherwise than a browser, once it is hardened; all of it is tried at once. */
const SUITE = `import { beforeEach, expect, test } from 'vitest';
import { screen } from '@testing-library/dom';
import userEvent from '@testing-library/user-event';
import { openPage, styleOf } from 'passerelle/page';
beforeEach(() => openPage());

test('a list to choose from', async () => {
	const choice = screen.getByRole('combobox');
	expect([choice.value, choice.options.length]).toEqual(['a', 2]);
	await userEvent.setup().selectOptions(choice, 'b');
	expect([choice.value, choice.selectedIndex, choice.selectedOptions[0].textContent]).toEqual(['b', 1, 'Bus']);
});

test('a listener of the window gets the window', () => {
	const heard = [];
	const listener = function (event) {
		heard.push(this === window, event.currentTarget === window, event.composedPath().at(-1) === window);
	};
	window.addEventListener('click', listener);
	document.body.click();
	window.removeEventListener('click', listener);
	document.body.click();
	window.addEventListener('click', () => heard.push('once'), { once: true });
	document.body.click();
	document.body.click();
	expect(heard).toEqual([true, true, true, 'once']);
});

test('only the shown document has a window', () => {
	expect(document.defaultView).toBe(window);
	expect(new DOMParser().parseFromString('<p>x', 'text/html').defaultView).toBe(null);
});

test('rules that are inserted, removed and replaced', () => {
	const { sheet } = document.querySelector('style');
	const colour = () => styleOf(document.querySelector('p'), 'color');
	expect(colour()).toBe('rgb(255, 0, 0)');
	sheet.insertRule('p { color: green }', 1);
	expect(colour()).toBe('rgb(0, 128, 0)');
	sheet.deleteRule(1);
	expect(colour()).toBe('rgb(255, 0, 0)');
	document.querySelector('style').textContent = 'p { color: blue }';
	expect(colour()).toBe('rgb(0, 0, 255)');
});

test('a style sheet for paper', () => {
	document.querySelector('style').media = 'print';
	expect(styleOf(document.querySelector('p'), 'color')).toBe('rgb(0, 0, 0)');
});`;

test('a page in memory behaves as in a browser where it was changed to be safe', async () => {
	const subject = await openNative('dom')();
	const plan = await makePlan({
		need: 'dom',
		entry: 'index.html',
		files: {
			'index.html':
				'<style>p { color: red }</style><p>x</p><select><option value="a">Tram<option value="b">Bus</select>'
		},
		suite: { 'tests/page.test.js': SUITE },
		timeMs: 10_000
	});
	const report = await subject.session.run(plan, { signal: new AbortController().signal });
	await subject.close();
	expect(report.runs[0]?.tests.filter(({ state }) => state !== 'pass')).toEqual([]);
	expect(report).toMatchObject({ status: 'ran', runs: [{ failure: null }] });
});
