import { STATED_SETTING, type RunSetting } from '../../contract/run-setting.ts';
import type { FileMap } from '../../contract/exercise.ts';
import type { Problem } from '../../contract/problem.ts';
import type { TestResult } from '../../contract/report.ts';
import type { ExerciseArtifacts } from '../artifacts.ts';
import { failureReason } from '../failure-reason.ts';
import type { Attempt, ProofTrial } from '../proof.ts';
import type { CodeExercise } from './exercise.ts';
import { solutionFiles } from '../submitted-files.ts';
import { codeTestPlace } from './names.ts';
import { codeProblem } from './problems.ts';
import { runEnd } from '../run-end.ts';

type Trial = Pick<ProofTrial<CodeExercise, FileMap, ExerciseArtifacts>, 'exercise' | 'run'>;
type Part = keyof RunSetting;

/**
 * Settings in which a solution must pass as well; each changes as much as it can, so that three runs are enough. A leap
 * day; an evening of the old year, which is the new one elsewhere; a Sunday, a second before the clocks of Brussels change.
 * The seeds begin with three small numbers, three large ones, and three around a half.
 */
const OTHER_SETTINGS: readonly RunSetting[] = [
	{
		beginsAt: Date.UTC(2028, 1, 29, 11),
		timeZone: 'UTC',
		language: 'fr-BE',
		seed: 23079,
		order: 'reversed'
	},
	{
		beginsAt: Date.UTC(2026, 11, 31, 22, 30),
		timeZone: 'Pacific/Auckland',
		language: 'nl-BE',
		seed: 749,
		order: 'shuffled'
	},
	{
		beginsAt: Date.UTC(2027, 2, 28, 0, 59, 59),
		timeZone: 'Europe/Brussels',
		language: 'en-US',
		seed: 190,
		order: 'reversed'
	}
];

const failedIn = (done: Attempt): readonly TestResult[] => done.tests.filter(({ state }) => state !== 'pass');

/** A run that took too long says nothing of its tests: a busy machine is no mistake. */
const isTold = ({ passed, report }: Attempt): boolean =>
	!passed && report.status !== 'timeout' && report.status !== 'engine-failed';

/** What of a setting makes these tests fail, each by itself; none of it where only all of it together does. */
async function causesOf(
	setting: RunSetting,
	failed: readonly string[],
	{ exercise, run }: Trial
): Promise<ReadonlyMap<string, Part[]>> {
	const parts = (Object.keys(setting) as Part[]).filter((part) => setting[part] !== STATED_SETTING[part]);
	const causes = new Map<string, Part[]>(failed.map((test) => [test, []]));
	await Promise.all(
		parts.map(async (part) => {
			const one = { ...STATED_SETTING, [part]: setting[part] };
			const done = await run(solutionFiles(exercise), { setting: one });
			for (const { name } of failedIn(done)) causes.get(name)?.push(part);
		})
	);
	return causes;
}

/**
 * One problem for each hidden test that the solution passes, and fails on another day, in another zone or language, with
 * other numbers of `Math.random`, or in another order.
 */
export async function unstableTests({ exercise, run }: Trial): Promise<Problem[]> {
	const remark = exercise.manifest.origin ? { remark: true as const } : {};
	const tried = await Promise.all(
		OTHER_SETTINGS.map(async (setting) => ({
			setting,
			done: await run(solutionFiles(exercise), { setting })
		}))
	);
	const problems = new Map<string, Problem>();
	for (const { setting, done } of tried) {
		if (!isTold(done)) continue;
		const failed = failedIn(done).filter(({ name }) => !problems.has(name));
		if (done.tests.length === 0 && !problems.has('')) {
			const place = { ...remark, file: `${exercise.id}/solution/` };
			problems.set(
				'',
				codeProblem('unstable-test/end', place, { setting: { ...setting }, end: runEnd(done) })
			);
		}
		if (failed.length === 0) continue;
		const names = failed.map(({ name }) => name);
		const causes = await causesOf(setting, names, { exercise, run });
		for (const test of failed) {
			const place = { ...remark, ...codeTestPlace(exercise, 'hidden', test.name) };
			const details = {
				test: test.name,
				setting: { ...setting },
				causes: causes.get(test.name) ?? [],
				reason: failureReason(test)
			};
			problems.set(test.name, codeProblem('unstable-test', place, details));
		}
	}
	return [...problems.values()];
}
