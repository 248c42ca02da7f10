import type { Grade } from '../contract/grade.ts';
import type { Report, RunStatus, TestResult } from '../contract/report.ts';

type Codes = Grade['codes'];

/** The first thing that went wrong, also where a report forgets to repeat a run's status. */
function overallStatus(report: Report): RunStatus {
	if (report.status !== 'ran') return report.status;
	const bad = report.runs.find((run) => run.status !== 'ran');
	if (bad) return bad.status;
	return report.runs.some((run) => run.tests.length > 0) ? 'ran' : 'nothing-ran';
}

function countStates(tests: readonly TestResult[]): Record<TestResult['state'], number> {
	const counts = { pass: 0, fail: 0, skipped: 0, missing: 0, 'not-run': 0 };
	for (const test of tests) counts[test.state] += 1;
	return counts;
}

function resultCodes(counts: Record<TestResult['state'], number>, total: number): Codes {
	const codes: Codes = [];
	const absent = counts.missing + counts['not-run'];
	if (counts.pass === total) codes.push({ code: 'all-passed', params: { count: total } });
	if (counts.fail > 0) {
		codes.push(
			counts.pass > 0
				? { code: 'some-failed', params: { count: counts.fail, passed: counts.pass, total } }
				: { code: 'none-passed', params: { count: total } }
		);
	}
	if (absent > 0) codes.push({ code: 'tests-missing', params: { count: absent, total } });
	if (counts.skipped > 0) codes.push({ code: 'tests-skipped', params: { count: counts.skipped, total } });
	return codes;
}

function statusCode(report: Report, status: Exclude<RunStatus, 'ran'>, notRun: number): Codes[number] {
	switch (status) {
		case 'compile-error': {
			const errors = report.diagnostics.filter((diagnostic) => diagnostic.severity === 'error');
			return { code: status, params: { count: errors.length } };
		}
		case 'timeout': {
			const ms = report.runs.find((run) => run.status === 'timeout')?.durationMs ?? 0;
			return { code: status, params: { ms: Math.round(ms), notRun } };
		}
		default:
			return { code: status, params: {} };
	}
}

/**
 * What the report of a check is worth. Always `practised`: only the server, which replays the
 * submission, may raise that. All tests of all runs must pass; anything skipped, missing or never run
 * is not a pass, and neither is a report without tests, or with an error that nobody handled.
 *
 * Parameters of the codes: `all-passed` and `none-passed` {count: tests}; `some-failed` {count: failed,
 * passed, total}; `tests-missing` and `tests-skipped` {count, total}; `compile-error` {count: errors};
 * `timeout` {ms, notRun}; `unhandled-error` {count}; the others none. The code to say first comes first.
 * @throws where the report is of a `run`: visible examples are not graded.
 */
export function gradeReport(report: Report, maxPoints: number): Grade {
	if (report.mode !== 'check') throw new Error(`Only a check is graded, not a "${report.mode}"`);
	const status = overallStatus(report);
	const tests = report.runs.flatMap((run) => run.tests);
	const counts = countStates(tests);
	const ended = status === 'ran';
	const unhandled = report.runs.reduce((sum, run) => sum + run.unhandled.length, 0);
	const passed = ended && tests.length > 0 && counts.pass === tests.length && unhandled === 0;
	// After tampering or our own failure no single result can be believed.
	const believable = status !== 'tampered' && status !== 'engine-failed';
	const codes = ended
		? resultCodes(counts, tests.length).filter(({ code }) => passed || code !== 'all-passed')
		: [statusCode(report, status, counts['not-run'])];
	if (ended && unhandled > 0) {
		// It says more than a count of tests that it may have broken, and where all passed it is the only reason.
		codes.unshift({ code: 'unhandled-error', params: { count: unhandled } });
	}
	if (report.runs.some((run) => run.consoleTruncated)) codes.push({ code: 'output-truncated', params: {} });
	return {
		version: 1,
		runId: report.runId,
		exercise: { id: report.exercise.id, hash: report.exercise.hash },
		passed,
		counts: status !== 'engine-failed',
		testsPassed: believable ? counts.pass : 0,
		testsTotal: tests.length,
		score: ended ? counts.pass / tests.length : 0,
		points: passed ? maxPoints : 0,
		maxPoints,
		trust: 'practised',
		codes
	};
}
