import { describe, expect, test } from 'vitest';
import { renderMarkdown } from './markdown.ts';

const html = (markdown: string): string => renderMarkdown(markdown).trim();

test.each([
	['two paragraphs', 'a\n\nb', '<p>a</p>\n<p>b</p>'],
	['the highest heading becomes h3', '# a\n## b', '<h3>a</h3>\n<h4>b</h4>'],
	['headings from ### stay', '### a\n#### b', '<h3>a</h3>\n<h4>b</h4>'],
	[
		'a heading inside a quote counts too',
		'> ## a\n\n### b',
		'<blockquote>\n<h3>a</h3>\n</blockquote>\n<h4>b</h4>'
	],
	[
		'a code block',
		'```js\na < b && "c"\n```',
		'<pre tabindex="0"><code class="language-js">a &#60; b &#38;&#38; &#34;c&#34;\n</code></pre>'
	],
	['a code block without a language', '```\nx\n```', '<pre tabindex="0"><code>x\n</code></pre>'],
	[
		'a language that is none',
		'```js" onclick="x\ny\n```',
		'<pre tabindex="0"><code class="language-js">y\n</code></pre>'
	],
	['code in a sentence', '`a<b`', '<p><code>a&lt;b</code></p>'],
	[
		'words in another language',
		'**[not *defined*]{lang=en}** (n’existe pas)',
		'<p><strong><span lang="en">not <em>defined</em></span></strong> (n’existe pas)</p>'
	],
	[
		'another attribute is text',
		'[a]{lang=en onclick=x} [b]{class=c}',
		'<p>[a]{lang=en onclick=x} [b]{class=c}</p>'
	],
	['another language in code is code', '`[a]{lang=en}`', '<p><code>[a]{lang=en}</code></p>'],
	['strong and emphasis', '**a** *b*', '<p><strong>a</strong> <em>b</em></p>'],
	[
		'a link out',
		'[a](https://example.org/x?a=1&b=2 "t")',
		'<p><a href="https://example.org/x?a=1&#38;b=2" rel="noopener" target="_blank">a</a></p>'
	],
	['a link inside', '[*a*](../shout)', '<p><a href="../shout"><em>a</em></a></p>'],
	[
		'an address that hides as relative',
		'[a](//example.org)',
		'<p><a href="https://example.org/" rel="noopener" target="_blank">a</a></p>'
	],
	[
		'an address with backslashes',
		'[a](\\\\\\\\example.org)',
		'<p><a href="https://example.org/" rel="noopener" target="_blank">a</a></p>'
	],
	['a script address', '[a](javascript:alert(1))', '<p>a</p>'],
	[
		'a script address with entities',
		'[a](java&#115;cript:alert(1))',
		'<p><a href="java&#38;#115;cript:alert(1)">a</a></p>'
	],
	['a script address with capitals', '<JavaScript:alert(1)>', '<p>JavaScript:alert(1)</p>'],
	['a data address', '[a](data:text/html,x)', '<p>a</p>'],
	['an address that is none', '[a](https://[x)', '<p>a</p>'],
	['a picture is its description', '![a "b"](https://example.org/x.png)', '<p>a &#34;b&#34;</p>'],
	['HTML is text', '<b onclick="x">a</b>', '<p>&lt;b onclick=&quot;x&quot;&gt;a&lt;/b&gt;</p>'],
	[
		'an HTML block is text',
		'<script>\nalert(1)\n</script>',
		'<p>&lt;script&gt;\nalert(1)\n&lt;/script&gt;</p>'
	],
	['a list with boxes', '- [ ] a\n- [x] b', '<ul>\n<li>☐ a</li>\n<li>☑ b</li>\n</ul>'],
	['nothing', '', '']
])('%s', (_name, markdown, expected) => {
	expect(html(markdown)).toBe(expected);
});

