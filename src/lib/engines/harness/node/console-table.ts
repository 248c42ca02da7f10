import { inspect } from 'node:util';

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;
const cell = (value: unknown): string =>
	inspect(value, { maxArrayLength: 3, breakLength: Infinity, depth: isObject(value) ? -1 : 0 });

/** `console.table` as Node 22 draws it; null for what is no table. */
export function renderTable(data: unknown, columns?: unknown): string | null {
	if (!isObject(data)) return null;
	const rows = Object.entries(data);
	const names: string[] = [];
	let values = false;
	for (const [, row] of rows) {
		if (!isObject(row)) values = true;
		else for (const key of Object.keys(row)) if (!names.includes(key)) names.push(key);
	}
	const shown = Array.isArray(columns) ? columns.map(String) : names;
	const head = ['(index)', ...shown, ...(values ? ['Values'] : [])];
	const body = rows.map(([index, row]) => [
		index,
		...shown.map((name) => (isObject(row) && Object.hasOwn(row, name) ? cell(Reflect.get(row, name)) : '')),
		...(values ? [isObject(row) ? '' : cell(row)] : [])
	]);
	const widths = head.map((name, at) => Math.max(name.length, ...body.map((row) => row[at]!.length)) + 2);
	const line = (left: string, middle: string, right: string) =>
		left + widths.map((width) => '─'.repeat(width)).join(middle) + right;
	const draw = (row: string[]) => `│${row.map((text, at) => ` ${text.padEnd(widths[at]! - 1)}`).join('│')}│`;
	return [line('┌', '┬', '┐'), draw(head), line('├', '┼', '┤'), ...body.map(draw), line('└', '┴', '┘')].join(
		'\n'
	);
}
