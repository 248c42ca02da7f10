import type { Locale } from '$lib/contract/locale.ts';
import type { OpenServer } from '$lib/server/open-server.ts';
import type { Theme } from '$lib/ui/preferences.ts';

declare module 'svelte/elements' {
	interface HTMLTextareaAttributes {
		/** Of Safari. By a spread it would be typed, too, and would bring 6 KB of Svelte to every page. */
		autocorrect?: 'on' | 'off';
	}
}

declare global {
	namespace App {
		interface Error {
			message: string;
			/** When to ask again; where somebody asks for too much. */
			seconds?: number;
		}
		interface PageState {
			/** Results are an entry of their own in the history, where panes are tabs. */
			pane?: 'results';
		}
		interface Locals {
			locale: Locale;
			/** What this process serves with. */
			server: OpenServer;
			theme: Theme;
		}
	}
}
