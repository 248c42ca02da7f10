import type { Translate } from '../../i18n/translate.ts';
import type { Notice } from '../../workspace/texts/texts.ts';

/** What a notice says, and what its button does. */
export function noticeWords(notice: Notice, t: Translate): { text: string; action: string } {
	switch (notice.kind) {
		case 'reset':
			return { text: t('exercise.notice.reset'), action: t('exercise.notice.undo') };
		case 'restored':
			return { text: t('exercise.notice.restored'), action: t('exercise.notice.restored-undo') };
		case 'other':
			return { text: t(`exercise.notice.other.${notice.from}`), action: t('exercise.notice.other-take') };
		case 'exchanged':
			return { text: t('exercise.notice.exchanged'), action: t('exercise.notice.exchanged-undo') };
	}
}
