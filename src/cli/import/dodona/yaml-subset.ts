/** What this reader does not understand; the message says what and where. */
export class YamlNotRead extends Error {}

interface Line {
	indent: number;
	text: string;
	number: number;
}

/** A key, perhaps with spaces after it, and what follows; two parts of it never match the same run of spaces. */
const KEY =
	/^("(?:[^"\\]|\\.)*"\s*|'(?:[^']|'')*'\s*|[^\s#"'[\]{},&*!|>%@`-][^#:]*|-[^\s:][^#:]*):(?:\s(.*))?$/s;
const MAX_DEPTH = 50;

/** Without a comment; `#` begins one only after a space, and outside quotes. */
function withoutComment(text: string): string {
	const found = /^(?:[^"'#]|(?<=\S)#|"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|(?<=\w)['"])*/.exec(text)?.[0] ?? text;
	return found.length < text.length && text[found.length] === '#' ? found.trimEnd() : text.trimEnd();
}

function plain(text: string): unknown {
	if (/^(?:~|null|Null|NULL)?$/.test(text)) return null;
	if (/^(?:true|True|TRUE)$/.test(text)) return true;
	if (/^(?:false|False|FALSE)$/.test(text)) return false;
	if (/^[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[-+]?\d+)?$/i.test(text)) return Number(text);
	return text;
}

function quoted(text: string, where: number): string {
	if (text.startsWith("'")) return text.slice(1, -1).replaceAll("''", "'");
	try {
		return JSON.parse(text) as string;
	} catch {
		throw new YamlNotRead(`line ${where} has a quoted text that cannot be read`);
	}
}

/** Values on one line: scalars, `[a, b]`, `{ a: b }`. */
function readFlow(text: string, where: number): unknown {
	let at = 0;
	const skip = (): void => {
		while (/\s/.test(text[at] ?? '')) at++;
	};
	function value(depth: number, inside: boolean): unknown {
		skip();
		if (depth > MAX_DEPTH) throw new YamlNotRead(`line ${where} is nested too deeply`);
		const open = text[at];
		if (open === '[' || open === '{') return collection(depth, open);
		const rest = text.slice(at);
		const string = /^(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')/.exec(rest)?.[0];
		if (string) {
			at += string.length;
			return quoted(string, where);
		}
		if (/^[&*!|>%@`]/.test(rest)) {
			throw new YamlNotRead(`line ${where} uses "${rest.slice(0, 20)}"`);
		}
		const scalar = (inside ? /^(?:[^,[\]{}:]|:(?=\S))*/ : /^.*/).exec(rest)?.[0] ?? '';
		at += scalar.length;
		return plain(scalar.trim());
	}
	function collection(depth: number, open: '[' | '{'): unknown {
		const close = open === '[' ? ']' : '}';
		const list: unknown[] = [];
		const pairs: [string, unknown][] = [];
		at++;
		for (skip(); text[at] !== close; skip()) {
			if (at >= text.length) throw new YamlNotRead(`line ${where} opens "${open}" and does not close it`);
			const item = value(depth + 1, true);
			skip();
			if (open === '{') {
				if (text[at] !== ':') throw new YamlNotRead(`line ${where} cannot be read`);
				at++;
				pairs.push([String(item), value(depth + 1, true)]);
				skip();
			} else list.push(item);
			if (text[at] === ',') at++;
			else if (text[at] !== close) throw new YamlNotRead(`line ${where} cannot be read`);
		}
		at++;
		return open === '[' ? list : Object.fromEntries(pairs);
	}
	const result = value(0, false);
	skip();
	if (at < text.length) throw new YamlNotRead(`line ${where} cannot be read`);
	return result;
}

/**
 * Reads the part of YAML that test plans are written in: lists, maps, scalars, `[…]` and `{…}` on one line, `|` and `>`.
 * Throws `YamlNotRead` for the rest: anchors, tags, several documents.
 */
export function readYaml(text: string): unknown {
	const raw = text.replace(/^\uFEFF/, '').split('\n');
	const lines: Line[] = [];
	for (const [index, source] of raw.entries()) {
		const line = withoutComment(source);
		if (line.trim() === '' || (index === 0 && line === '---')) continue;
		if (/^\s*\t/.test(line)) throw new YamlNotRead(`line ${index + 1} is indented with a tab`);
		lines.push({ indent: line.length - line.trimStart().length, text: line.trim(), number: index + 1 });
	}
	let at = 0;

	function blockText(style: string, parent: number, number: number): string {
		const body: string[] = [];
		let next = number;
		for (; next < raw.length; next++) {
			const line = raw[next] ?? '';
			if (line.trim() !== '' && line.length - line.trimStart().length <= parent) break;
			body.push(line);
		}
		while (at < lines.length && lines[at]!.number <= next) at++;
		const indent = Math.min(...body.filter((line) => line.trim()).map((line) => line.search(/\S/)));
		const cut = body.map((line) => line.slice(indent));
		const kept = style.includes('+') ? cut.join('\n') : cut.join('\n').replace(/\n+$/, '');
		const joined = style.startsWith('>') ? kept.replace(/([^\n])\n(?=[^\n])/g, '$1 ') : kept;
		return style.includes('-') || joined === '' ? joined : `${joined}\n`;
	}

	/** What stands after `key:` or `-`: on the line, or below it. */
	function after(rest: string, line: Line, depth: number, inKey: boolean): unknown {
		if (/^[|>][-+]?$/.test(rest)) return blockText(rest, line.indent, line.number);
		if (rest !== '') return readFlow(rest, line.number);
		const next = lines[at];
		const deeper =
			next &&
			(next.indent > line.indent || (inKey && next.indent === line.indent && /^-(?:\s|$)/.test(next.text)));
		return deeper ? block(next.indent, depth + 1) : null;
	}

	function block(indent: number, depth: number): unknown {
		const first = lines[at]!;
		if (depth > MAX_DEPTH) throw new YamlNotRead(`line ${first.number} is nested too deeply`);
		if (/^-(?:\s|$)/.test(first.text)) {
			const list: unknown[] = [];
			for (let line = lines[at]; line?.indent === indent && /^-(?:\s|$)/.test(line.text); line = lines[at]) {
				const rest = line.text.slice(1).trim();
				if (KEY.test(rest) || /^-\s/.test(rest)) {
					// The item is a map or a list that begins on this line.
					const inner = indent + line.text.length - rest.length;
					lines[at] = { indent: inner, text: rest, number: line.number };
					list.push(block(inner, depth + 1));
				} else {
					at++;
					list.push(after(rest, line, depth, false));
				}
			}
			return list;
		}
		if (!KEY.test(first.text)) {
			at++;
			return readFlow(first.text, first.number);
		}
		const pairs = new Map<string, unknown>();
		for (let line = lines[at]; line?.indent === indent; line = lines[at]) {
			const [, key, rest = ''] = KEY.exec(line.text) ?? [];
			if (key === undefined) throw new YamlNotRead(`line ${line.number} cannot be read`);
			at++;
			const name = /^["']/.test(key) ? quoted(key.trimEnd(), line.number) : key.trimEnd();
			pairs.set(name, after(rest.trim(), line, depth, true));
		}
		return Object.fromEntries(pairs);
	}

	if (lines.length === 0) return null;
	const result = block(lines[0]!.indent, 0);
	if (at < lines.length) throw new YamlNotRead(`line ${lines[at]!.number} cannot be read`);
	return result;
}
