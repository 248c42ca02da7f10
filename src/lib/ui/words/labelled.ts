import type { Translate } from '../../i18n/translate.ts';

/** A label that ends a sentence by itself: "Member?", "The parcel is…". */
const ENDED = /[?!…:.]$/;

/** What stands under a label, behind it, with the signs of the language: "Row 3: 12 years", « Ligne 3 : 12 ans », "Member? yes". */
export const labelled = (what: string, text: string, t: Translate): string =>
	ENDED.test(what) ? `${what} ${text}` : t('announce.of', { what, text });
