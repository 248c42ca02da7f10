/** A cell stands on one line, and `|` would end it. */
const cellText = (markdown: string): string => markdown.replace(/\s+/g, ' ').replaceAll('|', '\\|').trim();

/** The rows of an HTML table → a Markdown table; the first row is its head. Empty where there is no row. */
export function tableOf(html: string, convert: (cell: string) => string): string {
	const rows = html
		.split(/<tr(?:\s[^<>]*)?>/i)
		.slice(1)
		.map((row) =>
			row
				.split(/<t[dh](?:\s[^<>]*)?>/i)
				.slice(1)
				.map((cell) => cellText(convert(cell.replace(/<\/(?:t[dhr]|tbody|thead|tfoot)\s*>[\s\S]*$/i, ''))))
		)
		.filter((row) => row.length > 0);
	const width = Math.max(0, ...rows.map((row) => row.length));
	if (width === 0) return '';
	const line = (cells: readonly string[]): string =>
		`| ${Array.from({ length: width }, (_, at) => cells[at] ?? '').join(' | ')} |`;
	const [head = [], ...body] = rows;
	const dashes = Array.from({ length: width }, () => '---');
	return `\n\n${[line(head), line(dashes), ...body.map(line)].join('\n')}\n\n`;
}
