import { expect, test } from 'vitest';
import { isShortcut, writesSign } from './check-shortcut.ts';

const pressed = (key: string, ...modifiers: ('Control' | 'Alt' | 'AltGraph' | 'Meta')[]) => ({
	key,
	ctrlKey: modifiers.includes('Control'),
	altKey: modifiers.includes('Alt'),
	metaKey: modifiers.includes('Meta'),
	getModifierState: (name: string) => modifiers.some((modifier) => modifier === name)
});

test('Ctrl + Enter and ⌘ + Enter check; with AltGr in any of its forms they do not', () => {
	expect(isShortcut(pressed('Enter', 'Control'))).toBe(true);
	expect(isShortcut(pressed('Enter', 'Meta'))).toBe(true);
	expect(isShortcut(pressed('Enter'))).toBe(false);
	expect(isShortcut(pressed('Enter', 'AltGraph'))).toBe(false);
	expect(isShortcut(pressed('Enter', 'Control', 'Alt'))).toBe(false);
	expect(isShortcut(pressed('Enter', 'Control', 'AltGraph'))).toBe(false);
	expect(isShortcut(pressed('Enter', 'Control', 'Alt', 'AltGraph'))).toBe(false);
	expect(isShortcut(pressed('Enter', 'Alt', 'Meta'))).toBe(false);
});

test.each([...'{}[]#|@\\~^`<>€', 'Dead'])(
	'AltGr, as any system sends it, writes %s and commands nothing',
	(key) => {
		expect(writesSign(pressed(key, 'AltGraph'), false), 'Linux, new browsers on Windows').toBe(true);
		expect(writesSign(pressed(key, 'Control', 'Alt'), false), 'older browsers on Windows').toBe(true);
		expect(writesSign(pressed(key, 'Control', 'Alt', 'AltGraph'), false), 'Firefox on Windows').toBe(true);
		expect(writesSign(pressed(key, 'Alt'), true), 'Option on a Mac').toBe(true);
	}
);

test.each([
	['Ctrl + a letter', pressed('f', 'Control'), false],
	['Ctrl + a sign', pressed('/', 'Control'), false],
	['Alt + a letter', pressed('r', 'Alt'), false],
	['Alt + a sign where Alt is no Option', pressed('/', 'Alt'), false],
	['Ctrl + Alt + a letter', pressed('a', 'Control', 'Alt'), false],
	['Ctrl + Alt + an arrow', pressed('ArrowDown', 'Control', 'Alt'), false],
	['Option + an arrow', pressed('ArrowLeft', 'Alt'), true],
	['⌥ + ⌘ + a sign', pressed('[', 'Alt', 'Meta'), true],
	['a sign alone', pressed('{'), false]
])('%s stays what it was', (_keys, event, isMac) => {
	expect(writesSign(event, isMac)).toBe(false);
});
