/** What JSON can hold. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** How the JSON around is written: what one level is indented by, and how many columns that takes. */
export interface JsonStyle {
	indent: string;
	indentColumns: number;
}

/** As the project's own files are formatted: tabs that count two columns. */
const PROJECT_STYLE: JsonStyle = { indent: '\t', indentColumns: 2 };

/** The width after which Prettier breaks a line in this project. */
const LINE_COLUMNS = 110;

const isList = (value: Json): value is readonly Json[] => Array.isArray(value);
const isObject = (value: Json): value is { readonly [key: string]: Json } =>
	typeof value === 'object' && value !== null && !isList(value);

function onOneLine(value: Json): string {
	if (isList(value)) return `[${value.map(onOneLine).join(', ')}]`;
	if (!isObject(value)) return JSON.stringify(value);
	const pairs = Object.entries(value).map(([key, one]) => `${JSON.stringify(key)}: ${onOneLine(one)}`);
	return pairs.length === 0 ? '{}' : `{ ${pairs.join(', ')} }`;
}

/** Prettier never puts a list of several objects on one line. */
function mustBreak(value: Json): boolean {
	if (isList(value)) {
		const several = value.length > 1 && value.every((one) => isObject(one) && Object.keys(one).length > 1);
		return several || value.some(mustBreak);
	}
	return isObject(value) && Object.values(value).some(mustBreak);
}

/**
 * A value as Prettier writes it in a file: on one line where it fits, else an entry a line. `level`: how deep the line
 * is on which it begins; `before`: columns that are taken on this line, besides the indentation; one is kept for a
 * comma.
 */
export function jsonText(value: Json, style: JsonStyle, level: number, before = 0): string {
	const line = onOneLine(value);
	const width = level * style.indentColumns + before + line.length + 1;
	const fits = width <= LINE_COLUMNS && !mustBreak(value);
	if (fits || !(isList(value) || isObject(value))) return line;
	const margin = style.indent.repeat(level);
	const [open, close] = isList(value) ? ['[', ']'] : ['{', '}'];
	const entries = isList(value)
		? value.map((one) => jsonText(one, style, level + 1))
		: Object.entries(value).map(([key, one]) => {
				const name = `${JSON.stringify(key)}: `;
				return name + jsonText(one, style, level + 1, name.length);
			});
	return `${open}\n${entries.map((entry) => `${margin}${style.indent}${entry}`).join(',\n')}\n${margin}${close}`;
}

/** A whole file: its outermost object has a line for each field. */
export function jsonFile(value: { readonly [key: string]: Json }, style: JsonStyle = PROJECT_STYLE): string {
	const fields = Object.entries(value).map(([key, one]) => {
		const name = `${JSON.stringify(key)}: `;
		return `${style.indent}${name}${jsonText(one, style, 1, name.length)}`;
	});
	return `{\n${fields.join(',\n')}\n}\n`;
}
