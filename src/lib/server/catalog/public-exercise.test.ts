import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { LOCALES, type Locale } from '../../contract/locale.ts';
import { translationsOf } from '../../kinds/artifacts.ts';
import { codeRunnable, type CodeArtifacts } from '../../kinds/code/artifacts.ts';
import { asCodeExercise, type CodeExercise } from '../../kinds/code/exercise.ts';
import { toPublic } from './public-exercise.ts';
import { readExercise } from './read-folder.ts';

const secret = (name: string): string => `SECRET-${name}`;
const exercise: CodeExercise = {
	id: 'programming/twice',
	hash: 'abc',
	manifest: {
		version: 1,
		title: { fr: 'Le double', nl: 'Het dubbele', en: 'Twice' },
		kind: 'code',
		need: 'worker',
		packages: {},
		serves: false,
		languages: ['fr', 'nl', 'en'],
		refactoring: false,
		files: [
			{ path: 'main.js', editable: true },
			{ path: 'given.js', editable: false }
		],
		entry: 'main.js',
		timeLimitMs: 2000,
		points: 10,
		level: 1,
		minutes: 5,
		skills: ['functions'],
		prerequisites: ['programming/shout'],
		allowPrototype: false,
		allowsUnhandled: []
	},
	brief: { fr: 'Le **double**', nl: 'Het **dubbele**', en: '**Twice**' },
	hints: { fr: ['un', 'deux'], nl: ['een', 'twee'], en: ['one', 'two'] },
	messages: {
		fr: {
			tests: { [secret('test name')]: secret('nom') },
			messages: { [secret('note')]: secret('note fr') }
		},
		nl: { tests: {}, messages: {} }
	},
	start: { 'main.js': 'start', 'given.js': 'given', 'unlisted.js': secret('unlisted') },
	tests: { 'tests/main.test.js': secret('test') },
	examples: { 'examples/main.test.js': 'example' },
	solution: { 'main.js': secret('solution') },
	also: [{ name: secret('other way'), files: { 'main.js': secret('also') } }],
	survivors: [{ was: secret('survivor'), because: secret('reason') }],
	wrong: [{ name: secret('mistake'), files: { 'main.js': secret('wrong') }, fails: [secret('test name')] }]
};

const suite = { code: secret('script'), statics: [], mocked: ['given.js'], expected: [secret('test name')] };
const artifacts: CodeArtifacts = { hidden: suite, examples: suite, packages: null, start: null };
const show = (one: CodeExercise, locale: Locale, from = artifacts) =>
	toPublic(one, codeRunnable(one, from), 'code', locale);

describe('toPublic', () => {
	test('gives a page one language and the files of the learner', () => {
		expect(show(exercise, 'nl')).toEqual({
			id: 'programming/twice',
			hash: 'abc',
			locale: 'nl',
			textLocale: 'nl',
			title: 'Het dubbele',
			kind: 'code',
			workbench: 'code',
			need: 'worker',
			briefHtml: '<p>Het <strong>dubbele</strong></p>\n',
			hintsHtml: ['<p>een</p>\n', '<p>twee</p>\n'],
			files: [
				{ path: 'main.js', editable: true, text: 'start' },
				{ path: 'given.js', editable: false, text: 'given' }
			],
			entry: 'main.js',
			timeLimitMs: 2000,
			points: 10,
			level: 1,
			minutes: 5,
			skills: ['functions'],
			prerequisites: ['programming/shout'],
			allowPrototype: false,
			allowsUnhandled: [],
			hasExamples: true,
			mocked: ['given.js'],
			packages: {},
			serves: false,
			formerly: [],
			origin: null
		});
		expect(show(exercise, 'fr', { ...artifacts, examples: null }).hasExamples).toBe(false);
	});

	test('gives a page the script of its start, where that is short', () => {
		const script = (code: string) => ({ code, map: '', pages: {} });
		expect(show(exercise, 'fr', { ...artifacts, start: script('short') })).toHaveProperty(
			'startScript.code',
			'short'
		);
		expect(show(exercise, 'fr', { ...artifacts, start: script('x'.repeat(4000)) })).not.toHaveProperty(
			'startScript'
		);
	});

	test.each(LOCALES)('tells nothing of tests, solution and mistakes in %s', (locale) => {
		expect(JSON.stringify(exercise)).toContain('SECRET-');
		expect(JSON.stringify(show(exercise, locale))).not.toContain('SECRET-');
	});

	test.each(readdirSync('exercises/programming'))('tells nothing of the suite of %s', async (slug) => {
		const read = readExercise('exercises', `programming/${slug}`);
		if (!read.ok) return expect.fail(JSON.stringify(read.problems, null, '\t'));
		const real = asCodeExercise(read.exercise);
		const page = LOCALES.map((locale) => JSON.stringify(show(real, locale))).join('\n');
		const { fr, nl } = real.messages;
		const shown = LOCALES.map((locale) => translationsOf(real, locale));
		const notes = [fr, nl, ...shown].flatMap((messages) =>
			Object.entries({ ...messages.tests, ...messages.messages }).flat()
		);
		// Shorter ones are everyday words that a brief may use too.
		const hidden = [
			...notes.filter((note) => note.length > 30),
			...Object.values(real.tests),
			...Object.values(real.solution)
		];
		expect(hidden.length).toBeGreaterThan(3);
		expect(hidden.filter((text) => page.includes(JSON.stringify(text).slice(1, -1)))).toEqual([]);
	});
});

test('a suite speaks the language of the page, and English without a translation', () => {
	expect(translationsOf(exercise, 'fr')).toEqual(exercise.messages.fr);
	expect(translationsOf(exercise, 'en')).toEqual({ tests: {}, messages: {} });
});

test('what a page shows is set by the rules of its language, except code', () => {
	const messages = {
		tests: { 'adds "2"': 'ajoute "2" :' },
		messages: { 'Why?': "C'est `a ? 'b' : \"c\"` !" }
	};
	const written = {
		...exercise,
		manifest: { ...exercise.manifest, title: { fr: "L'été ?", nl: "Foto's", en: "It's" } },
		brief: { ...exercise.brief, fr: "Écris `'a'` : \"l'été\"." },
		hints: { ...exercise.hints, fr: ['Et après ?'] },
		messages: { fr: messages, nl: messages }
	};
	expect(show(written, 'fr')).toMatchObject({
		title: 'L’été\u00a0?',
		briefHtml: '<p>Écris <code>&#39;a&#39;</code>\u00a0: «\u00a0l’été\u00a0».</p>\n',
		hintsHtml: ['<p>Et après\u00a0?</p>\n']
	});
	expect(show(written, 'nl').title).toBe('Foto’s');
	expect(translationsOf(written, 'fr')).toEqual({
		tests: { 'adds "2"': 'ajoute «\u00a02\u00a0»\u00a0:' },
		messages: { 'Why?': 'C’est `a ? \'b\' : "c"`\u00a0!' }
	});
});
