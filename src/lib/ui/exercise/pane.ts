/** In the usual order of the tabs. */
export const PANES = ['brief', 'code', 'page', 'results'] as const;
export type Pane = (typeof PANES)[number];
