import { describe, expect, test } from 'vitest';
import { convertStatement, STATEMENT_CHARS, type StatementOptions } from './statement.ts';

const convert = (text: string, options?: StatementOptions): string =>
	convertStatement(text, options).markdown;
const html = { syntax: 'html' } as const;
const base = { base: 'https://school.example/track/unit/' };

test.each<[string, string, string, StatementOptions?]>([
	['headings begin at the third level', '# A\n\ntext\n\n## B', '### A\n\ntext\n\n#### B'],
	['headings that are low already come up', '##### A\n\n###### B', '### A\n\n#### B'],
	['underlined titles are headings', 'A\n===\n\nB\n---\n\ntext', '### A\n\n#### B\n\ntext'],
	['front matter is not read', '---\ntitle: A\ntags: [b]\n---\ntext', 'text'],
	['a line across the page at the top is no front matter', '---\n\ntext', '***\n\ntext'],
	['line ends of Windows become plain ones', 'a\r\n\r\nb', 'a\n\nb'],
	['empty lines are not repeated', 'a\n\n\n \n\nb', 'a\n\nb'],
	['emphasis becomes stars', 'a <b>so </b>b, <em>c</em>, <strong>d</strong>', 'a **so** b, *c*, **d**'],
	['code becomes a code span', 'a <code>x &lt; y</code> and <kbd>Tab</kbd>', 'a `x < y` and `Tab`'],
	['code with a backtick gets a longer fence', '<code>a`b</code>', '`` a`b ``'],
	['paragraphs stand apart', '<p>a</p><p>b</p>', 'a\n\nb'],
	['lists of HTML become lists', '<ul><li>a</li><li>b<ol><li>c</li></ol></li></ul>', '- a\n- b\n  1. c'],
	[
		'preformatted text becomes a code block',
		'a\n<pre><code>if (a &lt; b) <i>c</i>\n</code></pre>\nb',
		'a\n\n```\nif (a < b) c\n```\n\nb'
	],
	['a preformatted text with a fence gets a longer fence', '<pre>\n```\n</pre>', '````\n```\n````'],
	[
		'tables of HTML become tables',
		'<table><tr><th>a</th><th>b</th></tr><tr><td>1|2</td></tr></table>',
		'| a | b |\n| --- | --- |\n| 1\\|2 |  |'
	],
	['tags without a meaning in Markdown are dropped', '<div class="x">a <span>b</span></div>', 'a b'],
	['scripts and comments are dropped with what is in them', 'a<script>alert(1)</script><!-- b -->c', 'ac'],
	['what only looks like a tag stays', 'a List<String> and <name>', 'a List<String> and <name>'],
	['characters that are written as references are characters', '&eacute;&nbsp;&#39;&#x2192;', "é '→"],
	['references that stand for syntax stay references', '&lt;b&gt; &amp; &#60;', '&lt;b&gt; &amp; &#60;'],
	[
		'a picture becomes its description',
		'a ![a tram](tram.png) <img src="x" alt="a stop">',
		'a a tram a stop'
	],
	[
		'a picture that is a link leaves its description',
		'[![a tram](tram.png)](https://a.example/)',
		'[a tram](https://a.example/)'
	],
	['a link to an https address stays', '[a](https://a.example/b?c=d#e)', '[a](https://a.example/b?c=d#e)'],
	['a link to an http address becomes one to https', '[a](http://a.example/)', '[a](https://a.example/)'],
	['a relative link without an address to begin from becomes text', '[a](../b.md) and [c](#d)', 'a and c'],
	['a relative link leads to the original', '[a](../b.md)', '[a](https://school.example/track/b.md)', base],
	['a link that runs code becomes text', '[a](javascript:alert(1)) <a href="javascript:b">c</a>', 'a c'],
	[
		'a link that is defined below its text',
		'[a][one] and [two]\n\n[one]: https://a.example/ "t"\n[two]: /b',
		'[a](https://a.example/) and two'
	],
	['links of HTML', '<a href="https://a.example/(b)">c</a>', '[c](https://a.example/%28b%29)'],
	['an address in angles is a link', '<https://a.example/b>', '[https://a.example/b](https://a.example/b)'],
	['brackets that are no links stay', '- [ ] a[0] and [b]', '- [ ] a[0] and [b]'],
	['template code is dropped', 'a {% raw %}b{% endraw %}{: .note} {{ site.url }}c', 'a b c'],
	['formulas are shown as they are written', 'a $$x_1^2$$ b', 'a `x_1^2` b'],
	['HTML: line ends mean spaces', '<p>a\n  b</p>\n<p>c_d *e*</p>', 'a b\n\nc\\_d \\*e\\*', html],
	['HTML: code keeps its characters', '<p><code>a_b[0]</code></p>', '`a_b[0]`', html],
	['HTML: paragraphs in lists', '<ul>\n <li>\n <p>a</p>\n </li>\n <li>b</li></ul>', '- a\n\n- b', html],
	['HTML: headings', '<h2>A</h2><p>b</p><h3>C</h3>', '### A\n\nb\n\n#### C', html]
])('%s', (_, text, markdown, options) => {
	expect(convert(text, options)).toBe(markdown);
});

