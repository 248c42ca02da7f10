import { parse, type Comment, type Options, type Program } from 'acorn';
import type { Diagnostic } from '../contract/diagnostic.ts';
import { parseClassic, type ParsedClassic } from './classic-script.ts';
import { cutMessage, cutName } from './describe-message.ts';
import { atTop, type ParsedModule } from './rewrite-module.ts';
import { freeNames } from './scopes.ts';
import { placeAt } from './place-at.ts';

const OPTIONS: Options = { ecmaVersion: 'latest', sourceType: 'module', allowHashBang: true };

/** Where a `return` at the top means CommonJS. */
const COMMON: Options = { ...OPTIONS, sourceType: 'commonjs', allowReturnOutsideFunction: true };

/** What a parser makes of a source, or why it refuses it: the diagnostic's file is the source's path as it was given. */
export type Parsed<T> = { ok: true; parsed: T } | { ok: false; diagnostic: Diagnostic };

/** A file, or a script of a page. */
interface Source {
	path: string;
	text: string;
}

/** The parser's own words, with the place taken off. */
const withoutPlace = (message: string): string => message.replace(/ \(\d+:\d+\)$/, '');

function refusal(path: string, error: unknown): Diagnostic {
	if (!(error instanceof SyntaxError)) throw error;
	const { loc } = error as SyntaxError & { loc: { line: number; column: number } };
	const text = withoutPlace(error.message);
	const location = { file: path, line: loc.line, column: loc.column + 1, length: 1 };
	// The parser's calls nest as deeply as the code does.
	if (text.startsWith('Not enough stack space'))
		return {
			severity: 'error',
			text: 'The code is nested too deeply',
			code: 'too-hard-to-compile',
			params: {},
			location
		};
	const twice = /^Identifier '(.+)' has already been declared/.exec(text);
	return {
		severity: 'error',
		text: cutMessage(text),
		code: twice ? 'already-declared' : null,
		params: twice ? { name: cutName(twice[1] ?? '') } : {},
		location
	};
}

/** A learner's module, or a file of CommonJS. */
export function parseModule({ path, text }: Source): Parsed<ParsedModule> {
	const attempt = (options: Options): ParsedModule => {
		const comments: Comment[] = [];
		return { text, program: parse(text, { ...options, onComment: comments }), comments };
	};
	try {
		return { ok: true, parsed: attempt(OPTIONS) };
	} catch (error) {
		try {
			const parsed = attempt(COMMON);
			if (
				!hasModuleWords(parsed.program) &&
				/^'return' outside of function/.test(String((error as Error).message))
			)
				return { ok: true, parsed };
		} catch {
			// What the first attempt said is what is wrong.
		}
		return { ok: false, diagnostic: refusal(path, error) };
	}
}

/** Whether a file says `import` or `export` itself. */
export const hasModuleWords = (program: Program): boolean =>
	program.body.some(({ type }) => /^(?:Import|Export)/.test(type));

/** What a script says that only a module may, and what V8 says of it. */
const MODULE_WORDS = {
	import: 'Cannot use import statement outside a module',
	export: "Unexpected token 'export'",
	'import.meta': "Cannot use 'import.meta' outside a module",
	await: 'await is only valid in async functions and the top level bodies of modules'
} as const;

/** Where a source that is a module, and no classic script, shows it first. */
function moduleWord(program: Program): { word: keyof typeof MODULE_WORDS; at: number } | null {
	let first: { word: keyof typeof MODULE_WORDS; at: number } | null = null;
	freeNames(program, (place) => {
		const { type, start } = place.node;
		const word = /^Import.*Declaration$/.test(type)
			? 'import'
			: type.startsWith('Export') && type.endsWith('Declaration')
				? 'export'
				: place.node.type === 'MetaProperty' && place.node.meta.name === 'import'
					? 'import.meta'
					: (type === 'AwaitExpression' || (place.node.type === 'ForOfStatement' && place.node.await)) &&
						  atTop(place)
						? 'await'
						: null;
		if (word && (!first || start < first.at)) first = { word, at: start };
	});
	return first;
}

/** A script of a page that is no module. `original`: as it was written, where it was changed before. */
export function parsePageScript({ path, text }: Source, original: string): Parsed<ParsedClassic> {
	try {
		return { ok: true, parsed: parseClassic(text, original) };
	} catch (error) {
		const diagnostic = refusal(path, error);
		const asModule = parseModule({ path, text });
		const found = asModule.ok ? moduleWord(asModule.parsed.program) : null;
		if (!found) return { ok: false, diagnostic };
		const { word, at } = found;
		const { line, column } = placeAt(text, at);
		return {
			ok: false,
			diagnostic: {
				severity: 'error',
				text: MODULE_WORDS[word],
				code: 'module-only',
				params: { name: word },
				location: { file: path, line, column: column + 1, length: word.length }
			}
		};
	}
}
