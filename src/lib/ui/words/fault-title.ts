import type { Translate } from '../../i18n/translate.ts';
import type { FaultCode } from '../../workspace/run/fault.ts';

/** What stands above a run that came to nothing: a network that is away is nobody's fault, and not ours to take. */
export const faultTitle = (code: FaultCode, t: Translate): string =>
	code === 'offline' || code === 'unreachable' || code === 'intercepted'
		? t(`exercise.fault.title.${code}`)
		: t('exercise.fault.title');
