import type { Component } from 'svelte';
import type { Pane } from '$lib/ui/exercise/pane.ts';
import type { EditorText } from './coach-bar.ts';
import BugReportWorkbench from './BugReportWorkbench.svelte';
import CodeWorkbench from './CodeWorkbench.svelte';
import TableWorkbench from './TableWorkbench.svelte';
import type { ExerciseView } from './exercise-view.ts';

/** What every workbench is: it makes its own session, and draws it in an `ExerciseShell`. */
export type Workbench = Component<ExerciseView & { pane: Pane }, { editorText?: EditorText }, 'pane'>;

/** What an exercise is worked on with, by the name that its kind gives. A new kind adds its own here. */
const WORKBENCHES: Readonly<Record<string, Workbench>> = {
	code: CodeWorkbench,
	'bug-report': BugReportWorkbench,
	table: TableWorkbench
};

/** Throws for a name that there is not: the catalogue and the page are of one build. */
export function workbenchNamed(name: string): Workbench {
	const found = WORKBENCHES[name];
	if (!found) throw new Error(`There is no workbench "${name}"`);
	return found;
}
