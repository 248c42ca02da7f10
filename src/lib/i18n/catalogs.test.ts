import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { looseSigns } from '../../../tests/support/loose-typography.ts';
import { LOCALES } from '../contract/locale.ts';
import en from './en.json';
import fr from './fr.json';
import nl from './nl.json';
import { createTranslate, VARIANTS } from './translate.ts';

const catalogs: Readonly<Record<(typeof LOCALES)[number], Readonly<Record<string, string>>>> = { fr, nl, en };
const keys = Object.keys(en);

/** Keys that are put together at run time: the beginning, and where. Everything else is written out in the source. */
const DYNAMIC = {
	'diagnostic.': 'by the code of a compiler error',
	'engine.left.': 'by the engine that does not work',
	'engine.name.': 'by the engine',
	'engine.now.': 'by the engine that runs the code',
	'engine.reason.': 'by why an engine was chosen, or was not',
	'engine.text.': 'by the engine',
	'error.': 'by what is wrong with a page',
	'exercise.fault.': 'by the code of what could not be had',
	'exercise.fault.title.': 'by the code of what is nobody’s fault',
	'exercise.language.': 'by a language',
	'exercise.notice.other.': 'by where other code comes from',
	'exercise.pane.': 'by the name of a pane',
	'exercise.slow.': 'by what is slow',
	'exercise.wait.': 'by what a run waits for',
	'keeping.': 'by why a device keeps nothing',
	'console.level.': 'by the level of a console line',
	'console.ending.': 'how a program has ended',
	'console.left-out.': 'by what was left out of an output',
	'grade.': 'by the code of a grade',
	'kills.state.': 'by what became of a bug',
	'map.view.': 'by the view: map or list',
	'parts.tests.': 'by whose tests were run',
	'parts.title.': 'by the part of an exercise',
	'preview.waiting.': 'by why a page waits until somebody asks for it',
	'progress.error.': 'by why a file was refused',
	'progress.opened.': 'by what an opened file changed',
	'report.check.': 'by what a report is asked for',
	'report.fault.': 'by why a step cannot be done',
	'report.field.': 'by a text of a report',
	'report.severity.': 'by how bad a bug is',
	'report.why.': 'by what a report lacks',
	'result.state.': 'by the state of a test',
	'runtime.': 'by the code of a common error',
	'solutions.none.': 'by why there are none',
	'state.': 'by the state of a station',
	'table.fault.': 'by why a cell has no value',
	'take.end.': 'by how taking along ended',
	'theme.': 'by the name of a theme'
};

/** The same in both languages, rightly: names, international words, symbols. */
const SAME_AS_ENGLISH = {
	fr: [
		'console.level.info',
		'exercise.pane.code',
		'exercise.pane.page',
		'exercise.points.one',
		'exercise.points.other',
		'in-report.exercise.pane.page',
		'kills.bug',
		'kills.test',
		'map.minutes',
		'map.part.stations.one',
		'map.part.stations.other',
		'map.points.one',
		'map.points.other',
		'next.points',
		'terminal.open'
	],
	nl: [
		'announce.of',
		'console.level.debug',
		'console.level.info',
		'exercise.pane.code',
		'in-report.exercise.pane.page',
		'kills.bug',
		'kills.test',
		'map.minutes',
		'map.part.stations.one',
		'map.part.stations.other',
		'state.open',
		'terminal.open'
	]
};

const source = fileURLToPath(new URL('../../', import.meta.url));
const code = readdirSync(source, { recursive: true, encoding: 'utf8' })
	.filter((path) => /\.(ts|svelte)$/.test(path) && !path.endsWith('.test.ts'))
	.map((path) => readFileSync(join(source, path), 'utf8'))
	.join('\n');
