import type { Locale } from '$lib/contract/locale.ts';
import type { Theme } from '$lib/ui/preferences.ts';

declare global {
	namespace App {
		interface Locals {
			locale: Locale;
			theme: Theme;
		}
	}
}
