import { readFileSync } from 'node:fs';
import type { Locale } from '../../../src/lib/contract/locale.ts';
import { withoutMarks } from '../../../src/lib/ui/words/code-parts.ts';
import { createTranslate, type MessageCatalog, type Translate } from '../../../src/lib/i18n/translate.ts';

const root = new URL('../../../', import.meta.url);
const readJson = (path: string): unknown => JSON.parse(readFileSync(new URL(path, root), 'utf8'));

const sayers = new Map<Locale, Translate>();

/** The site's own sentences as they are read, from its catalogue: editing a text breaks no test. */
export function words(locale: Locale): Translate {
	const made = sayers.get(locale);
	if (made) return made;
	const translate = createTranslate(locale, readJson(`src/lib/i18n/${locale}.json`) as MessageCatalog);
	const say: Translate = (key, params) => withoutMarks(translate(key, params));
	sayers.set(locale, say);
	return say;
}
