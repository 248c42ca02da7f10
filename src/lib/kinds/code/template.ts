import type { KindTemplate } from '../kind.ts';
import { NEED_CHOICE } from './words.ts';

export const codeTemplate: KindTemplate = {
	choice: NEED_CHOICE,
	folder: (need) => `templates/exercise/${need ?? 'worker'}`,
	path: (path, slug) => path.replace('tests/exercise.', `tests/${slug}.`)
};
