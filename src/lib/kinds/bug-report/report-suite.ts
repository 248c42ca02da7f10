import type { ReportRules } from '../../contract/bug-report.ts';
import { checkReport } from './report-rules.ts';
import { PAGE, SEVERITY } from './plan.ts';

/** Before the names of tests that are not the symptom's. */
export const OWN = 'report > ';
export const STEPS = 'steps';

/** The suite's file of ours: it comes before those of the symptom. */
export const OWN_FILE = '0-report.test.js';

const NOTHING = { language: 'en', steps: [], title: '', expected: '', actual: '', severity: null } as const;

/** What every report of an exercise is asked for, by id. */
export const checkIds = (exercise: { mostSteps: number; rules: ReportRules }): string[] => [
	...checkReport(NOTHING, exercise).map(({ id }) => id),
	SEVERITY
];

/** Opens one build, does the steps, and writes down what was found of the texts; the symptom's tests then look at the page. */
export const ownSuite = (ids: readonly string[]): string => `import { describe, expect, test } from 'vitest';
import { openPage, replay } from 'passerelle/page';
import { input } from 'passerelle/run';

describe('report', () => {
	test('${STEPS}', async () => {
		await openPage(input.build + '/${PAGE}');
		await replay(input.steps);
	});
	test.each(${JSON.stringify(ids)})('%s', (id) => expect(input.met).toContain(id));
});
`;
