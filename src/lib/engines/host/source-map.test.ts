import { originalPositionFor, TraceMap } from '@jridgewell/trace-mapping';
import * as esbuild from 'esbuild';
import { expect, test } from 'vitest';
import { readSourceMap, originalPosition } from './source-map.ts';

const far = `${'\n'.repeat(40)}${' '.repeat(900)}export const far = (text) => text + 'é';`;
const built = await esbuild.build({
	stdin: {
		contents: [
			"import { far } from './far.js';",
			'class Ticket { price = 2; get é() { return this.price }}',
			'console.log(far, new Ticket().é);'
		].join('\n'),
		sourcefile: 'learner:lib/main.js',
		resolveDir: '/'
	},
	bundle: true,
	minify: true,
	write: false,
	outfile: 'learner.js',
	sourcemap: 'external',
	plugins: [
		{
			name: 'far',
			setup(build) {
				build.onResolve({ filter: /far/ }, () => ({ path: 'lib/far.js', namespace: 'learner' }));
				build.onLoad({ filter: /.*/, namespace: 'learner' }, () => ({ contents: far }));
			}
		}
	]
});
const [json = '', script = ''] = built.outputFiles.map(({ text }) => text);

test('every place of a script is where another reader of source maps says', () => {
	const map = readSourceMap(json);
	const trace = new TraceMap(json);
	const found = new Set<string>();
	script.split('\n').forEach((text, line) => {
		for (let column = 0; column <= text.length + 1; column++) {
			const position = originalPosition(map, line + 1, column);
			const {
				source,
				line: ownLine,
				column: ownColumn
			} = originalPositionFor(trace, { line: line + 1, column });
			const theirs = source === null ? null : { source, line: ownLine, column: ownColumn };
			expect(position, `${line + 1}:${column}`).toEqual(theirs);
			if (position) found.add(`${position.source.replace(/^.*learner:/, '')}:${position.line}`);
		}
	});
	expect([...found]).toEqual(expect.arrayContaining(['lib/far.js:41', 'lib/main.js:3']));
});

test.each([
	['a line that the script does not have', 9999, 0],
	['a line before the first', 0, 0],
	['a column before the first', 1, -1]
])('%s is of no source', (_what, line, column) => {
	expect(originalPosition(readSourceMap(json), line, column)).toBeNull();
});

test('a part that is of no source, and a source without a name, are no place', () => {
	const map = readSourceMap('{"version":3,"sources":[null,"a.js"],"names":[],"mappings":"A,EAAA,ECAA,E"}');
	expect([0, 2, 4, 5, 6].map((column) => originalPosition(map, 1, column)?.source)).toEqual([
		undefined,
		undefined,
		'a.js',
		'a.js',
		undefined
	]);
});
