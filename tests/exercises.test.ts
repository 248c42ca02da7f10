import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { checkAll, type Checked } from '../src/cli/check/check-all.ts';
import { exercisesOfRoot } from '../src/cli/check/targets.ts';
import { openSetup, PROJECT } from '../src/cli/setup.ts';

/**
 * `npm run exercise -- check --all --strict` over exercises/, in the server's sandbox: pages are judged in Chromium, as for a grade
 * that is verified. What it proves is in src/cli/check.
 */
const root = join(PROJECT, 'exercises');
const exercises = await exercisesOfRoot(root);
const stop = new AbortController();
const results = await mkdtemp(join(tmpdir(), 'passerelle-exercises-'));
const setup = { ...(await openSetup('remote', stop.signal)), results };
afterAll(async () => {
	stop.abort();
	await setup.dispose();
	await rm(results, { recursive: true, force: true });
});

let everything: Promise<Checked> | undefined;
/** All are checked at once, several at a time; each test looks at its part. */
const checked = (): Promise<Checked> =>
	(everything ??= checkAll({
		targets: { exercises, roots: [root] },
		setup,
		all: true,
		jobs: availableParallelism(),
		signal: stop.signal
	}));

/** The first test waits for all exercises, on a machine that does other things too. */
const PATIENCE_MS = 900_000;

test(
	'the map fits the exercises, and there are many',
	async () => {
		expect((await checked()).maps).toEqual([{ root, problems: [] }]);
		expect([...setup.provisional], 'pages that no browser has judged').toEqual([]);
		expect(exercises.length).toBeGreaterThanOrEqual(40);
	},
	PATIENCE_MS
);

/** Where learners write the tests there are none of ours. */
const hasTests = (id: string): boolean =>
	(JSON.parse(readFileSync(join(root, id, 'exercise.json'), 'utf8')) as { kind: string }).kind === 'code';

describe.each(exercises)('$id', ({ id }) => {
	test(
		'has no problem and no remark: texts, suites, start, solution, other right ways, mistakes',
		async () => {
			const found = (await checked()).exercises.find((one) => one.id === id)!;
			expect(found.problems).toEqual([]);
			if (hasTests(id)) expect(found.tests).toBeGreaterThanOrEqual(5);
			// The start, the solution, and two mistakes or more.
			expect(found.runs).toBeGreaterThanOrEqual(4);
			expect(found.solutionMs).toBeGreaterThan(0);
		},
		PATIENCE_MS
	);
});
