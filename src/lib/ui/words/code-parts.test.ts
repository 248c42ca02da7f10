import { expect, test } from 'vitest';
import { codeParts, withCodeKept, withoutMarks } from './code-parts.ts';

const text = (of: string) => ({ text: of, code: false });
const code = (of: string) => ({ text: of, code: true });

test.each([
	['nothing to mark', [text('nothing to mark')]],
	['use `else if`, then `else`', [text('use '), code('else if'), text(', then '), code('else')]],
	['`main.js` prints 3', [code('main.js'), text(' prints 3')]],
	['look at `a``b`', [text('look at '), code('a'), code('b')]],
	['this text begins with ` and never ends', [text('this text begins with ` and never ends')]],
	['an empty pair `` is no code', [text('an empty pair `` is no code')]],
	['two lines `are\nnot` one code', [text('two lines `are\nnot` one code')]],
	['a tag `<b>` stays a text', [text('a tag '), code('<b>'), text(' stays a text')]],
	['', []]
])('%j falls into its parts', (sentence, parts) => {
	expect(codeParts(sentence)).toEqual(parts);
});

test('where code cannot be set as code, its marks are left out', () => {
	expect(withoutMarks('Write `else if (…)`, begun with ` here')).toBe('Write else if (…), begun with ` here');
});

test('the code of a text is kept from a translator, and its sentences are not', () => {
	expect(withCodeKept('<p>a &lt;code&gt; <code class="language-js">b</code> <code>c</code></p>')).toBe(
		'<p>a &lt;code&gt; <code translate="no" class="language-js">b</code> <code translate="no">c</code></p>'
	);
});
