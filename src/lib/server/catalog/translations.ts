import type { CompiledSuite, Exercise } from '../../contract/exercise.ts';
import type { Locale } from '../../contract/locale.ts';

export const translationsOf = (exercise: Exercise, locale: Locale): CompiledSuite['translations'] =>
	locale === 'en' ? { tests: {}, messages: {} } : exercise.messages[locale];
