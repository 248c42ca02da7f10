import * as native from 'esbuild';
import { expect, test } from 'vitest';
import type { FileMap } from '../contract/exercise.ts';
import { compileLearner } from './compile-learner.ts';
import type { Esbuild } from './esbuild-port.ts';

/** esbuild, and the files of this computer that it wants to read. */
function watched(): { esbuild: Esbuild; read: string[] } {
	const read: string[] = [];
	const watch: native.Plugin = {
		name: 'watch',
		setup(build) {
			build.onLoad({ filter: /.*/, namespace: 'file' }, ({ path }) => {
				read.push(path);
				return null;
			});
		}
	};
	const build: Esbuild['build'] = (options) =>
		native.build({ ...options, plugins: [watch, ...(options.plugins ?? [])] });
	return { esbuild: { build }, read };
}

/** Patterns that fit files of this repository, from where the tests are started. */
const ASKS: [why: string, files: FileMap][] = [
	['a template', { 'main.js': 'const x = 1;\nimport(`./src/lib/compile/${x}.ts`);' }],
	['a template of folders', { 'main.js': 'const x = 1;\nimport(`./src/lib/compile/${x}/`);' }],
	['texts that are put together', { 'main.js': "const x = 1;\nimport('./src/lib/compile/' + x);" }],
	['a way out of the folder', { 'main.js': 'const x = 1;\nimport(`../../../../../../etc/${x}`);' }],
	['a comment between', { 'main.js': 'const x = 1;\nimport/* a */(/* b */ `./src/lib/compile/${x}.ts`);' }],
	['a line between', { 'main.js': 'const x = 1;\nimport\n\n(`./src/lib/compile/${x}.ts`);' }],
	['require', { 'main.js': 'const x = 1;\nrequire(`./src/lib/compile/${x}.ts`);' }],
	['require in brackets', { 'main.js': 'const x = 1;\n(require)(`./src/lib/compile/${x}.ts`);' }],
	['require with an escape', { 'main.js': 'const x = 1;\nrequir\\u0065(`./src/lib/compile/${x}.ts`);' }],
	[
		'a file of types',
		{ 'main.js': '', 'a.ts': 'const x: number = 1;\nimport(`./src/lib/compile/${x}.ts`);' }
	],
	['a type argument', { 'main.js': '', 'a.ts': 'const x = 1;\nrequire<any>(`./src/lib/compile/${x}.ts`);' }],
	['an import that is put off', { 'main.js': 'const x = 1;\nimport.defer(`./src/lib/compile/${x}.ts`);' }],
	['a comment of HTML', { 'main.js': 'const x = 1;\nimport <!-- a\n(`./src/lib/compile/${x}.ts`);' }],
	[
		'a comment of HTML that hides where a text ends',
		{ 'main.js': 'const x = 1, a = 2;\na <!--b + `\nrequire(`./src/lib/compile/${x}.ts`);\n`;' }
	],
	[
		'beside a mistake that esbuild reads on behind',
		{ 'main.js': 'let x = 1;\nlet x;\nimport(`./src/lib/compile/${x}.ts`);' }
	],
	['what only esbuild reads', { 'main.js': '@(() => {}) class A {}\nimport(`./src/lib/compile/${A}.ts`);' }],
	[
		'inside of what is not reached',
		{ 'main.js': 'if (0) {\n\tconst x = () => import(`./src/lib/compile/${x}`);\n}' }
	]
];

test.each(ASKS)('no file of the computer that compiles is looked for: %s', async (_why, files) => {
	const { esbuild, read } = watched();
	const source = { files, entry: 'main.js', mocked: [], need: 'worker' as const, packages: [] };
	const result = await compileLearner(esbuild, source);
	expect(read).toEqual([]);
	expect(JSON.stringify(result)).not.toMatch(/compile-learner|node:|magic-string/);
});

test('what is written out is still looked for, and named where it is not there', async () => {
	const code = "const x = './a.js';\nimport(x);\nimport('./nothing.js');";
	const source = {
		files: { 'main.js': code },
		entry: 'main.js',
		mocked: [],
		need: 'worker' as const,
		packages: []
	};
	expect(await compileLearner(native, source)).toMatchObject({
		ok: false,
		diagnostics: [{ code: 'missing-file', location: { line: 3, column: 8 } }]
	});
});

test.each([
	['a data: address that is no map', 'data:application/json,['],
	['a file of this computer', 'file:///etc/passwd'],
	['a file beside it', './package.json']
])('a source map that a source names is not read: %s', async (_what, address) => {
	const comment = `//# sourceMappingURL=${address}`;
	const page = {
		'index.html': '<script type="module" src="main.js"></script>',
		'main.js': `class A { a = 1; }\n${comment}`
	};
	for (const [need, entry, files] of [
		['dom', 'index.html', page],
		['worker', 'main.js', { 'main.js': "import './a.ts';", 'a.ts': `const a: number = 1;\n${comment}` }]
	] as const)
		expect(await compileLearner(native, { files, entry, mocked: [], need, packages: [] })).toMatchObject({
			ok: true
		});
});
