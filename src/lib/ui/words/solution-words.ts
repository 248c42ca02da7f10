import type { Translate } from '../../i18n/translate.ts';
import type { NoSolutions } from '../../workspace/run/fetch-solutions.ts';

/** Why the right ways of others cannot be seen, and whether it may help to ask again. */
export function noSolutionWords(none: NoSolutions, t: Translate): { why: string; again: boolean } {
	switch (none) {
		case 'unreachable':
		case 'intercepted':
			return { why: t(`exercise.fault.${none}`), again: true };
		case 'changed':
			return { why: t('exercise.fault.changed'), again: false };
		default:
			return { why: t(`solutions.none.${none}`), again: none !== 'never' };
	}
}
