import type { Problem } from '../../contract/problem.ts';
import type { TestResult } from '../../contract/report.ts';
import { nearestName } from '../../exercise/nearest-name.ts';
import { lineIn, type Sources } from '../../exercise/sources.ts';
import type { Attempt } from '../proof.ts';
import { RUNS } from './plan.ts';

/** The learner's tests on the correct program. */
export const ownTests = ({ report }: Attempt): readonly TestResult[] =>
	report.runs.find(({ id }) => id === RUNS.tests)?.tests ?? [];

export const bad = (tests: readonly TestResult[]): TestResult | undefined =>
	tests.find(({ state }) => state !== 'pass');

export const failing = (tests: readonly TestResult[]): string[] =>
	tests.filter(({ state }) => state !== 'pass').map(({ name }) => name);

/** Names of hidden tests that there are not. */
export function unknownTests(
	{ id, wrong }: { id: string; wrong: readonly { name: string; fails: readonly string[] }[] },
	hidden: readonly string[],
	sources: Sources,
	problem: (
		detail: 'unknown-test',
		place: { file: string; line?: number },
		details: { test: string; meant: string | null }
	) => Problem
): Problem[] {
	return wrong.flatMap(({ name, fails }) => {
		const file = `${id}/wrong/${name}/wrong.json`;
		return fails.flatMap((test, index): Problem[] => {
			if (hidden.includes(test)) return [];
			const place = { file, ...lineIn(sources, file, ['fails', index]) };
			return [problem('unknown-test', place, { test, meant: nearestName(test, hidden) ?? null })];
		});
	});
}
