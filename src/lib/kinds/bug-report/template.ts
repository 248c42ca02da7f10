import type { KindTemplate } from '../kind.ts';

export const reportTemplate: KindTemplate = {
	choice: null,
	folder: () => 'templates/exercise/bug-report',
	path: (path) => path
};
