export type JsonPath = readonly PropertyKey[];

/** A JSON text that was read, and where in it things stand. */
export interface LocatedJson {
	value: unknown;
	/** The 1-based line of the key (or list item) at this path, or of the nearest thing around it that is there. */
	line(path: JsonPath): number;
	/** Keys that stand twice in one object: JSON silently keeps the last. */
	duplicates: readonly { key: string; line: number }[];
}

export type JsonResult = { ok: true; json: LocatedJson } | { ok: false; message: string; line: number };

class JsonError extends Error {
	constructor(
		message: string,
		readonly line: number
	) {
		super(message);
	}
}

/** No file of ours nests deeper than 6; a hostile one must not exhaust the stack. */
const MAX_DEPTH = 50;
const ATOM = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;

const keyOf = (path: JsonPath): string => JSON.stringify(path.map(String));

/** Walks a JSON text; the standard parser names no line, and its messages differ between versions. */
class Scanner {
	readonly lines = new Map<string, number>();
	readonly duplicates: { key: string; line: number }[] = [];
	#at = 0;
	#line = 1;

	constructor(readonly text: string) {}

	document(): void {
		this.#value([]);
		this.#skip();
		if (this.#at < this.text.length) this.#fail('There is more text after the end of the JSON');
	}

	#fail(message: string): never {
		throw new JsonError(message, this.#line);
	}

	#skip(): void {
		for (; ; this.#at++) {
			const char = this.text[this.#at];
			if (char === '\n') this.#line++;
			else if (char !== ' ' && char !== '\t' && char !== '\r') break;
		}
		if (this.text.startsWith('//', this.#at) || this.text.startsWith('/*', this.#at)) {
			this.#fail('JSON has no comments');
		}
	}

	#take(char: string): boolean {
		this.#skip();
		if (this.text[this.#at] !== char) return false;
		this.#at++;
		return true;
	}

	#string(): string {
		const start = this.#at++;
		for (let char = this.text[this.#at]; char !== '"'; char = this.text[this.#at]) {
			if (char === undefined || char === '\n') this.#fail('A text is not closed: its second " is missing');
			this.#at += char === '\\' ? 2 : 1;
		}
		this.#at++;
		try {
			return JSON.parse(this.text.slice(start, this.#at)) as string;
		} catch {
			return this.#fail('A text holds a tab, or a \\ that JSON does not know');
		}
	}

	#value(path: JsonPath): void {
		if (path.length > MAX_DEPTH) this.#fail('The brackets are nested too deeply');
		this.#skip();
		if (!this.lines.has(keyOf(path))) this.lines.set(keyOf(path), this.#line);
		const char = this.text[this.#at];
		if (char === '{') return this.#object(path);
		if (char === '[') return this.#array(path);
		if (char === '"') return void this.#string();
		ATOM.lastIndex = this.#at;
		const atom = ATOM.exec(this.text);
		if (!atom)
			this.#fail(char === undefined ? 'The file ends too early' : 'A value is missing or not in quotes');
		this.#at += atom[0].length;
	}

	#object(path: JsonPath): void {
		this.#at++;
		if (this.#take('}')) return;
		const seen = new Set<string>();
		do {
			this.#skip();
			if (this.text[this.#at] !== '"') {
				this.#fail('A name in double quotes is missing, or there is a comma before a closing bracket');
			}
			const line = this.#line;
			const key = this.#string();
			if (seen.has(key)) this.duplicates.push({ key, line });
			seen.add(key);
			this.lines.set(keyOf([...path, key]), line);
			if (!this.#take(':')) this.#fail(`A colon is missing after "${key}"`);
			this.#value([...path, key]);
		} while (this.#take(','));
		if (!this.#take('}')) this.#fail('A comma or } is missing, here or on the line before');
	}

	#array(path: JsonPath): void {
		this.#at++;
		if (this.#take(']')) return;
		let index = 0;
		do {
			this.#skip();
			if (this.text[this.#at] === ']') this.#fail('There is a comma before the closing ]');
			this.#value([...path, index++]);
		} while (this.#take(','));
		if (!this.#take(']')) this.#fail('A comma or ] is missing, here or on the line before');
	}
}

/** Reads a JSON text and remembers on which line each key stands; or says what is broken, and on which line. */
export function locateJson(text: string): JsonResult {
	const scanner = new Scanner(text);
	try {
		scanner.document();
	} catch (error) {
		if (error instanceof JsonError) return { ok: false, message: error.message, line: error.line };
		throw error;
	}
	const line = (path: JsonPath): number => {
		for (let length = path.length; length >= 0; length--) {
			const found = scanner.lines.get(keyOf(path.slice(0, length)));
			if (found !== undefined) return found;
		}
		return 1;
	};
	return { ok: true, json: { value: JSON.parse(text), line, duplicates: scanner.duplicates } };
}
