import { expect, test } from 'vitest';
import type { Grade } from '../../contract/grade.ts';
import { LOCALES } from '../../contract/locale.ts';
import { RUN_STATUSES, type Report, type RunStatus, type TestResult } from '../../contract/report.ts';
import { gradeReport } from '../../grade/grade-report.ts';
import { loadMessageCatalog } from '../../i18n/load.ts';
import { createTranslate } from '../../i18n/translate.ts';
import { verdictOf } from './verdict.ts';

function reportOf(status: RunStatus, mode: Report['mode'], states: readonly TestResult['state'][]): Report {
	const tests = states.map((state, index) => ({ name: `t${index}`, state, durationMs: 1, failure: null }));
	const run = { id: 'suite', status, tests, failure: null, unhandled: [], console: [], durationMs: 1 };
	return {
		version: 1,
		runId: 'r1',
		exercise: { id: 'programming/first-page', hash: 'abc' },
		mode,
		engine: { id: 'fake', reason: 'test' },
		status,
		diagnostics: [],
		runs: [{ ...run, consoleTruncated: false }]
	};
}

async function verdict(report: Report, locale: (typeof LOCALES)[number]) {
	const t = createTranslate(locale, await loadMessageCatalog(locale));
	return verdictOf(report, report.mode === 'check' ? gradeReport(report, 10) : null, 2000, t);
}

test.each(RUN_STATUSES.filter((status) => status !== 'ran' && status !== 'nothing-ran'))(
	'of a run that ends as %s the same sentence is said after a check and after a run, in each language',
	async (status) => {
		for (const locale of LOCALES) {
			const check = await verdict(reportOf(status, 'check', ['pass', 'not-run']), locale);
			const run = await verdict(reportOf(status, 'run', []), locale);
			expect(check.sentences).toEqual(run.sentences);
			expect(check.sentences.join()).toMatch(/^\p{Lu}.*[.?!]$/u);
			expect(check.title).toBeUndefined();
		}
	}
);

test('a page that leaves in its last test is told that this gives no points, and no sum of its tests', async () => {
	const report = reportOf('left', 'check', ['pass', 'pass', 'fail']);
	expect(await verdict(report, 'en')).toEqual({
		tone: 'fail',
		title: undefined,
		sentences: [expect.stringMatching(/left the page.*no points/)],
		retry: false
	});
});

test('an exercise in parts is told by its parts, also where one of them has not ended', async () => {
	const grade: Grade = {
		...gradeReport(reportOf('ran', 'check', ['pass']), 10),
		passed: false,
		testsPassed: 1,
		testsTotal: 2,
		codes: [
			{ code: 'test-shows-bug', params: {} },
			{ code: 'timeout', params: { ms: 2000, notRun: 1 } }
		],
		parts: []
	};
	for (const locale of LOCALES) {
		const t = createTranslate(locale, await loadMessageCatalog(locale));
		expect(verdictOf(reportOf('timeout', 'check', ['not-run']), grade, 2000, t)).toEqual({
			tone: 'warn',
			title: t('result.parts', { passed: 1, total: 2 }),
			sentences: [t('grade.test-shows-bug'), t('grade.timeout', { count: 2 })],
			retry: false
		});
	}
});
