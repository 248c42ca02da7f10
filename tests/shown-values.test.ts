import { afterAll, expect, test } from 'vitest';
import type { Failure } from '../src/lib/contract/report.ts';
import { valuesToShow } from '../src/lib/ui/exercise/value-diff.ts';
import { checkHandIn, handInsOf, openOwnExercises } from './support/exercise-hand-ins.ts';
import { openNativeSession } from './support/native-session.ts';

/** What a page shows of every failure that the mistakes of our own exercises lead to. */
const { catalog, exercises } = await openOwnExercises();
const session = await openNativeSession();
afterAll(() => session.dispose());

/** A pattern, a matcher, or what is no value: nobody who begins can read it. */
const UNREADABLE = /^(?:\/.+\/[dgimsuvy]*|\[?Function.*|.*(?:Containing|Matching|CloseTo|Any<).*)$/s;

/** Why a reader learns nothing from two values; null where they do. */
function uselessPair({ expected, received, note }: Failure): string | null {
	if (expected === null || received === null) return null;
	const shown = valuesToShow({ expected, received }, note !== null);
	if (!shown) return null;
	if (shown.expected !== null && shown.expected.trim() === shown.received.trim()) return 'the same twice';
	if (shown.expected === null) return null;
	const nothing = shown.expected === 'null' && /^[[{]/.test(shown.received);
	return nothing || UNREADABLE.test(shown.expected) ? `expected ${shown.expected}` : null;
}

/** Up to thirty runs, on a machine that does other things too. */
const PATIENCE_MS = 120_000;

let failures = 0;
test.each(exercises)(
	'$id: no mistake shows the same value twice, or one that nobody can read',
	async (exercise) => {
		const mistakes = handInsOf(exercise).filter(({ name }) => name.startsWith('wrong/'));
		const useless: string[] = [];
		for (const { name, files } of mistakes) {
			const { tests } = await checkHandIn(catalog, exercise.id, files, session);
			for (const { name: title, failure } of tests) {
				if (!failure) continue;
				failures += 1;
				const why = uselessPair(failure);
				if (why) useless.push(`${name}, ${title}: ${why}`);
			}
		}
		expect(useless).toEqual([]);
	},
	PATIENCE_MS
);

test('and there are many failures to look at', () => {
	expect(failures).toBeGreaterThan(150);
});
