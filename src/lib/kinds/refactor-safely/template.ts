import type { KindTemplate } from '../kind.ts';

export const refactorTemplate: KindTemplate = {
	choice: null,
	folder: () => 'templates/exercise/refactor-safely',
	path: (path) => path
};
