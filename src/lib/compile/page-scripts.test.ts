import * as native from 'esbuild';
import * as wasm from 'esbuild-wasm';
import { describe, expect, test } from 'vitest';
import type { FileMap } from '../contract/exercise.ts';
import { compileLearner } from './compile-learner.ts';
import { findScripts } from './page-scripts.ts';

/** what the page has, the page, what runs: "path line:column" */
const PAGES: [string, string, string[]][] = [
	['no script', '<p>Hello</p>', []],
	['a file', '<script src="main.js"></script>', ['main.js?0 1:1']],
	['a module', "<p>\n  <script type='module' src='./lib/a.js'></script>", ['lib/a.js 2:3']],
	['a name without quotes', '<script src=main.js defer></script>', ['main.js?0 1:1']],
	[
		'two, in their order',
		'<script src="b.js"></script><script src="a.js"></script>',
		['b.js?0 1:1', 'a.js?0 1:29']
	],
	['text in capital letters', '<SCRIPT TYPE="MODULE" SRC="main.js"></SCRIPT >', ['main.js 1:1']],
	['a script in the page', '<script>\nlet a = 1;\n</script>', ['index.html?1 1:1']],
	[
		'both kinds',
		'<script>1</script>\n<script src="a.js">ignored</script>\n<script type="module">2</script>',
		['index.html?1 1:1', 'a.js?0 2:1', 'index.html?2 3:1']
	],
	[
		'data that is no script',
		'<script type="application/json">{}</script><script type="importmap">{}</script>',
		[]
	],
	[
		'a script in a comment',
		'<!-- <script src="old.js"></script> -->\n<script src="a.js"></script>',
		['a.js?0 2:1']
	],
	[
		'a script that hides itself from old browsers',
		'<script>\n<!--\nlet a = 1;\n//-->\n</script>\n<script>1</script>',
		['index.html?1 1:1', 'index.html?2 6:1']
	],
	[
		'no script of a text field or a title',
		'<title><script>1</script></title><textarea><script>2</script></textarea>',
		[]
	],
	[
		'a script behind a comment that another script only names',
		'<script>a = "<!--"</script><script src="b.js"></script><script>b = "-->"</script>',
		['index.html?1 1:1', 'b.js?0 1:28', 'index.html?2 1:56']
	],
	['a script that is never closed', '<script src="main.js">', []]
];

test.each(PAGES)('finds %s', (_what, html, expected) => {
	const found = findScripts('index.html', html).map(({ path, line, column }) => `${path} ${line}:${column}`);
	expect(found).toEqual(expected);
});

test('what looks like a comment of the page is a part of the script that it stands in', () => {
	const script = '\np.innerHTML = "<!-- x --><b>y</b>";\n<!--\nlet a = 1;\n//-->\n';
	const [found] = findScripts('index.html', `<script>${script}</script>`);
	expect(found?.inline?.trimStart()).toBe(script.trimStart());
});

test('a page in a folder names its scripts from there', () => {
	expect(findScripts('shop/index.html', '<script src="../main.js"></script>')[0]?.path).toBe('main.js?0');
});

/** what a stranger's page has without end: each took seconds to minutes when searches began again at each place */
const ENDLESS: [string, string][] = [
	['scripts', '<script></script>'],
	['scripts, each on a line', '<script>\n</script>\n'],
	['scripts that do not end', '<script>'],
	['tags that do not end', '<script '],
	['tags with an open text', '<script src="'],
	['tags with much space', '<script type=      '],
	['ends with much space', '<script></script       '],
	['comments that do not end', '<!--'],
	['comments', '<!-- -->'],
	['titles', '<title></title>'],
	['titles that do not end', '<title>'],
	['comments in scripts', '<script><!--</script>'],
	['lines', '\n']
];

test.each(ENDLESS)('a page of 200,000 characters of %s is read in a moment', (_what, piece) => {
	const html = piece.repeat(200_000 / piece.length);
	const before = process.cpuUsage();
	findScripts('index.html', html, 51);
	const { user, system } = process.cpuUsage(before);
	// It takes some 5 ms.
	expect((user + system) / 1000).toBeLessThan(500);
});

test('what is compiled of a page with as many scripts as it may have is not much larger than the page', () => {
	const html = `${'<p>x</p>\n'.repeat(2000)}${'<script>a = 1</script>\n'.repeat(50)}`;
	const scripts = findScripts('index.html', html);
	expect(scripts).toHaveLength(50);
	const chars = scripts.reduce((sum, { inline }) => sum + (inline ?? '').length, 0);
	expect(chars).toBeLessThan(10 * html.length);
});

