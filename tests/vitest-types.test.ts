import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { collectVitestTypes } from '../scripts/vitest-types.mjs';

const libraries = dirname(fileURLToPath(import.meta.resolve('typescript')));

const PROGRAM = '/exercise/price.js';
const TESTS = '/exercise/price.test.js';
const TEXT = `import { describe, expect, test, vi } from 'vitest';
import { priceFor } from './price.js';

describe('prices', () => {
	test('a child', () => {
		vi.fn();
		expect(priceFor(5)).toBe(0);
	});
});
`;

/** What an editor says of a name in a test file, as Monaco's worker finds it out: its type, and its documentation. */
function hoverIn(files: Readonly<Record<string, string>>): (name: string) => { type: string; docs: string } {
	const read = (path: string): string | undefined =>
		files[path] ??
		(path.startsWith('/lib/') ? readFileSync(join(libraries, path.slice(5)), 'utf8') : undefined);
	const service = ts.createLanguageService({
		getScriptFileNames: () => Object.keys(files),
		getScriptVersion: () => '1',
		getScriptSnapshot: (path) => {
			const text = read(path);
			return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
		},
		getCurrentDirectory: () => '/',
		getCompilationSettings: () => ({
			target: ts.ScriptTarget.ES2022,
			module: ts.ModuleKind.ESNext,
			moduleResolution: ts.ModuleResolutionKind.Node10,
			allowJs: true,
			types: []
		}),
		getDefaultLibFileName: () => '/lib/lib.es2022.d.ts',
		fileExists: (path) => Object.hasOwn(files, path),
		readFile: read
	});
	return (name) => {
		const info = service.getQuickInfoAtPosition(TESTS, TEXT.lastIndexOf(`${name}`) + 1);
		return {
			type: ts.displayPartsToString(info?.displayParts),
			docs: ts.displayPartsToString(info?.documentation)
		};
	};
}

test('what a test file imports is documented in the editor, and so are the functions of a program that is shown', async () => {
	const types = Object.entries(await collectVitestTypes());
	const hover = hoverIn({
		...Object.fromEntries(types.map(([path, text]) => [`/${path}`, text])),
		[PROGRAM]:
			'/** What a ticket costs, in euros. */\nexport function priceFor(age) {\n\treturn age < 6 ? 0 : 2.6;\n}\n',
		[TESTS]: TEXT
	});
	expect(hover('priceFor')).toEqual({
		type: expect.stringContaining('priceFor(age: any): 0 | 2.6') as string,
		docs: 'What a ticket costs, in euros.'
	});
	for (const name of ['describe', 'test', 'expect', 'toBe', 'vi'])
		expect(hover(name).docs, name).toMatch(/^\w[^.]{20,}/);
});
