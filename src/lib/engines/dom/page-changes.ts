import type { PreviewPage } from './preview-protocol.ts';

const isStyle = (path: string): boolean => path.endsWith('.css');

/** Whether a page that is shown becomes the other one by new text in its style sheets, if by anything. */
export function onlyStylesChanged(before: PreviewPage, after: PreviewPage): boolean {
	const names = (page: PreviewPage) => Object.keys(page.files).sort().join('\n');
	return (
		before.entry === after.entry &&
		before.learner.code === after.learner.code &&
		JSON.stringify(before.learner.pages) === JSON.stringify(after.learner.pages) &&
		names(before) === names(after) &&
		Object.keys(after.files).every((path) => isStyle(path) || before.files[path] === after.files[path])
	);
}
