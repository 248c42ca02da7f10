/** How a text that is not UTF-8 was saved, as editors call it. */
export type OtherEncoding = 'UTF-16' | 'Windows-1252';

export type DecodedText =
	/** `other`: null where it is UTF-8, as everything here is. */
	{ text: string; other: OtherEncoding | null } | { text: null };

const utf8 = new TextDecoder('utf-8', { fatal: true });
const UTF_16 = { little: 'utf-16le', big: 'utf-16be' } as const;

/** Which half of each pair of bytes comes first; null where it is no UTF-16. Without a mark, text of ours has a zero in each pair. */
function utf16Order(bytes: Uint8Array): keyof typeof UTF_16 | null {
	const [first, second] = bytes;
	if (first === 0xff && second === 0xfe) return 'little';
	if (first === 0xfe && second === 0xff) return 'big';
	if (bytes.length < 2 || bytes.length % 2 === 1) return null;
	const start = bytes.subarray(0, 64);
	const zeros = (from: number): boolean => start.every((byte, index) => index % 2 !== from || byte === 0);
	const letters = (from: number): boolean => start.every((byte, index) => index % 2 !== from || byte !== 0);
	if (zeros(1) && letters(0)) return 'little';
	return zeros(0) && letters(1) ? 'big' : null;
}

/** What no text has, in no encoding: a picture or an archive is full of it. */
const isControl = (byte: number): boolean => byte < 0x20 && ![0x09, 0x0a, 0x0c, 0x0d].includes(byte);

/** A file's bytes as text, without a mark at its beginning; null where they are no text in any encoding of ours. */
export function decodeText(bytes: Uint8Array): DecodedText {
	const order = utf16Order(bytes);
	if (order) {
		const text = new TextDecoder(UTF_16[order]).decode(bytes);
		return text.includes('\0') ? { text: null } : { text, other: 'UTF-16' };
	}
	try {
		const text = utf8.decode(bytes);
		return text.includes('\0') ? { text: null } : { text, other: null };
	} catch {
		if (bytes.some(isControl)) return { text: null };
		return { text: new TextDecoder('windows-1252').decode(bytes), other: 'Windows-1252' };
	}
}

/** A text without the mark that Windows writes at its beginning, and the mark: what is written again keeps it. */
export function splitMark(written: string): { mark: string; text: string } {
	const mark = written.startsWith('\uFEFF') ? '\uFEFF' : '';
	return { mark, text: written.slice(mark.length) };
}
