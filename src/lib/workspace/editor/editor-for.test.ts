import { expect, test } from 'vitest';
import { editorFor, type EditorDevice } from './editor-for.ts';

const LAPTOP: EditorDevice = { saveData: false, finePointer: true, memory: 8, cores: 4, line: '4g' };

test.each<[string, Partial<EditorDevice>, string]>([
	['with a mouse', {}, 'full'],
	['with a mouse, that says nothing else', { memory: undefined, line: undefined }, 'full'],
	['with two processors, that says nothing else', { memory: undefined, line: undefined, cores: 2 }, 'light'],
	['with two processors and memory enough', { cores: 2 }, 'full'],
	['without a mouse', { finePointer: false }, 'light'],
	['with little memory', { memory: 2 }, 'light'],
	['on a slow line', { line: '3g' }, 'light'],
	['that must download little', { saveData: true }, 'plain'],
	['without a mouse, that must download little', { saveData: true, finePointer: false }, 'plain']
])('a device %s begins with the editor that fits it', (_device, said, kind) => {
	expect(editorFor({ ...LAPTOP, ...said })).toBe(kind);
});
