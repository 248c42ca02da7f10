import { expect, test } from 'vitest';
import type { BugReport } from '../../contract/bug-report.ts';
import { checkReport, plain } from './report-rules.ts';

const told = { fr: 'x', nl: 'x', en: 'x' };
const rules = {
	title: [{ told, any: { fr: ['total'], nl: ['totaal'], en: ['total', 'sum'] } }],
	expected: [{ told, any: { fr: ['5'], nl: ['5'], en: ['5', 'five'] } }],
	actual: [{ told, any: { fr: ['12,50'], nl: ['12,50'], en: ['12.50'] } }]
};
const GOOD: BugReport = {
	language: 'fr',
	steps: [{ do: 'click', role: 'button', name: 'Ajouter' }],
	title: 'Le TOTAL est faux',
	expected: 'Le total est de 5 euros.',
	actual: 'Le total est de 12.50 euros.',
	severity: 'harms'
};
const unmet = (change: Partial<BugReport>, mostSteps = 3): string[] =>
	checkReport({ ...GOOD, ...change }, { mostSteps, rules }).flatMap(({ id, met }) => (met ? [] : [id]));

test('a report that has everything lacks nothing', () => {
	expect(unmet({})).toEqual([]);
});

test.each<[string, Partial<BugReport>, string[]]>([
	['no step', { steps: [] }, ['few-steps']],
	['a title of one word', { title: 'Total' }, ['title-length']],
	['a title that is a story', { title: `Total ${'and so on '.repeat(9)}` }, ['title-length']],
	['a title of dots', { title: 'Total ......' }, []],
	['a result of dots and a number', { actual: '12,50.........' }, ['actual-length']],
	[
		'the same twice, once with a point',
		{ expected: 'Le total est 5 et 12,50', actual: 'Le total est 5 et 12,50 !' },
		['differ']
	],
	['a title about something else', { title: 'The page is broken' }, ['title-1']],
	['words of another language', { title: 'Het totaal klopt niet' }, []],
	['a number within a number', { expected: 'Le total est de 15 euros.' }, ['expected-1']],
	['a number within a price', { expected: 'Le total est de 5,20 euros.' }, ['expected-1']],
	['a number at the end of a sentence', { expected: 'The total must be 5.' }, []],
	['a price as it is written elsewhere', { actual: 'Het totaal is 12,50 euro.' }, []],
	[
		'the same twice',
		{ expected: 'Le total est 5 et 12,50.', actual: 'le total est 5  et 12.50.' },
		['differ']
	],
	[
		'nothing',
		{ title: '', expected: '', actual: '' },
		['title-length', 'title-1', 'expected-length', 'expected-1', 'actual-length', 'actual-1', 'differ']
	]
])('%s', (_, change, ids) => {
	expect(unmet(change)).toEqual(ids);
});

test('more steps than a reader needs', () => {
	const [step] = GOOD.steps;
	expect(unmet({ steps: [step!, step!] }, 1)).toEqual(['few-steps']);
});

test('capitals, accents and blanks make no difference', () => {
	expect(plain('  L’été\u00a0à 3,5 ')).toBe("l'ete a 3.5");
});
