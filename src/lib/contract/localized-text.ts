import { z } from 'zod';

const sentence = z.string().trim().min(1).max(120);
export const localizedText = z
	.strictObject({
		fr: sentence.describe('In French.'),
		nl: sentence.describe('In Dutch.'),
		en: sentence.describe('In English.')
	})
	.describe('The same text in French, Dutch and English.');
export type LocalizedText = z.infer<typeof localizedText>;
