const blank = (text: string): string => text.replace(/[^\n]/g, ' ');

/** A text with its code blanked out, line for line and sign for sign: what stands in code is neither a link nor HTML. */
export function withoutCode(markdown: string): string {
	return markdown
		.replace(/^ {0,3}(```+|~~~+)[\s\S]*?(?:^ {0,3}\1[^\n]*$|$(?![\s\S]))/gm, blank)
		.replace(/(`+)(?!`)[\s\S]*?[^`]\1(?!`)/g, blank);
}
