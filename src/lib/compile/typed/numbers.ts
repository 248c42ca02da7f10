import { replacing, type ErrorRule } from './mistake.ts';

const DIGITS = /^\d+$/;
/** 1.234, as thousands are written before a decimal comma. */
const GROUPED = /^\d{1,3}\.\d{3}$/;

/** `const price = 2,5` */
export const decimalComma: ErrorRule = ({ tokens, index }) => {
	const [whole, comma, part] = [tokens[index - 2], tokens[index - 1], tokens[index]];
	if (!whole || comma?.text !== ',' || part?.kind !== 'number' || whole.kind !== 'number') return null;
	const units = GROUPED.test(whole.text) ? whole.text.replace('.', '') : whole.text;
	if (!DIGITS.test(units) || !DIGITS.test(part.text) || part.first) return null;
	const range = { start: whole.start, end: part.end };
	return replacing('decimal-comma', range, `${whole.text},${part.text}`, `${units}.${part.text}`);
};

/** `10 000` */
export const spaceInNumber: ErrorRule = ({ source, tokens, index }) => {
	let last = index;
	if (tokens[index - 1]?.kind !== 'number' || !/^\d{1,3}$/.test(tokens[index - 1]?.text ?? '')) return null;
	const isGroup = (at: number) => {
		const token = tokens[at];
		return token?.kind === 'number' && !token.first && /^\d{3}(?:\.\d*)?$/.test(token.text);
	};
	if (!isGroup(index)) return null;
	while (isGroup(last + 1)) last += 1;
	const start = tokens[index - 1]?.start ?? 0;
	const end = tokens[last]?.end ?? start;
	const found = source.slice(start, end);
	return replacing('space-in-number', { start, end }, found, found.replace(/\s+/g, ''));
};
