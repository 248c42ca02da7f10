import { expect, test } from 'vitest';
import { guessKeyboard, readKeyboard, writeKeyboard, type DeviceKeys } from './keyboard-choice.ts';

const PC: DeviceKeys = { mac: false, finePointer: true, languages: ['fr-BE'] };

test.each<[string, Partial<DeviceKeys>, string]>([
	['whose Q writes a, and whose 6 is §', { keyQ: 'a', digit6: '§', languages: ['en-US'] }, 'be'],
	['whose Q writes a, and whose 6 is -', { keyQ: 'a', digit6: '-' }, 'fr'],
	['whose Q writes q', { keyQ: 'q' }, 'qwerty'],
	['with an apple, whose Q writes a', { mac: true, keyQ: 'a', digit6: '§' }, 'mac-azerty'],
	['with an apple, whose Q writes q', { mac: true, keyQ: 'q' }, 'mac-qwerty'],
	['without a mouse', { finePointer: false, languages: ['nl-BE'] }, 'touch'],
	['in Belgian French', {}, 'be'],
	['in Belgian Dutch', { languages: ['nl-BE', 'en'] }, 'be'],
	['in Dutch of no country', { languages: ['nl'] }, 'be'],
	['in French of France', { languages: ['fr-FR', 'fr'] }, 'fr'],
	['with an apple, in French of France', { mac: true, languages: ['fr-FR'] }, 'mac-azerty'],
	['in Dutch of the Netherlands', { languages: ['nl-NL'] }, 'qwerty'],
	['in English', { languages: ['en-GB', 'fr-BE'] }, 'qwerty'],
	['that says nothing', { languages: [] }, 'be']
])('the keyboard of a device %s', (_device, said, keyboard) => {
	expect(guessKeyboard({ ...PC, ...said })).toBe(keyboard);
});

test('a keyboard that was chosen is remembered, and what is no keyboard is not', () => {
	const kept = new Map<string, string>();
	const store = {
		getItem: (key: string) => kept.get(key) ?? null,
		setItem: (key: string, value: string) => void kept.set(key, value)
	};
	expect(readKeyboard(store)).toBeNull();
	writeKeyboard(store, 'mac-azerty');
	expect(readKeyboard(store)).toBe('mac-azerty');
	for (const key of kept.keys()) kept.set(key, 'dvorak');
	expect(readKeyboard(store)).toBeNull();
});

test('a browser that keeps nothing is as one that was never asked', () => {
	const forbidden = (): never => {
		throw new DOMException('', 'SecurityError');
	};
	expect(readKeyboard({ getItem: forbidden })).toBeNull();
	expect(() => writeKeyboard({ setItem: forbidden }, 'be')).not.toThrow();
	expect(readKeyboard(null)).toBeNull();
});
