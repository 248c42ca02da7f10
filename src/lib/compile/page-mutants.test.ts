import { expect, test } from 'vitest';
import { mutatePage, type PageMutant } from './page-mutants.ts';

const show = ({ operator, line, code }: PageMutant): string => `${operator} ${line}: ${code}`;
const mutants = (path: string, code: string): string[] => mutatePage(path, code).map(show);

test('styles lose a rule or a declaration, or have another value', () => {
	expect(mutants('a.css', '.a {\n\tcolor: red;\n\tpadding: 4px 8px\n}')).toEqual([
		'removed-rule 1: ',
		'removed-declaration 2: .a {\n\t\n\tpadding: 4px 8px\n}',
		'changed-value 3: .a {\n\tcolor: red;\n\tpadding: 1px 8px\n}',
		'removed-declaration 3: .a {\n\tcolor: red;\n\t\n}'
	]);
});

test.each([
	['a share grows', 'a { flex: 0.5 }', 'changed-value 1: a { flex: 1.5 }'],
	[
		'a sign in a text ends nothing',
		'a { content: ";}"; top: 8px }',
		'changed-value 1: a { content: ";}"; top: 2px }'
	],
	['nor one in brackets', 'a { background: url(a;b) }', 'removed-declaration 1: a {  }'],
	['a rule in a rule', '@media (width > 9px) { a { top: 1px } }', 'removed-rule 1: @media (width > 9px) {  }']
])('%s', (_what, code, expected) => {
	expect(mutants('a.css', code)).toContain(expected);
});

test.each(['a { color: #102030 }', 'a { color: red }', 'a { padding: 0 }'])(
	'a value without a number to change is only removed: %s',
	(code) => {
		expect(mutants('a.css', code)).toEqual(['removed-rule 1: ', 'removed-declaration 1: a {  }']);
	}
);

test.each([
	['an element', '<b>a</b>', ['removed-element 1: ', 'unwrapped-element 1: a', 'removed-text 1: <b></b>']],
	[
		'an element without an end',
		'<img alt="b" hidden>',
		[
			'removed-element 1: ',
			'removed-attribute 1: <img hidden>',
			'changed-attribute 1: <img alt="" hidden>',
			'removed-attribute 1: <img alt="b">'
		]
	],
	[
		'a name without quotes',
		'<input id=x>',
		['removed-element 1: ', 'removed-attribute 1: <input>', 'changed-attribute 1: <input id=x-2>']
	],
	[
		'an element that is taken for another',
		'<h1 class="a">b</h1>',
		[
			'removed-element 1: ',
			'unwrapped-element 1: b',
			'removed-text 1: <h1 class="a"></h1>',
			'removed-attribute 1: <h1>b</h1>',
			'changed-attribute 1: <h1 class="a-2">b</h1>',
			'other-element 1: <h2 class="a">b</h2>'
		]
	],
	[
		'two of a list, the first of which nobody closed',
		'<li>a\n<li>b</li>',
		[
			'removed-element 1: <li>b</li>',
			'unwrapped-element 2: <li>a\nb',
			'removed-text 1: <li>\n<li>b</li>',
			'swapped-elements 1: <li>b</li><li>a\n',
			'removed-element 2: <li>a\n',
			'removed-text 2: <li>a\n<li></li>'
		]
	],
	[
		'the frame of a page',
		'<!doctype html><html lang="fr"><body></body></html>',
		['removed-attribute 1: <!doctype html><html><body></body></html>']
	],
	[
		'styles and a script in the page',
		'<style>a { top: 4px }</style><script>f();</script>',
		[
			'removed-rule 1: <style></style><script>f();</script>',
			'removed-declaration 1: <style>a {  }</style><script>f();</script>',
			'script 1: <style>a { top: 4px }</style><script>;</script>',
			'changed-value 1: <style>a { top: 1px }</style><script>f();</script>'
		]
	]
])('%s', (_what, code, expected) => {
	expect(mutants('index.html', code)).toEqual(expected);
});

test('two that are the same, comments and space have no mutant', () => {
	expect(mutants('index.html', '<!-- <b id="x">a</b> -->\n\n<br>\n')).toEqual([
		'removed-element 3: <!-- <b id="x">a</b> -->\n\n\n'
	]);
	const operators = mutatePage('index.html', '<p>a</p> <p>a</p>').map(({ operator }) => operator);
	expect(operators).not.toContain('swapped-elements');
	expect(mutants('a.css', '/* a { top: 0 } */\n')).toEqual([]);
});

test('a page that is half written has the mutants of its first half', () => {
	expect(mutants('index.html', '<b>a</b><p class="x')).toEqual([
		'removed-element 1: <p class="x',
		'unwrapped-element 1: a<p class="x',
		'removed-text 1: <b></b><p class="x'
	]);
});

test('a page of 5,000 beginnings has a bounded number of mutants', () => {
	for (const part of ['<a "', '<!--', '<script>', '<p a=b>'])
		expect(mutatePage('index.html', part.repeat(5000)).length).toBeLessThanOrEqual(500);
});
