/** `[name]: address` lines: name in lower case → address. */
export type Definitions = Map<string, string>;

export interface LinkOptions {
	base?: string | undefined;
	definitions: Definitions;
	remarks: Set<string>;
}

const DEFINITION =
	/^ {0,3}\[([^\]\n]{1,200})\]:[ \t]*(?:\n[ \t]+)?<?([^\s<>]{1,2000})>?(?:[ \t]+(?:"[^"\n]*"|'[^'\n]*'|\([^)\n]*\)))?[ \t]*$/gm;
const TARGET = String.raw`\(\s*<?((?:[^()\s<>]|\([^()\s]*\))*)>?(?:\s+(?:"[^"\n]*"|'[^'\n]*'))?\s*\)`;
/** `![text](address)`, `![text][name]`; then the same without the `!`; `[name]` alone last. */
const IMAGE = new RegExp(String.raw`!\[([^\[\]\n]*)\](?:${TARGET}|\[([^\[\]\n]*)\])`, 'g');
const LINK = new RegExp(String.raw`(?<!\\)\[([^\[\]]{0,1000})\](?:${TARGET}|\[([^\[\]\n]*)\])?`, 'g');
const AUTOLINK = /<(https?:\/\/[^\s<>]{1,2000}|[\w.+-]{1,64}@[\w.-]{1,255})>/g;

/** Takes the definitions of links out of a text that is not code. */
export function collectDefinitions(text: string, definitions: Definitions): string {
	let fence: string | null = null;
	const notes: string[] = [];
	const lines = text.split('\n').map((line) => {
		const mark = /^[ \t]*(`{3,}|~{3,})/.exec(line)?.[1];
		// An admonition is a fence, but its text is Markdown.
		const note = /^~{3,}exercism\//.test(line.trim());
		if (note && fence === null && mark) notes.push(mark);
		else if (mark && fence === null && line.trim() === notes.at(-1)) notes.pop();
		else if (mark && fence === null) fence = mark;
		else if (mark && fence !== null && mark.startsWith(fence)) fence = null;
		if (fence !== null) return line;
		return line.replace(DEFINITION, (whole, name: string, address: string) => {
			if (name.startsWith('^')) return whole;
			definitions.set(name.toLowerCase(), address);
			return '';
		});
	});
	return lines.join('\n');
}

/** Where a link may lead; null where it loses its target. */
function resolve(address: string, { base, remarks }: LinkOptions): string | null {
	const target = address.replaceAll('&amp;', '&');
	const relative = !/^[a-z][a-z0-9+.-]*:/i.test(target) && !target.startsWith('//');
	const url =
		target !== '' && !target.startsWith('#') && (!relative || base) && URL.canParse(target, base)
			? new URL(target, base)
			: null;
	if (url?.protocol === 'http:') {
		remarks.add('Links to http addresses were changed to https; see that they work.');
		url.protocol = 'https:';
	}
	if (url?.protocol === 'https:') {
		// A closing bracket would end the link.
		return url.href.replaceAll('(', '%28').replaceAll(')', '%29');
	}
	remarks.add('Links that only work in the original collection were removed; their text stayed.');
	return null;
}

/** Pictures become their description; links lead to https addresses or become text. */
export function convertLinks(text: string, options: LinkOptions): string {
	const { definitions, remarks } = options;
	const withoutPictures = text.replace(IMAGE, (_, alt: string) => {
		remarks.add('Pictures were removed; their descriptions stayed.');
		return alt;
	});
	const explicit = withoutPictures.replace(AUTOLINK, (_, address: string) =>
		address.includes('://') ? `[${address}](${address})` : address
	);
	return explicit.replace(
		LINK,
		(whole, label: string, address: string | undefined, name: string | undefined) => {
			const target = address ?? definitions.get((name || label).toLowerCase());
			// Brackets that are no link, such as `- [ ]` or `array[0]`.
			if (target === undefined) return name === undefined ? whole : `${label}`;
			const resolved = resolve(target, options);
			return resolved === null ? label : `[${label.trim() || resolved}](${resolved})`;
		}
	);
}
