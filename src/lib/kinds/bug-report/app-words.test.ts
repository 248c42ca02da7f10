import { expect, test } from 'vitest';
import { inLanguage, wordsIn, wordsOf } from './app-words.ts';

const words = {
	add: { fr: 'L\'ajouter & "garder"', nl: '`${x}` \\ <b>', en: 'Add' },
	total: { fr: 'Total', nl: 'Totaal', en: 'Total' }
};
const app = {
	files: { 'index.html': '<html lang="{{lang}}"><button title="{{add}}">{{add}}</button> {{none}}' },
	code: `return ['{{add}}', "{{add}}", \`{{add}} {{total}}\`, '{{none}}'];`,
	pages: {}
};

test.each(['fr', 'nl', 'en'] as const)('a word stays what it is in code and in markup: %s', (language) => {
	const { files, code } = inLanguage(app, words, language);
	const add = words.add[language];
	const read = new Function(code) as () => string[];
	expect(read()).toEqual([add, add, `${add} ${words.total[language]}`, '{{none}}']);
	const markup = add
		.replaceAll('&', '&amp;')
		.replaceAll('<', '&lt;')
		.replaceAll('>', '&gt;')
		.replaceAll('"', '&quot;');
	expect(files['index.html']).toBe(
		`<html lang="${language}"><button title="${markup}">${markup}</button> {{none}}`
	);
});

test('what a text asks for is found with its place', () => {
	expect(wordsIn('a {{one}} b {{two}}')).toEqual([
		{ name: 'one', index: 2 },
		{ name: 'two', index: 12 }
	]);
	expect(wordsOf(words, 'en')).toEqual({ add: 'Add', total: 'Total' });
});
