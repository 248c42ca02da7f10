import type { Component } from 'svelte';
import type { Variant } from '$lib/i18n/translate.ts';
import type { Pane } from '$lib/ui/exercise/pane.ts';
import type { EditorText } from './coach-bar.ts';
import CodeWorkbench from './CodeWorkbench.svelte';
import type { ExerciseView } from './exercise-view.ts';

/** What every workbench is: it makes its own session, and draws it in an `ExerciseShell`. */
type WorkbenchComponent = Component<ExerciseView & { pane: Pane }, { editorText?: EditorText }, 'pane'>;

export interface Workbench {
	component: WorkbenchComponent;
	/** Of the page's sentences, where the work is no code. */
	variants: readonly Variant[];
}

/**
 * What an exercise is worked on with, by the name that its kind gives. A new kind adds its own here. Most exercises are code: its
 * workbench comes with the page, and each other one when it is asked for.
 */
const WORKBENCHES: Readonly<Record<string, () => Workbench | Promise<Workbench>>> = {
	code: () => ({ component: CodeWorkbench, variants: [] }),
	'bug-report': async () => ({
		component: (await import('./BugReportWorkbench.svelte')).default,
		variants: ['in-report', 'no-code']
	}),
	table: async () => ({
		component: (await import('./TableWorkbench.svelte')).default,
		variants: ['in-table', 'no-code']
	})
};

/** Rejects for a name that there is not: the catalogue and the page are of one build. */
export async function workbenchNamed(name: string): Promise<Workbench> {
	const found = WORKBENCHES[name];
	if (!found) throw new Error(`There is no workbench "${name}"`);
	return found();
}
