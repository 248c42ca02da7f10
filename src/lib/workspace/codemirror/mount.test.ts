// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import type { RichEditorOptions } from '../editor/rich-editor.ts';
import { mountCodeMirror } from './mount.ts';

// A browser tells later that the selection has changed, and never while a call that changes it is still running.
const dispatch = document.dispatchEvent.bind(document);
document.dispatchEvent = (event) => event.type === 'selectionchange' || dispatch(event);

/** An editor of two files, and what it told. */
async function mounted(texts: Record<string, string> = { 'main.js': 'go()', 'style.css': 'a {}' }) {
	const told: [string, string][] = [];
	const host = document.createElement('div');
	document.body.append(host);
	const options: RichEditorOptions = {
		need: 'worker',
		files: Object.keys(texts).map((path) => ({ path, editable: path !== 'read.js' })),
		texts,
		active: 'main.js',
		fontSize: 16,
		label: ({ path }) => `Code of ${path}`,
		readOnlyText: '',
		describedBy: 'hint',
		tabMoves: false,
		onTabMoves: () => undefined,
		onEdit: (path, text) => told.push([path, text]),
		onCheck: () => told.push(['check', '']),
		onRun: () => told.push(['run', ''])
	};
	const editor = await mountCodeMirror(host, options);
	const box = () => host.querySelector('[role="textbox"]')!;
	const text = () => [...host.querySelectorAll('.cm-line')].map((line) => line.textContent).join('\n');
	return { editor, told, host, box, text };
}

test('what is written is told with its file, and one undo takes it back', async () => {
	const { editor, told, text } = await mounted();
	editor.select({ start: 3, end: 3 });
	editor.insert('[');
	expect(text()).toBe('go([])');
	editor.insert(']');
	expect(text()).toBe('go([])');
	editor.insert('a');
	expect(told.at(-1)).toEqual(['main.js', 'go([]a)']);
	editor.undo();
	expect(text()).toBe('go([])');
	editor.undo();
	editor.undo();
	expect(text()).toBe('go()');
	editor.dispose();
});

test('each file keeps its text, its place and its undo', async () => {
	const { editor, told, text, box } = await mounted();
	editor.select({ start: 4, end: 4 });
	editor.insert(';');
	editor.show('style.css');
	expect(text()).toBe('a {}');
	expect(box().getAttribute('aria-label')).toBe('Code of style.css');
	editor.insert('b');
	expect(told.at(-1)).toEqual(['style.css', 'ba {}']);
	editor.show('main.js');
	expect(editor.selection()).toEqual({ start: 5, end: 5 });
	editor.undo();
	expect(text()).toBe('go()');
	editor.dispose();
});

test('a text that comes from outside is shown and told to nobody; undo goes back over it', async () => {
	const { editor, told, text } = await mounted();
	editor.setTexts({ 'main.js': 'start over', 'style.css': 'b {}' });
	expect(text()).toBe('start over');
	expect(told).toEqual([]);
	editor.undo();
	expect(text()).toBe('go()');
	editor.show('style.css');
	expect(text()).toBe('b {}');
	editor.dispose();
});

test('several edits are one step', async () => {
	const { editor, text } = await mounted({ 'main.js': 'f(“a”);\ng(“b”);' });
	editor.edit([
		{ line: 1, column: 3, length: 3, text: '"a"' },
		{ line: 2, column: 3, length: 3, text: '"b"' }
	]);
	expect(text()).toBe('f("a");\ng("b");');
	editor.undo();
	expect(text()).toBe('f(“a”);\ng(“b”);');
	editor.dispose();
});

test('a file that is to be read is not written into', async () => {
	const { editor, told, text, box } = await mounted({ 'main.js': 'a', 'read.js': 'b' });
	editor.show('read.js');
	editor.insert('x');
	editor.edit([{ line: 1, column: 1, length: 1, text: 'y' }]);
	expect(text()).toBe('b');
	expect(told).toEqual([]);
	expect(box().getAttribute('aria-readonly')).toBe('true');
	editor.dispose();
});

test('errors are underlined, and their lines’ numbers stand out until they are mended', async () => {
	const { editor, host } = await mounted();
	const location = { file: 'main.js', line: 1, column: 3 };
	editor.setMarkers([{ severity: 'error', message: 'A sign too many', location }]);
	expect(host.querySelectorAll('.cm-lintRange-error')).toHaveLength(1);
	expect(host.querySelectorAll('.error-line')).toHaveLength(1);
	editor.setMarkers([
		{ severity: 'error', message: 'Elsewhere', location: { ...location, file: 'style.css' } }
	]);
	expect(host.querySelectorAll('.cm-lintRange-error, .error-line')).toHaveLength(0);
	editor.dispose();
});

test('nothing writes for the learner, and the way out is described', async () => {
	const { editor, box } = await mounted();
	for (const [name, value] of [
		['autocapitalize', 'off'],
		['autocorrect', 'off'],
		['spellcheck', 'false'],
		['aria-describedby', 'hint']
	] as const)
		expect(box().getAttribute(name)).toBe(value);
	editor.dispose();
});
