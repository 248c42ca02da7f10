/** A piece of a text: from `start` up to `end`, offsets in UTF-16. */
export interface Place {
	start: number;
	end: number;
}

/** `name: value;` in a rule; `end` is after its semicolon. */
export interface Declaration extends Place {
	value: Place;
}

export interface CssPlaces {
	/** Rules and rules with an `@`, from the selector to the bracket; what stands in another one comes first. */
	rules: readonly Place[];
	declarations: readonly Declaration[];
}

/** Comments as spaces and texts as underscores: their signs mean nothing, and every place stays. */
const plain = (css: string): string =>
	css.replace(/\/\*[^]*?(?:\*\/|$)|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'/g, (part) =>
		(part.startsWith('/') ? ' ' : '_').repeat(part.length)
	);

const DECLARATION = /^(\s*)([\w-]+\s*:\s*)(\S(?:[^]*\S)?)\s*$/;

/** Where the rules and declarations of a style sheet are. A rule that is never closed is none. */
export function readCss(css: string): CssPlaces {
	const text = plain(css);
	const rules: Place[] = [];
	const declarations: Declaration[] = [];
	const open: number[] = [];
	let from = 0;
	let brackets = 0;
	for (let at = 0; at < text.length; at++) {
		const sign = text[at]!;
		if (sign === '(') brackets += 1;
		if (sign === ')') brackets = Math.max(0, brackets - 1);
		if (brackets > 0 || !'{;}'.includes(sign)) continue;
		if (sign === '{') open.push(from);
		else {
			const [, space, name, value] = DECLARATION.exec(text.slice(from, at)) ?? [];
			if (open.length > 0 && space !== undefined && name !== undefined && value !== undefined) {
				const start = from + space.length;
				const begins = start + name.length;
				const end = sign === ';' ? at + 1 : begins + value.length;
				declarations.push({ start, end, value: { start: begins, end: begins + value.length } });
			}
			const begun = sign === '}' ? open.pop() : undefined;
			if (begun !== undefined)
				rules.push({ start: begun + /^\s*/.exec(text.slice(begun))![0].length, end: at + 1 });
		}
		from = at + 1;
	}
	return { rules, declarations };
}
