import type { Translate } from '../../i18n/translate.ts';
import { faultTitle } from './fault-title.ts';
import type { RunState, RunWait } from '../../workspace/run/run-state.ts';

/**
 * One short sentence about a run that has not ended with a result; empty where there is nothing to say.
 * `wait`: null where the run waits for nothing, or is over.
 */
export function runStatus(
	run: RunState,
	{ wait, slow, timeLimitMs }: { wait: RunWait | null; slow: boolean; timeLimitMs: number },
	t: Translate
): string {
	if (wait) {
		const count = wait.step === 'queued' ? wait.position : wait.step === 'busy' ? wait.seconds : 1;
		return t(`exercise.wait.${wait.step}`, { count });
	}
	switch (run.kind) {
		case 'queued':
			return t(slow ? 'exercise.slow.engine' : 'exercise.status.checking');
		case 'preparing': {
			// The compiler first: while it is missing the others do not matter.
			const what = (['compiler', 'suite', 'engine'] as const).find((one) => run.waiting.includes(one));
			return slow && what ? t(`exercise.slow.${what}`) : t('exercise.status.checking');
		}
		case 'running':
			if (run.bugs !== undefined) return t('exercise.status.bugs', { count: run.bugs });
			if (slow) return t('exercise.slow.running', { seconds: timeLimitMs / 1000 });
			return run.mode === 'check' ? t('exercise.status.checking') : t('exercise.status.running');
		case 'cancelled':
			return t('exercise.status.cancelled');
		case 'failed':
			return faultTitle(run.code, t);
		default:
			return '';
	}
}
