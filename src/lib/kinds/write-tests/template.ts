import type { KindTemplate } from '../kind.ts';

export const testsTemplate: KindTemplate = {
	choice: null,
	folder: () => 'templates/exercise/write-tests',
	path: (path) => path
};