/** What is between quotes anywhere in the source. */
const quoted = new Set(Array.from(code.matchAll(/(['"`])([\w.-]+)\1/g), (match) => match[2] ?? ''));
const dynamic = Object.keys(DYNAMIC);

/** Placeholders for numbers, for words and titles of ours, and for names of people: a browser's translator may have them. */
const SAYABLE = new Set(
	(
		'authors bugs caught count language licence limit line minutes most number passed person points seconds section size ' +
		'test theme title titles total words'
	).split(' ')
);

/** Where what a program is made of stands without marks, and why a translator does not come to it. */
const NOT_SEEN: Readonly<Record<string, string>> = {
	'announce.of': 'a place, a state or a question, and what is there: words, or marked as code by who says it',
	'announce.output': 'only heard: what the program printed, after a colon',
	'console.page.': 'the whole line is kept from a translator',
	'editor.label': 'the name of a field',
	'exercise.shortcut.check': 'the title of a button',
	'runtime.called-too-often': 'the value is a number'
};

/** Examples that are written in the learner's language. */
const OWN_EXAMPLES = ['diagnostic.wrong-side'];

const codeIn = (text: string) => Array.from(text.matchAll(/`([^`\n]+)`/g), (match) => match[1]).sort();
/** The key of which another one is a variant (see `Variant`); itself where it is none. */
const withoutVariant = (key: string) => {
	const variant = VARIANTS.find((one) => key.startsWith(`${one}.`));
	return variant ? key.slice(variant.length + 1) : key;
};
const withoutForm = (key: string) => key.replace(/\.(one|other)$/, '');
const placeholders = (text: string) => Array.from(text.matchAll(/\{\w+\}/g), ([name]) => name).sort();

describe.each(LOCALES)('the catalogue in %s', (locale) => {
	const catalog = catalogs[locale];

	test('has exactly the keys of the English one, in alphabetical order', () => {
		expect(Object.keys(catalog)).toEqual(keys.toSorted((a, b) => (a < b ? -1 : 1)));
	});

	test('has the placeholders of the English one', () => {
		for (const [key, text] of Object.entries(catalog)) {
			// A singular may be said without its number.
			if (key.endsWith('.one')) continue;
			expect(new Set(placeholders(text)), key).toEqual(new Set(placeholders(catalogs.en[key] ?? '')));
		}
	});

	test('has no empty text, no space at an end and no double space', () => {
		const odd = Object.entries(catalog).filter(
			([, text]) => text.trim() !== text || !text || /[ ]{2}/.test(text)
		);
		expect(odd).toEqual([]);
	});

	test('gives every plural both forms', () => {
		const plurals = keys.filter((key) => withoutForm(key) !== key).map(withoutForm);
		for (const base of plurals) {
			expect(Object.keys(catalog)).toEqual(expect.arrayContaining([`${base}.one`, `${base}.other`]));
			expect(catalog[`${base}.other`], base).toContain('{count}');
		}
	});
});

test.each(['fr', 'nl'] as const)('nothing was left in English in %s', (locale) => {
	const same = keys.filter((key) => catalogs[locale][key] === catalogs.en[key]);
	expect(same).toEqual(SAME_AS_ENGLISH[locale].toSorted());
});

/** Exercises are held to the same: server/catalog/shown-texts.test.ts. */
test.each([
	['fr', fr],
	['nl', nl]
] as const)('the signs are those of %s', (locale, catalog) => {
	// Code between backticks has the signs of JavaScript.
	const texts = Object.values(catalog).map((text) => text.replace(/`[^`\n]+`/g, 'X'));
	expect(texts.flatMap((text) => looseSigns(text, locale))).toEqual([]);
});

test.each(LOCALES)('in %s, what stands for code is marked as code: no translator changes it', (locale) => {
	const bare = Object.entries(catalogs[locale]).flatMap(([key, text]) =>
		Object.keys(NOT_SEEN).some((start) => key.startsWith(start))
			? []
			: placeholders(text.replace(/`[^`\n]+`/g, '')).flatMap((name) =>
					SAYABLE.has(name.slice(1, -1)) ? [] : `${key}: ${name}`
				)
	);
	expect(bare).toEqual([]);
});

test.each(['fr', 'nl'] as const)('what is code in English is code in %s', (locale) => {
	const differing = keys.filter(
		(key) =>
			!key.endsWith('.one') &&
			!OWN_EXAMPLES.includes(key) &&
			codeIn(catalogs[locale][key] ?? '').join() !== codeIn(catalogs.en[key] ?? '').join()
	);
	expect(differing).toEqual([]);
});

/** Words of JavaScript that are no words of the two languages; "let op" is. */
const JAVASCRIPT =
	/(?<![\w.])(?:await|async|console\.log|const|export|import|let(?! op)|new|node:fs|null|require|return|undefined)(?!\w)/;

test.each(['fr', 'nl'] as const)('in %s, a word of JavaScript is marked as code', (locale) => {
	const bare = Object.entries(catalogs[locale]).filter(
		([key, text]) =>
			!key.startsWith('console.page.') && JAVASCRIPT.test(text.replace(/`[^`\n]+`|\{\w+\}/g, ''))
	);
	expect(bare).toEqual([]);
});

test('every key is used', () => {
	const unused = keys.map(withoutVariant).filter((key) => {
		const base = withoutForm(key);
		return !quoted.has(key) && !quoted.has(base) && !dynamic.some((prefix) => key.startsWith(prefix));
	});
	expect(unused).toEqual([]);
});

test('every key that the source asks for exists', () => {
	const asked = Array.from(code.matchAll(/\bt\(\s*['"]([^'"]+)['"]/g), (match) => match[1] ?? '');
	expect(asked.length).toBeGreaterThan(50);
	const known = new Set(keys.flatMap((key) => [key, withoutForm(key)]));
	expect(asked.filter((key) => !known.has(key))).toEqual([]);
});

test('every key put together at run time has a documented beginning that the source uses', () => {
	const begun = Array.from(code.matchAll(/`([a-z]+(?:[.-][a-z]+)*\.)\$\{/g), (match) => match[1] ?? '');
	const ours = begun.filter((beginning) => keys.some((key) => key.startsWith(beginning)));
	expect(new Set(ours)).toEqual(new Set(dynamic));
});

/** French has a space before the colon, and behind a question there is none in any language: `labelled` knows. */
test('no colon of ours is glued behind what is said in a language', () => {
	const glued = Array.from(code.matchAll(/(?:\bt\([^\n]*\)|\[locale\])\}:[^\n]*/g), ([text]) => text);
	expect(glued).toEqual([]);
});

test('every variant is one of a sentence that there is, and has its placeholders', () => {
	const variants = keys.filter((key) => withoutVariant(key) !== key);
	expect(variants.length).toBeGreaterThan(VARIANTS.length);
	for (const key of variants) {
		const whole = catalogs.en[withoutVariant(key)];
		expect(whole, key).toBeDefined();
		expect(new Set(placeholders(catalogs.en[key] ?? '')), key).toEqual(new Set(placeholders(whole ?? '')));
	}
});

/** What is said of code, or of a program that a learner writes. */
const OF_CODE =
	/(?<!without |sans |zonder )\bcode\b|\bcoding\b|\bprogrammeer|\b(?:your|ton|je|jouw) (?:own )?program(?:ma|me)?\b|\b(?:your|tes|je) (?:files|fichiers|bestanden)\b/i;
/** Beginnings of keys that an exercise without code never says, and why. */
const ONLY_OF_CODE: Readonly<Record<string, string>> = {
	'announce.output': 'nothing is printed',
	'engine.ask': 'the container is for programs of Node',
	'engine.now.away': 'only a learner’s code can be one that does not end',
	'engine.now.webcontainer': 'the container is for programs of Node',
	'engine.reason.may-not-end': 'only a learner’s code can be one that does not end',
	'exercise.notice.': 'said by the pane of the editor',
	'exercise.paper.code': 'files on paper',
	'exercise.run-help': 'there is nothing to run',
	'exercise.status.running': 'there is nothing to run',
	'exercise.wait.elsewhere': 'only a learner’s code can be one that does not end',
	'exercise.wait.mounting': 'the container is for programs of Node',
	'grade.behaviour-changed': 'a program is written in another form',
	'grade.bug-': 'a program is mended',
	'grade.form-': 'a program is written in another form',
	'grade.own-tests-fail': 'tests of files',
	'result.diff-legend': 'values of the learner’s code',
	'result.program-': 'there is nothing to run',
	'result.stale-run': 'there is nothing to run',
	'solutions.our-file': 'files',
	'solutions.own-file': 'files'
};
/** What the page of an exercise says, whatever is worked on there; other rooms are those of code, or of other pages. */
const OF_ANY_EXERCISE = /^(?:announce|engine|exercise|grade|result|solutions)\./;

test.each(LOCALES)('in %s, an exercise without code says nothing of code', (locale) => {
	const said = keys.filter((key) => OF_ANY_EXERCISE.test(key)).map(withoutForm);
	const of = (...variants: (typeof VARIANTS)[number][]) => {
		const t = createTranslate(locale, catalogs[locale] as typeof en, variants) as (key: string) => string;
		return said.filter((key) => OF_CODE.test(t(key)));
	};
	expect(of().length).toBeGreaterThan(20);
	for (const variant of ['in-table', 'in-report'] as const) {
		const left = of(variant, 'no-code').filter(
			(key) => !Object.keys(ONLY_OF_CODE).some((beginning) => key.startsWith(beginning))
		);
		expect(left, variant).toEqual([]);
	}
});
