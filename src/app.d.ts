import type { Locale } from '$lib/contract/locale.ts';
import type { OpenServer } from '$lib/server/open-server.ts';
import type { Theme } from '$lib/ui/preferences.ts';

declare global {
	namespace App {
		interface Locals {
			locale: Locale;
			/** What this process serves with. */
			server: OpenServer;
			theme: Theme;
		}
	}
}
