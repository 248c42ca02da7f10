import type { Translate } from '../i18n/translate.ts';
import type { Finished, RunState } from './session-state.ts';

/** One short sentence about the run: what it waits for, or what came of it. Empty while there is nothing to say. */
export function runStatus(
	run: RunState,
	finished: Finished | null,
	{ slow, timeLimitMs }: { slow: boolean; timeLimitMs: number },
	t: Translate
): string {
	switch (run.kind) {
		case 'idle':
			return '';
		case 'preparing': {
			// The compiler first: while it is missing the others do not matter.
			const what = (['compiler', 'suite', 'engine'] as const).find((one) => run.waiting.includes(one));
			return slow && what ? t(`exercise.slow.${what}`) : t('exercise.status.checking');
		}
		case 'running':
			if (slow) return t('exercise.slow.running', { seconds: timeLimitMs / 1000 });
			return run.mode === 'check' ? t('exercise.status.checking') : t('exercise.status.running');
		case 'cancelled':
			return t('exercise.status.cancelled');
		case 'failed':
			return t('exercise.fault.title');
		case 'done':
			return finished ? outcome(finished, t) : '';
	}
}

function outcome({ report, grade }: Finished, t: Translate): string {
	const tests = report.runs.flatMap((run) => run.tests);
	if (report.status === 'ran' && tests.length > 0) {
		const passed = tests.filter(({ state }) => state === 'pass').length;
		const summary = t('result.summary', { passed, total: tests.length });
		return grade ? summary : `${t('result.examples')}: ${summary}`;
	}
	if (report.runs.some((run) => run.failure)) return t('result.program-failed');
	if (report.status === 'ran' || report.status === 'nothing-ran') return t('result.program-ended');
	return report.status === 'compile-error' ? t('grade.compile-error') : t('exercise.status.stopped');
}
