import type { KindTemplate } from '../kind.ts';

export const findTemplate: KindTemplate = {
	choice: null,
	folder: () => 'templates/exercise/find-the-bug',
	path: (path) => path
};
