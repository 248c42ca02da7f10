import { parse, type Program } from 'acorn';
import type { Loader } from 'esbuild';
import MagicString from 'magic-string';
import { TARGET, type Esbuild } from './esbuild-port.ts';
import { freeNames } from './scopes.ts';

/** `import(…)`, `import.defer(…)` and `require(…)`, whatever stands before the bracket, and however the name is written. */
const MAY_COMPUTE = /\bimport(?=\s*[^\s\w$'"{*])|\brequire|\\u/;
/** Comments of HTML, and `require<T>(…)` of TypeScript: to esbuild they are another program than to this parser. */
const READ_OTHERWISE = /<!--|-->/;

const parsed = (text: string): Program | null => {
	try {
		return parse(text, {
			ecmaVersion: 'latest',
			sourceType: 'module',
			allowHashBang: true,
			allowReturnOutsideFunction: true
		});
	} catch {
		return null;
	}
};

/** Where the word stands of each `import(…)` and `require(…)` whose name is not written out. */
function computedIn(program: Program): { start: number; end: number }[] {
	const found: { start: number; end: number }[] = [];
	freeNames(program, ({ node }) => {
		if (node.type === 'ImportExpression' && node.source.type !== 'Literal')
			found.push({ start: node.start, end: node.start + 'import'.length });
		if (
			node.type === 'CallExpression' &&
			node.callee.type === 'Identifier' &&
			node.callee.name === 'require' &&
			node.arguments[0]?.type !== 'Literal'
		)
			found.push({ start: node.callee.start, end: node.callee.end });
	});
	return found;
}

/** A source in plain JavaScript; null where esbuild refuses it. Nothing is followed: there is no bundle. */
async function asPlain(esbuild: Esbuild, text: string, loader: Loader): Promise<string | null> {
	const { outputFiles } = await esbuild
		.build({
			stdin: { contents: text, loader },
			write: false,
			platform: 'neutral',
			format: 'esm',
			target: TARGET,
			logLevel: 'silent',
			tsconfigRaw: {}
		})
		.catch(() => ({ outputFiles: [] }));
	return outputFiles[0]?.text ?? null;
}

/**
 * A source without the imports whose names are put together when it runs: for `import('./' + name)` esbuild reads every file
 * that the name could mean, from the disk of the computer that compiles. What stays is on its lines and columns. What cannot be told for sure
 * is empty: the linker parses the same file, and says what is wrong with it.
 */
export async function withoutComputed(esbuild: Esbuild, text: string, loader: Loader): Promise<string> {
	if ((loader !== 'js' && loader !== 'ts') || !MAY_COMPUTE.test(text)) return text;
	const program = loader === 'ts' || READ_OTHERWISE.test(text) ? null : parsed(text);
	if (program) {
		const edit = new MagicString(text);
		// A name as long, that nothing declares.
		for (const { start, end } of computedIn(program)) edit.overwrite(start, end, '$'.repeat(end - start));
		return edit.toString();
	}
	const plain = await asPlain(esbuild, text, loader);
	// An error that does not end esbuild's reading does not keep it from looking either: as long, and no import.
	if (plain === null) return text.replace(new RegExp(MAY_COMPUTE, 'g'), (found) => '_'.repeat(found.length));
	const inPlain = parsed(plain);
	return inPlain && computedIn(inPlain).length === 0 ? text : '';
}
