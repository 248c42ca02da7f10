import type { Locale } from '$lib/contract/locale.ts';
import { loadSignWords } from '$lib/i18n/signs.ts';
import SignCard from '$lib/ui/signs/SignCard.svelte';
import { localStorageOrNull } from '$lib/workspace/storage/journal.ts';

/** What the card about signs needs. Imported when it is opened, and not before. */
export const loadSigns = async (locale: Locale) => ({
	Card: SignCard,
	words: await loadSignWords(locale),
	store: localStorageOrNull()
});
