import type { Locale } from '$lib/contract/locale.ts';
import type { Theme } from '$lib/ui/theme.ts';

declare global {
	namespace App {
		interface Locals {
			locale: Locale;
			theme: Theme;
		}
	}
}
