import { expect, test } from 'vitest';
import { newWords } from './new-words.ts';

test('the words of the list are read, their code without its marks', () => {
	const brief = [
		'Text with **bold**.',
		'',
		'### New words',
		'',
		'- **Program**: a list of instructions.',
		'- **`console.log`**: shows a **text**.',
		'  It goes on here.',
		'- **Straight quotes** `"`: around a text.',
		'',
		'### Example',
		'',
		'- **Not a word**: of another list.'
	].join('\n');
	expect(newWords(brief)).toEqual(['Program', 'console.log', 'Straight quotes']);
});

test.each(['Mots nouveaux', 'Nieuwe woorden', 'New words'])(
	'a list may be called %s and end the brief',
	(title) => {
		expect(newWords(`### ${title}\n\n- **a**: b`)).toEqual(['a']);
	}
);

test('a brief without a list has none', () => {
	expect(newWords('### Example\n\n- **a**: b')).toEqual([]);
});
