import { expect, test } from 'vitest';
import { loadMessageCatalog } from '../../i18n/load.ts';
import { createTranslate } from '../../i18n/translate.ts';
import { codeParts, withoutMarks } from './code-parts.ts';
import { diagnosticWords } from './diagnostic-words.ts';

const t = createTranslate('en', await loadMessageCatalog('en'));
const unknown = { code: 'package-not-allowed', params: { name: 'left-pad' } } as const;

test('a package that is not there: a Node exercise says which ones are', () => {
	const say = (packages: Record<string, string>) => diagnosticWords(unknown, { need: 'node', packages }, t);
	expect(say({ slugify: '1.6.9' })).toMatch(/left-pad.*slugify/);
	expect(say({})).toMatch(/left-pad.*node:fs/);
});

test('elsewhere there are only the learner’s own files', () => {
	expect(diagnosticWords(unknown, { need: 'worker', packages: {} }, t)).toMatch(/left-pad.*own files/);
});

test('an error without a code is left to its own words', () => {
	expect(diagnosticWords({ code: null, params: {} }, { need: 'node', packages: {} }, t)).toBeNull();
});

test('a template in a sentence keeps its backticks, and is set as code whole', () => {
	const params = { found: 'console.log(`a`)', instead: '() => console.log(`a`)' };
	const said = diagnosticWords({ code: 'called-at-once', params }, { need: 'worker', packages: {} }, t) ?? '';
	const code = codeParts(said).flatMap((part) => (part.code ? part.text : []));
	expect(code).toEqual([params.found, params.instead]);
	expect(withoutMarks(said)).toContain(params.instead);
});
