import { applyEdits, modify } from 'jsonc-parser';
import { locateJson } from '../../lib/exercise/json-lines.ts';
import { splitMark } from '../../lib/exercise/text-encoding.ts';
import type { Problem } from '../../lib/contract/problem.ts';

/** A mistake that fails other tests than its wrong.json names. */
export interface WrongFails {
	mistake: string;
	/** The tests that it does fail, in the order of the suite. */
	fails: string[];
}

const texts = (value: unknown): string[] =>
	Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];

const mistakeOf = ({ detail, params: { mistake } }: Problem): string | null =>
	detail === 'wrong-fails-others' && typeof mistake === 'string' ? mistake : null;

/** The mistakes that fail other tests than they name. */
export const wrongMistakes = (problems: readonly Problem[]): Set<string> =>
	new Set(problems.map(mistakeOf).filter((mistake) => mistake !== null));

/** What a wrong.json names. */
export function failsOf(json: string): string[] {
	const located = locateJson(json);
	return texts(located.ok && (located.json.value as { fails?: unknown } | null)?.fails);
}

/** Whether a wrong.json has an empty list of tests: its coach does not know yet which, and no check goes on with it. */
export function hasNoFails(json: string): boolean {
	const located = locateJson(json);
	const fails = located.ok && (located.json.value as { fails?: unknown } | null)?.fails;
	return Array.isArray(fails) && fails.length === 0;
}

/**
 * What each mistake really fails, from what a check found.
 * @param named mistake → what its wrong.json names
 * @param tests names of the hidden tests, in the order of the suite
 */
export function wrongFails(
	problems: readonly Problem[],
	named: ReadonlyMap<string, readonly string[]>,
	tests: readonly string[]
): WrongFails[] {
	return problems.flatMap((found): WrongFails[] => {
		const mistake = mistakeOf(found);
		if (mistake === null) return [];
		const { params } = found;
		const [also, not] = [texts(params.also), texts(params.not)];
		const failed = new Set([...(named.get(mistake) ?? []), ...also].filter((test) => !not.includes(test)));
		const fails = tests.filter((test) => failed.has(test));
		return fails.length > 0 ? [{ mistake, fails }] : [];
	});
}

/** The text of a wrong.json with other names under "fails"; everything else stays as it is written. */
export function withFails(before: string, fails: readonly string[]): string {
	const { mark, text: json } = splitMark(before);
	if (!locateJson(json).ok) return before;
	const tabs = !/\n {2,}\S/.test(json);
	const eol = json.includes('\r\n') ? '\r\n' : '\n';
	const formattingOptions = { insertSpaces: !tabs, tabSize: 2, eol };
	return mark + applyEdits(json, modify(json, ['fails'], fails, { formattingOptions }));
}
