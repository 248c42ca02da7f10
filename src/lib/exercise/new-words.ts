/** How a brief's list of new words is called, in every language. */
const LIST = /^###\s+(?:Mots nouveaux|Nieuwe woorden|New words)[ \t]*\n((?:(?!#).*\n?)*)/m;
/** A word, and what is said of it. */
const ENTRY = /^- \*\*(.+?)\*\*/gm;

/** The words that a brief explains, as they are written there; none where it has no such list. */
export function newWords(brief: string): string[] {
	const [, list = ''] = LIST.exec(brief) ?? [];
	return [...list.matchAll(ENTRY)].map(([, word = '']) => word.replaceAll('`', '').trim());
}