const compile = (files: FileMap, need: 'dom' | 'node' | 'worker' = 'dom', packages: string[] = []) =>
	compileLearner(native, { files, entry: 'index.html', mocked: [], need, packages });

describe('a page and its scripts', () => {
	test('the script says what each page runs', async () => {
		const result = await compile({
			'index.html': '<script src="main.js"></script><script>console.log(1)</script>',
			'about.html': '<script type="module" src="other.js"></script>',
			'main.js': 'const a = 1;',
			'other.js': 'export const a = 1;',
			'style.css': 'p { color: red }'
		});
		expect(result).toMatchObject({
			ok: true,
			script: { pages: { 'index.html': ['main.js?0', 'index.html?1'], 'about.html': ['other.js'] } }
		});
	});

	test('an error in a script of the page is shown where it stands in the page', async () => {
		const html = '<h1>é</h1>\n<p>x</p>\n<script>\n\tconst a = 1;\n\tlet = ;\n</script>';
		const result = await compile({ 'index.html': html });
		expect(result).toMatchObject({
			ok: true,
			warnings: [{ severity: 'error', location: { file: 'index.html', line: 5, column: 8 } }]
		});
	});

	test('an error on the line of the tag has its column in the page', async () => {
		const result = await compile({ 'index.html': '<p>é</p><script>let 1;</script>' });
		expect(result).toMatchObject({
			warnings: [{ severity: 'error', location: { file: 'index.html', line: 1, column: 21 } }]
		});
	});

	test('a script of a page may import the learner’s files', async () => {
		const html = '<script type="module">import { a } from "./main.js"; console.log(a)</script>';
		expect(await compile({ 'index.html': html, 'main.js': 'export const a = 1;' })).toMatchObject({
			ok: true
		});
	});

	test('a script that is not there is named where the page asks for it', async () => {
		expect(await compile({ 'index.html': '<p>\n<script src="app.js"></script>' })).toMatchObject({
			ok: false,
			diagnostics: [
				{
					code: 'missing-file',
					params: { name: 'app.js' },
					location: { file: 'index.html', line: 2, column: 1 }
				}
			]
		});
	});

	test.each([
		['import a from "./a.js";', 'import'],
		['export const a = 1;', 'export'],
		['await 1;', 'await'],
		['console.log(import.meta.url);', 'import.meta']
	])('a classic script with %j is told that it needs a module', async (line, name) => {
		const files = {
			'index.html': '<script src="main.js"></script>',
			'main.js': `// one\n${line}`,
			'a.js': ''
		};
		const result = await compile(files);
		const [first] = result.ok ? result.warnings : [];
		expect(first).toMatchObject({
			severity: 'error',
			code: 'module-only',
			params: { name },
			location: { file: 'main.js', line: 2 }
		});
	});

	test.each([
		['super.x = 1'],
		['super[n[0]] = 1'],
		['super /* between */ . x = 1'],
		['super\n\t["x"] ??= 1'],
		['super.\\u0078 += 1'],
		['super.x++'],
		['--super["x"]'],
		['[super.x] = n'],
		['[super.x = 1] = n'],
		['[...super.x] = n'],
		['({ a: super.x } = n)'],
		['({ a: super.x = 2 } = n)'],
		['({ ...super.x } = n)'],
		['(super.x) = 1'],
		['for (super.x of n);'],
		['for (super.x in n);'],
		['for ([super.x] of [n]);'],
		['(() => { super.x = 1; })()'],
		['n.map((one = (super.x = one)) => one)']
	])('a page that assigns through super is refused with its line: %s', async (code) => {
		const method = `// one\nconst n = ['x'];\nconst liar = { lie() {\n${code}\n} };`;
		for (const [kind, html] of [
			['module', '<script type="module" src="main.js"></script>'],
			['classic', '<script src="main.js"></script>']
		] as const) {
			const result = await compile({ 'index.html': html, 'main.js': method });
			const told = result.ok ? result.warnings : [];
			expect({ kind, told }).toMatchObject({
				kind,
				told: [{ severity: 'error', code: 'super-assigned', location: { file: 'main.js', line: 4 } }]
			});
			expect(result.ok && result.script.code).not.toContain('liar');
		}
	});

	test('in a class, and with types, its line is the one that was written', async () => {
		const text =
			'interface Stop { name: string }\n\nclass A {\n\tfield = 1;\n\tlie() {\n\t\tsuper.name = 2;\n\t}\n}';
		const result = await compile({ 'index.html': '<script src="main.ts"></script>', 'main.ts': text });
		expect(result.ok ? result.warnings : []).toMatchObject([
			{ code: 'super-assigned', location: { file: 'main.ts', line: 6, column: 3 } }
		]);
	});

	test('super that is called or read is no fault, nor is the word', async () => {
		const text = `// super.x = 1
class A { get rate() { return 2; } add(n) { return n; } }
class B extends A {
	constructor() { super(); this.total = super.rate; }
	add(n) { const sum = super.add(n) + super['rate']; this[super.rate] = sum; super.add(n).x = 1; return [super.rate, 'super.x = 1']; }
}`;
		const result = await compile({ 'index.html': '<script src="main.js"></script>', 'main.js': text });
		expect(result).toMatchObject({ ok: true, warnings: [] });
	});

	test('a script with an error is broken too where more are told of than fit', async () => {
		const files = Object.fromEntries(
			Array.from({ length: 25 }, (_, number) => [`s${number}.js`, `let a${number} 1;`])
		);
		const html = Object.keys(files).map((file) => `<script src="${file}"></script>`);
		const result = await compile({ 'index.html': html.join(''), ...files });
		expect(result.ok && result.script.code.match(/"format":"broken"/g)).toHaveLength(25);
	});

	test('a file that one page runs as a classic script and another as a module is compiled as both', async () => {
		const result = await compile({
			'index.html': '<script src="main.js"></script>',
			'about.html': '<script type="module" src="main.js"></script>',
			'main.js': 'var a = 1;'
		});
		expect(result).toMatchObject({ ok: true, warnings: [] });
		expect(result.ok ? Object.values(result.script.pages) : []).toEqual([['main.js?0'], ['main.js']]);
	});

	test('more than fifty scripts in all pages are refused, fifty are not', async () => {
		const pages = (last: number): FileMap => ({
			'a.html': '<script>a = 1</script>'.repeat(30),
			'b.html': '<script>a = 1</script>'.repeat(last)
		});
		expect(await compile(pages(20))).toMatchObject({ ok: true });
		expect(await compile(pages(21))).toMatchObject({
			ok: false,
			diagnostics: [{ code: 'too-many-scripts', params: { most: '50' } }]
		});
	});

	test('a script from elsewhere is refused', async () => {
		const result = await compile({ 'index.html': '<script src="https://cdn.example/x.js"></script>' });
		expect(result).toMatchObject({
			diagnostics: [{ code: 'missing-file', params: { name: 'https://cdn.example/x.js' } }]
		});
	});

	test('both esbuilds say the same', async () => {
		const files = {
			'index.html': '<script>\nconst a: = 1;\n</script><script src="main.js"></script>',
			'main.js': ''
		};
		const source = { files, entry: 'index.html', mocked: [], need: 'dom' as const, packages: [] };
		expect(await compileLearner(wasm, source)).toEqual(await compileLearner(native, source));
	});
});

/** what is imported, what the exercise needs, its packages, the code of the error; null where it may be imported */
const IMPORTS: [string, 'worker' | 'dom' | 'node', string[], string | null][] = [
	['node:fs', 'node', [], null],
	['fs', 'node', [], null],
	['fs/promises', 'node', [], null],
	['node:fs', 'worker', [], 'package-not-allowed'],
	['node:fs', 'dom', [], 'package-not-allowed'],
	['node:child_process', 'node', [], 'package-not-allowed'],
	['worker_threads', 'node', [], 'package-not-allowed'],
	['slugify', 'node', ['slugify'], null],
	['slugify', 'node', [], 'package-not-allowed'],
	['slugify/deep.js', 'node', ['slugify'], 'package-not-allowed'],
	['vitest', 'node', [], 'package-not-allowed'],
	['passerelle/program', 'node', [], 'package-not-allowed']
];

test.each(IMPORTS)(
	'importing %s where the code needs %s and has %j: %s',
	async (name, need, packages, code) => {
		const files = { 'main.js': `import x from '${name}';\nconsole.log(x);` };
		const result = await compileLearner(native, { files, entry: 'main.js', mocked: [], need, packages });
		expect(result.ok ? null : result.diagnostics[0]?.code).toBe(code);
	}
);
