import { Refused } from '../rewrite/learner-code.ts';

const TOKEN =
	/\s+|"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|\d+(?:\.\d+)?(?:e[-+]?\d+)?|[A-Za-z_]\w*|[()[\],.=:{}-]/gy;
const CONSTANTS: Readonly<Record<string, string>> = { True: 'true', False: 'false', None: 'null' };

/** `echo_all` → `echoAll`: TESTed writes names as each language does. */
const camel = (name: string): string =>
	/^[a-z]/.test(name) ? name.replace(/_+([a-z0-9])/g, (_, letter: string) => letter.toUpperCase()) : name;

function tokensOf(source: string): string[] {
	const tokens: string[] = [];
	let end = 0;
	for (const match of source.matchAll(TOKEN)) {
		end = match.index + match[0].length;
		if (match[0].trim() !== '') tokens.push(match[0]);
	}
	if (end < source.length) throw new Refused(`its plan has "${source.slice(0, 60)}", which is not supported`);
	return tokens;
}

/** Characters; no plan calls with more. */
const LONGEST = 10_000;

/**
 * An expression or assignment of TESTed's own language (a part of Python: names, calls, literals, lists) as JavaScript.
 * Throws `Refused` for the rest.
 */
export function toJavaScript(source: string): string {
	if (source.length > LONGEST) throw new Refused(`its plan has an expression of ${source.length} characters`);
	// A comment is shown to learners there; no quote stands in it, or it could be a text.
	const tokens = tokensOf(source.replace(/\s#[^"'\n]*$/, '').trim());
	const refuse = (): never => {
		throw new Refused(`its plan has "${source.slice(0, 60)}", which is not supported`);
	};
	let depth = 0;
	const parts = tokens.map((token, at) => {
		const next = tokens[at + 1];
		if (/^[([]$/.test(token)) depth++;
		if (/^[)\]]$/.test(token)) depth--;
		// Sets, dictionaries, slices and named arguments mean different things in different languages.
		if (/^[{}:]$/.test(token) || (token === '=' && (depth > 0 || at !== 1))) refuse();
		// A tuple; in a call the bracket stands behind a name.
		if (token === '(' && !/^[A-Za-z_)\]]/.test(tokens[at - 1] ?? '')) refuse();
		if (!/^[A-Za-z_]/.test(token)) return token;
		const constant = CONSTANTS[token];
		if (constant !== undefined) return constant;
		if (/^(?:lambda|for|in|if|else|and|or|not|is|import)$/.test(token)) refuse();
		const isClass = /^[A-Z]/.test(token) && next === '(' && tokens[at - 1] !== '.';
		return isClass ? `new ${token}` : camel(token);
	});
	const code = parts.map((part) => (part === ',' ? ', ' : part === '=' ? ' = ' : part)).join('');
	return tokens[1] === '=' ? `var ${code};` : code;
}
