import type { Translate } from '../../i18n/translate.ts';
import type { Notice } from '../../workspace/texts/texts.ts';

/** What a notice says, and what its button does. */
export function noticeWords(notice: Notice, t: Translate): { text: string; action: string } {
	switch (notice.kind) {
		case 'reset':
			return { text: t('exercise.notice.reset'), action: t('exercise.notice.undo') };
		case 'restored':
			return { text: t('exercise.notice.restored'), action: t('exercise.notice.restored-undo') };
		case 'from-language': {
			const language = t(`exercise.language.${notice.locale}`);
			const text = t('exercise.notice.from-language', { language });
			return { text, action: t('exercise.notice.from-language-undo') };
		}
		case 'newer-language': {
			const language = t(`exercise.language.${notice.locale}`);
			const text = t('exercise.notice.newer-language', { language });
			return { text, action: t('exercise.notice.newer-language-take') };
		}
	}
}
