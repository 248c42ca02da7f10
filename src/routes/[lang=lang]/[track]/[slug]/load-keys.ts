import type { Locale } from '$lib/contract/locale.ts';
import { loadSignWords } from '$lib/i18n/signs.ts';
import { guessKeyboard, readDeviceKeys, readKeyboard } from '$lib/ui/signs/keyboard-choice.ts';
import KeyRow from '$lib/ui/signs/KeyRow.svelte';
import { localStorageOrNull } from '$lib/workspace/storage/journal.ts';

/** What the row of keys needs. Imported under fingers, and not elsewhere. */
export async function loadKeys(locale: Locale) {
	const [words, device] = await Promise.all([loadSignWords(locale), readDeviceKeys()]);
	return { Row: KeyRow, words, keyboard: readKeyboard(localStorageOrNull()) ?? guessKeyboard(device) };
}
