import type { KindTemplate } from '../kind.ts';

export const tableTemplate: KindTemplate = {
	choice: null,
	folder: () => 'templates/exercise/test-table',
	path: (path) => path
};
