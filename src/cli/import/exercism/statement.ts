import { convertStatement } from '../statement/statement.ts';
import type { SourceFolder } from '../read/source-folder.ts';

const PARTS = ['introduction.md', 'instructions.md', 'instructions.append.md'];
const DEFINITION = /^ {0,3}\[[^\]\n]+\]:[ \t]*\S.*$/gm;

/** The first line of each part only says which part it is. */
const withoutTitle = (text: string): string =>
	text.replace(/^\s*#[ \t]+(?:Introduction|Instructions?(?:[ .]append)?|Hints)[ \t]*$/im, '');

export interface Texts {
	brief: string;
	hints: string[];
	remarks: string[];
}

/** What learners read of an Exercism exercise. `base`: the address that relative links are meant against. */
export async function readTexts(folder: SourceFolder, docs: string, base: string): Promise<Texts> {
	const remarks = new Set<string>();
	const convert = (text: string): string => {
		const { markdown, remarks: found } = convertStatement(text, { base });
		for (const remark of found) remarks.add(remark);
		return markdown.trim();
	};
	const parts: string[] = [];
	for (const name of PARTS) {
		const text = await folder.read(`${docs}/${name}`);
		if (text !== null) parts.push(convert(withoutTitle(text)));
	}
	const hints = await folder.read(`${docs}/hints.md`);
	return {
		brief: parts.filter((part) => part !== '').join('\n\n'),
		hints:
			hints === null
				? []
				: splitHints(hints)
						.map(convert)
						.filter((hint) => hint !== ''),
		remarks: [...remarks]
	};
}

/** A hint for each task; addresses of links stand at the end of the file and belong to all of them. */
function splitHints(text: string): string[] {
	const definitions = (text.match(DEFINITION) ?? []).join('\n');
	const sections = withoutTitle(text)
		.replace(DEFINITION, '')
		.split(/^(?=##[ \t])/m)
		.map((section) => section.trim())
		.filter((section) => /\n/.test(section) || (section !== '' && !section.startsWith('#')));
	return sections.map((section) => (definitions === '' ? section : `${section}\n\n${definitions}`));
}
