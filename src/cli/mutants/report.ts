import { z } from 'zod';
import { shorten } from '../../lib/coach-words/run-words.ts';
import { BUG_STATES, CATCHES, type KillMap } from '../../lib/contract/kill-map.ts';
import type { ShownBug } from '../../lib/contract/shown-bug.ts';
import type { BugsOfExercise } from '../../lib/kinds/kind.ts';
import { percent } from '../percent.ts';

/** What `mutants --json` prints: one object, version 1. */
export const mutantsOutput = z.strictObject({
	version: z.literal(1),
	exercise: z.string(),
	/** Whose tests: "solution", "wrong/…", or the folder that was named. */
	tests: z.string(),
	/** Share of the bugs that were noticed, 0 to 1. */
	score: z.number(),
	/** Full names of tests that do not always give the same result on the correct program. */
	unstable: z.array(z.string()),
	bugs: z.array(
		z.strictObject({
			id: z.string(),
			state: z.enum(BUG_STATES),
			how: z.enum(CATCHES).nullable(),
			/** What is said of a named bug, in English; null of an automatic one. */
			told: z.string().nullable(),
			file: z.string(),
			line: z.number().int(),
			was: z.string(),
			becomes: z.string(),
			/** Full names of the tests that noticed it. */
			killedBy: z.array(z.string())
		})
	),
	/** Automatic bugs that do not count. */
	excluded: z.array(z.strictObject({ bug: z.string(), because: z.string() }))
});
export type MutantsOutput = z.infer<typeof mutantsOutput>;

/** What became of each bug, as plain data, in the order of the program. */
export function toOutput(
	exercise: string,
	tests: string,
	{ bugs, excluded }: BugsOfExercise,
	kills: KillMap
): MutantsOutput {
	const shown = new Map(bugs.map((bug) => [bug.id, bug]));
	const nameOf = (index: number): string => kills.tests[index] ?? '';
	const caught = kills.bugs.filter(({ state }) => state === 'caught').length;
	return {
		version: 1,
		exercise,
		tests,
		score: kills.bugs.length === 0 ? 0 : caught / kills.bugs.length,
		unstable: kills.unstable.map(nameOf),
		bugs: kills.bugs.flatMap(({ id, state, how, by }) => {
			const bug: ShownBug | undefined = shown.get(id);
			if (!bug) return [];
			const { told, file, line, was, becomes } = bug;
			return { id, state, how, told: told?.en ?? null, file, line, was, becomes, killedBy: by.map(nameOf) };
		}),
		excluded: excluded.map(({ bug, because }) => ({ bug, because }))
	};
}

const MARKS = {
	caught: '✓ caught',
	escaped: '✗ escaped',
	unreached: '✗ never reached'
};
const HOW = { failed: 'by', load: 'it stops the program while it is loaded', endless: 'without an end, by' };

const diff = (sign: '-' | '+', text: string): string[] =>
	text === ''
		? []
		: shorten(text)
				.split('\n')
				.map((line) => `      ${sign} ${line}`);

function bugLines({
	id,
	state,
	how,
	told,
	file,
	line,
	was,
	becomes,
	killedBy
}: MutantsOutput['bugs'][number]) {
	const names = killedBy.map((name) => `"${name}"`).join(', ');
	return [
		`${MARKS[state]}  ${id}`,
		...(told === null ? [] : [`    ${told}`]),
		`    program/${file}:${line}`,
		...diff('-', was),
		...diff('+', becomes),
		...(how === null ? [] : [`    ${HOW[how]}${names === '' ? '' : ` ${names}`}`])
	];
}

/** For people: those that escaped first. */
export function describeMutants({ exercise, tests, score, unstable, bugs, excluded }: MutantsOutput): string {
	const order = (state: string): number => (state === 'caught' ? 1 : 0);
	const caught = bugs.filter(({ state }) => state === 'caught').length;
	return [
		...bugs.toSorted((a, b) => order(a.state) - order(b.state)).flatMap((bug) => [...bugLines(bug), '']),
		...excluded.map(({ bug, because }) => `– excluded  ${bug}: ${because}`),
		...unstable.map((name) => `"${name}" does not always give the same result: it catches nothing.`),
		`${exercise}, tests of ${tests}: ${caught} of ${bugs.length} bugs, mutation score ${percent(score)}.`
	].join('\n');
}