describe('code', () => {
	const code = '```js\n# <b>x</b> &lt; [a](b) {% c %} $$d$$\n\n\n\n  ![e](f)  \n```';

	test.each([
		['between fences', code],
		['between longer fences', `\`${code}\n\`\`\`\``],
		['between tildes', code.replaceAll('```', '~~~')],
		['by its indentation', 'a\n\n    <b>x</b>  \n    [a](b)\n\nc'],
		['in a list', '- a\n\n  ```html\n  <p>b</p>\n  ```\n- c'],
		['in a line', 'a `<b>[x](y)</b>` and ``<p>`</p>`` b']
	])('%s stays as it is, byte for byte', (_, text) => {
		expect(convert(text)).toBe(text);
	});

	test('that is never closed ends with the statement', () => {
		expect(convert('a\n\n```js\n<b>')).toBe('a\n\n```js\n<b>\n```');
	});
});

test('an admonition becomes a quote, and what is in it is converted', () => {
	const text =
		'# A\n\n~~~~exercism/caution\n## B\n<b>c</b> [d]\n\n```js\n<e>\n```\n~~~~\n\n[d]: https://d.example/';
	expect(convert(text)).toBe(
		'### A\n\n> **Caution**\n>\n> **B**\n> **c** [d](https://d.example/)\n>\n> ```js\n> <e>\n> ```'
	);
});

test('each kind of loss is said once', () => {
	expect(convertStatement('![a](b) ![c](d) [e](f) [g](h) {% i %} $$j$$ <form>k</form>').remarks).toEqual([
		'The statement has formulas; they are shown as they are written.',
		'Template code was removed from the statement; see that nothing is missing.',
		'Some HTML of the statement could not be converted; its text stayed.',
		'Pictures were removed; their descriptions stayed.',
		'Links that only work in the original collection were removed; their text stayed.'
	]);
	expect(convertStatement('### A\n\nb [c](https://d.example/)').remarks).toEqual([]);
});

test('a statement that nobody would read to its end is cut at a line', () => {
	const { markdown, remarks } = convertStatement('a line of text\n'.repeat(10_000));
	expect(markdown.length).toBeLessThanOrEqual(STATEMENT_CHARS);
	expect(markdown.endsWith('a line of text')).toBe(true);
	expect(remarks).toHaveLength(1);
});

test.each([
	'<pre>\n',
	'[',
	'![',
	'`',
	'``` `',
	'<b>',
	'<ul><li>',
	'<a href="',
	'$$',
	'{%',
	'&#',
	'[a]: b\n',
	'> ',
	'***',
	'<!--',
	'~~~~exercism/note\n',
	'<table><tr>',
	'<script>'
])('a text of nothing but %j is converted and does not hang', (part) => {
	for (const options of [{}, html]) {
		expect(typeof convert(part.repeat(STATEMENT_CHARS / part.length), options)).toBe('string');
	}
});

test.each([
	['a', 'b'],
	['<b>', 'x'],
	['<a', 'x <'],
	['[a](', 'x'],
	['``` ', '`'],
	['<table></table', 'x']
])(
	'space without end between %j and %j is converted and does not hang',
	(before, after) => {
		for (const space of [' ', '\t', '\n', '\u00a0'])
			for (const options of [{}, html])
				expect(typeof convert(before + space.repeat(STATEMENT_CHARS) + after, options)).toBe('string');
	},
	5000
);

test('spaces inside of an emphasis go outside, also where there is nothing else', () => {
	expect(convert('a<b> so </b>b <i>c</i> <b>d e</b>').trim()).toBe('a **so** b *c* **d e**');
});
