import type { Grade } from '../../contract/grade.ts';
import type { Report, RunStatus } from '../../contract/report.ts';
import type { Translate } from '../../i18n/translate.ts';

export interface VerdictView {
	tone: 'pass' | 'fail' | 'warn' | 'info';
	title?: string;
	sentences: string[];
	/** Whether trying again without changing anything makes sense. */
	retry: boolean;
}

const summary = (report: Report, t: Translate, key: 'result.summary' | 'result.examples'): string => {
	const tests = report.runs.flatMap((run) => run.tests);
	const passed = tests.filter(({ state }) => state === 'pass').length;
	return t(key, { passed, total: tests.length });
};

/** Of an exercise in parts, what counts is the parts; of a learner's own tests, the bugs that they catch; of a report, what it was asked for. */
function checkTitle(
	report: Report,
	{ codes, testsPassed, testsTotal, parts }: Grade,
	t: Translate
): string | undefined {
	if (parts) return t('result.parts', { passed: testsPassed, total: testsTotal });
	if (report.status !== 'ran') return undefined;
	if (codes.some(({ code }) => code === 'report-complete' || code === 'report-incomplete'))
		return t('result.report', { passed: testsPassed, total: testsTotal });
	return report.kills
		? t('result.caught', { caught: testsPassed, total: testsTotal })
		: summary(report, t, 'result.summary');
}

/** What a run came to, in sentences. */
export const verdictOf = (
	report: Report,
	grade: Grade | null,
	timeLimitMs: number,
	t: Translate
): VerdictView => (grade ? checkVerdict(report, grade, timeLimitMs, t) : runVerdict(report, timeLimitMs, t));

/** Where nothing else could end it, the engine has ended it before its limit. */
function secondsOf(report: Report, timeLimitMs: number): number {
	const ms = report.runs.find(({ status }) => status === 'timeout')?.durationMs ?? 0;
	return ms < 1000 ? timeLimitMs / 1000 : Math.min(timeLimitMs / 1000, Math.floor(ms / 1000));
}

/** The first code of a grade is the one to say first. */
function checkVerdict(report: Report, grade: Grade, timeLimitMs: number, t: Translate): VerdictView {
	const say = ({ code, params }: Grade['codes'][number]): string =>
		t(`grade.${code}`, code === 'timeout' ? { count: secondsOf(report, timeLimitMs) } : params);
	const ended = report.status === 'ran' || grade.parts !== undefined;
	const tone = grade.passed ? 'pass' : !grade.counts ? 'info' : ended ? 'warn' : 'fail';
	return {
		tone,
		title: checkTitle(report, grade, t),
		sentences: grade.codes.map(say),
		retry: !grade.counts
	};
}

type Ending = Exclude<RunStatus, 'ran'>;

/** Examples may fail: only a check counts. */
function runVerdict(report: Report, timeLimitMs: number, t: Translate): VerdictView {
	const [run] = report.runs;
	const ended = (report.status === 'ran' ? run?.status : report.status) ?? 'ran';
	// Without examples "no test ran" is how a good run ends.
	if (ended === 'ran' || ended === 'nothing-ran') {
		if (run?.failure) return { tone: 'fail', sentences: [t('result.program-failed')], retry: false };
		const examples = run && run.tests.length > 0;
		const broke = run !== undefined && run.unhandled.length > 0;
		return {
			tone: broke ? 'warn' : 'info',
			title: examples ? summary(report, t, 'result.examples') : undefined,
			sentences: [
				...(broke ? [t('grade.unhandled-error')] : []),
				examples ? t('result.examples-text') : t('result.program-ended')
			],
			retry: false
		};
	}
	const code: Ending = ended;
	const sentence = t(`grade.${code}`, code === 'timeout' ? { count: secondsOf(report, timeLimitMs) } : {});
	return {
		tone: code === 'engine-failed' ? 'info' : 'fail',
		sentences: [sentence],
		retry: code === 'engine-failed'
	};
}
