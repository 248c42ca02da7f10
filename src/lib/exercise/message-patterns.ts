interface Pattern {
	/** Fixed text around the placeholders: one more than there are names. */
	literals: readonly string[];
	names: readonly string[];
	value: string;
}

const PLACEHOLDER = /\{(\w+)\}/;

function parsePattern(key: string, value: string): Pattern {
	const parts = key.split(PLACEHOLDER);
	return {
		literals: parts.filter((_, index) => index % 2 === 0),
		names: parts.filter((_, index) => index % 2 === 1),
		value
	};
}

/**
 * Leftmost search instead of a regular expression: notes can hold a learner's values, and a pattern
 * with many placeholders would backtrack for seconds on a long one.
 */
function match(pattern: Pattern, text: string): Map<string, string> | null {
	const { literals, names } = pattern;
	const first = literals[0] ?? '';
	const last = literals.at(-1) ?? '';
	if (!text.startsWith(first) || !text.endsWith(last)) return null;
	const end = text.length - last.length;
	const captured = new Map<string, string>();
	let position = first.length;
	for (const [index, name] of names.entries()) {
		const isLast = index === names.length - 1;
		const stop = isLast ? end : text.indexOf(literals[index + 1] ?? '', position + 1);
		if (stop <= position || stop > end) return null;
		if (!captured.has(name)) captured.set(name, text.slice(position, stop));
		position = stop + (isLast ? 0 : (literals[index + 1] ?? '').length);
	}
	return captured;
}

const isPattern = (key: string): boolean => PLACEHOLDER.test(key);

/** Whether a key of `messages.{fr,nl}.json` speaks of this English text: the same text, or a pattern that fits. */
export const keyMatches = (key: string, english: string): boolean =>
	key === english || (isPattern(key) && match(parsePattern(key, ''), english) !== null);

/**
 * Compiles one section of a messages file. The returned function gives the translation, or null where
 * there is none. An exact key wins; among patterns the one with the most fixed text wins.
 */
export function compileMessages(
	section: Readonly<Record<string, string>>
): (english: string) => string | null {
	const exact = new Map(Object.entries(section));
	const fixedLength = (pattern: Pattern): number => pattern.literals.join('').length;
	const patterns = [...exact]
		.filter(([key]) => isPattern(key))
		.map(([key, value]) => parsePattern(key, value))
		.sort((a, b) => fixedLength(b) - fixedLength(a));
	return (english) => {
		const known = exact.get(english);
		if (known !== undefined) return known;
		for (const pattern of patterns) {
			const captured = match(pattern, english);
			if (captured) {
				return pattern.value.replace(/\{(\w+)\}/g, (whole, name: string) => captured.get(name) ?? whole);
			}
		}
		return null;
	};
}
