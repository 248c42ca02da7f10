import type { z } from 'zod';

type Issue = z.core.$ZodIssue;

const KINDS: Readonly<Record<string, string>> = {
	string: 'a text in quotes',
	number: 'a number',
	int: 'a whole number',
	boolean: 'true or false, without quotes',
	array: 'a list in [ ]',
	object: 'an object in { }',
	record: 'an object in { }',
	null: 'null'
};

/** What a value of a JSON file is. */
function kindOf(value: unknown): string {
	if (value === null) return 'null';
	if (Array.isArray(value)) return KINDS.array!;
	if (typeof value === 'number' && !Number.isInteger(value)) return `the number ${value}, with decimals`;
	return KINDS[typeof value] ?? 'something else';
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
	let place = value;
	for (const part of path) {
		if (typeof place !== 'object' || place === null) return undefined;
		place = (place as Record<PropertyKey, unknown>)[part];
	}
	return place;
}

const many = (count: number | bigint, word: string): string =>
	`${count} ${word}${Number(count) === 1 ? '' : 's'}`;

/** A limit of how long a text or a list is, or of how large a number. */
function limitWords(origin: string, limit: number | bigint, inclusive: boolean, least: boolean): string {
	if (origin === 'string') {
		if (least && Number(limit) === 1) return 'it is empty';
		return `it has ${least ? 'fewer' : 'more'} than ${many(limit, 'character')}`;
	}
	if (origin === 'array' || origin === 'set') {
		if (least && Number(limit) === 1) return 'the list is empty';
		return `the list has ${least ? 'fewer' : 'more'} than ${many(limit, 'entry').replace('entrys', 'entries')}`;
	}
	if (inclusive) return `the ${least ? 'least' : 'most'} is ${limit}`;
	return `it must be ${least ? 'more' : 'less'} than ${limit}`;
}

/** A message of one of our schemas; null for the library's own, which only programmers understand. */
const own = (message: string): string | null => (/^(?:Invalid|$)/.test(message) ? null : message);

const shown = (value: unknown): string => (typeof value === 'string' ? `"${value}"` : String(value));

/** What a schema found, in the words of who writes the file; without a full stop. @param root the value of the whole file */
export function issueWords(issue: Issue, root: unknown): string {
	const value = valueAt(root, issue.path);
	switch (issue.code) {
		case 'invalid_type':
			return `it must be ${KINDS[issue.expected] ?? issue.expected}, and is ${kindOf(value)}`;
		case 'too_small':
			return limitWords(issue.origin, issue.minimum, issue.inclusive !== false, true);
		case 'too_big':
			return limitWords(issue.origin, issue.maximum, issue.inclusive !== false, false);
		case 'invalid_value':
			return `it must be ${issue.values.map(shown).join(' or ')}`;
		case 'not_multiple_of':
			return `it must be a multiple of ${issue.divisor}`;
		case 'unrecognized_keys':
			return `there is no field ${issue.keys.map((key) => `"${key}"`).join(', ')}`;
		case 'invalid_format':
			if (issue.format === 'url') return 'it is no whole address, such as https://example.org';
			return own(issue.message) ?? 'it is not written as it must be';
		case 'invalid_key':
			return own(issue.issues[0]?.message ?? '') ?? 'the name of a field is not written as it must be';
		case 'invalid_element':
			return 'an entry is not as it must be';
		case 'invalid_union':
			return 'it is none of what it can be';
		case 'custom':
			return own(issue.message) ?? 'it is not as it must be';
	}
}