test.each([
	['a paragraph', "l'été : `a : 'b'` ?", '<p>l’été\u00a0: <code>a : &#39;b&#39;</code>\u00a0?</p>'],
	['a heading', '### Et après ?', '<h3>Et après\u00a0?</h3>'],
	['strong words', '**Programme** : une liste', '<p><strong>Programme</strong>\u00a0: une liste</p>'],
	['a quotation with strong words', '"très **bien**"', '<p>«\u00a0très <strong>bien</strong>\u00a0»</p>'],
	['a list', '1. Et ?\n2. Oui !', '<ol>\n<li>Et\u00a0?</li>\n<li>Oui\u00a0!</li>\n</ol>'],
	['a list of paragraphs', '- a ?\n\n- b', '<ul>\n<li><p>a\u00a0?</p>\n</li>\n<li><p>b</p>\n</li>\n</ul>'],
	['a quote', '> Oui !', '<blockquote>\n<p>Oui\u00a0!</p>\n</blockquote>'],
	['a code block', '```js\na ? "b" : \'c\'\n```', null],
	['an address that is shown', "<https://a.be/l'a>", null],
	['the address of a link', '[a](https://a.be/l\'a "b : c")', null],
	['HTML', '<b title="a">x</b>', null],
	['a text between two paragraphs', 'a "b\n\nc" d', null]
])('in French, the signs of %s are set, and never code or an address', (_, markdown, expected) => {
	expect(renderMarkdown(markdown, 'fr').trim()).toBe(expected ?? html(markdown));
});

test('a cell of a table is set too', () => {
	expect(renderMarkdown('| a ? |\n|---|\n| "b" |', 'fr')).toMatch(/<th>a\u00a0\?.*<td>«\u00a0b\u00a0»/s);
});

test('a table', () => {
	expect(html('| a | b |\n|---|--:|\n| 1 | <i> |')).toMatch(
		/<table>.*<th>a<\/th>.*<td align="right">&lt;i&gt;<\/td>/s
	);
});

/** Every tag of the output, with nothing but attributes that are known to be harmless. */
const ALLOWED =
	/^<\/?(p|h[3-6]|ul|ol|li|em|strong|del|br|hr|blockquote|table|thead|tbody|tr|th|td|code|pre|a|span)( (lang="(fr|nl|en)"|href="(?!\s*(javascript|data|vbscript):)[^"<>]*"|rel="noopener"|target="_blank"|tabindex="0"|class="language-[a-z0-9+-]+"|align="(left|right|center)"|start="\d+"))*\/?>$/i;

describe('hostile texts', () => {
	const pieces = [
		'<script>',
		'</script>',
		'{lang=en}',
		'<img src=x onerror=a>',
		'[',
		']',
		'(',
		')',
		'<',
		'>',
		'"',
		"'",
		'`',
		'```',
		'\n',
		'\n\n',
		'# ',
		'- ',
		'1. ',
		'> ',
		'|',
		'|-|\n',
		'!',
		'&#60;',
		'&lt;',
		'\\',
		'javascript:alert(1)',
		'data:text/html,<b>',
		' onclick=',
		'a',
		'*',
		'_',
		'~~',
		'<!--',
		'-->',
		'<a href=',
		'https://x.y/',
		'[r]: javascript:a\n',
		'[a][r]',
		'\t',
		'\u0000',
		'<svg/onload=a>'
	];
	test('2,000 of them give only known tags and attributes', () => {
		let state = 7;
		const random = (below: number): number => (state = (state * 1103515245 + 12345) & 0x7fffffff) % below;
		for (let round = 0; round < 2000; round++) {
			const text = Array.from({ length: 3 + random(25) }, () => pieces[random(pieces.length)]).join('');
			for (const tag of renderMarkdown(text, round % 2 === 0 ? null : 'fr').match(/<[^>]*>?/g) ?? []) {
				if (!ALLOWED.test(tag)) expect.fail(`${JSON.stringify(text)} gave ${tag}`);
			}
		}
	});
});
