import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { messagesFile } from '../../contract/exercise.ts';
import { mapFile } from '../../contract/map.ts';
import { shownTitle, typeset, typographyOf } from '../../exercise/typography.ts';
import { translationsOf } from '../../kinds/artifacts.ts';
import { looseSigns } from '../../../../tests/support/loose-typography.ts';
import { renderMarkdown } from './markdown.ts';
import { readExercise } from './read-folder.ts';

const SIGNS: Readonly<Record<string, string>> = { '#39': "'", quot: '"', amp: '&', lt: '<', gt: '>' };

/** What is read on a page: without code, without tags. */
const readable = (html: string): string =>
	html
		.replace(/<pre.*?<\/pre>|<code.*?<\/code>/gs, '§')
		.replace(/<[^>]*>/g, '')
		.replace(/&(#39|quot|amp|lt|gt);/g, (_, name: string) => SIGNS[name] ?? '');

const withoutCode = (message: string): string => message.replace(/`[^`]*`|\{\w+\}/g, '§');

test.each(readdirSync('exercises/programming'))(
	'every shown text of %s has the signs of its language',
	(slug) => {
		const read = readExercise('exercises', `programming/${slug}`);
		if (!read.ok) return expect.fail(JSON.stringify(read.problems, null, '\t'));
		const { exercise } = read;
		for (const locale of ['fr', 'nl'] as const) {
			const typography = typographyOf(exercise.manifest, locale);
			const { tests, messages } = translationsOf(exercise, locale);
			const shown = [
				shownTitle(exercise.manifest, locale),
				...[exercise.brief[locale], ...exercise.hints[locale]].map((text) =>
					readable(renderMarkdown(text, typography))
				),
				...[...Object.values(tests), ...Object.values(messages)].map(withoutCode)
			];
			expect(shown.length).toBeGreaterThan(10);
			expect(shown.flatMap((text) => looseSigns(text, locale))).toEqual([]);
		}
	}
);

test.each(readdirSync('templates/exercise'))(
	'every text of the template %s has the signs of its language',
	(name) => {
		for (const locale of ['fr', 'nl'] as const) {
			const text = (file: string): string => readFileSync(`templates/exercise/${name}/${file}`, 'utf8');
			const { tests, messages } = messagesFile.parse(JSON.parse(text(`messages.${locale}.json`)));
			const shown = [
				...[`brief.${locale}.md`, `hints.${locale}.md`].map((file) =>
					readable(renderMarkdown(text(file), locale))
				),
				...[...Object.values(tests), ...Object.values(messages)].map((one) =>
					withoutCode(typeset(one, locale))
				)
			];
			expect(shown.flatMap((one) => looseSigns(one, locale))).toEqual([]);
		}
	}
);

test.each(['fr', 'nl'] as const)('every title of the map has the signs of %s', (locale) => {
	const { lines } = mapFile.parse(JSON.parse(readFileSync('exercises/map.json', 'utf8')));
	const titles = lines.flatMap(({ title, sections }) => [title, ...sections.map((section) => section.title)]);
	expect(titles.length).toBeGreaterThan(5);
	expect(titles.flatMap((title) => looseSigns(typeset(title[locale], locale), locale))).toEqual([]);
});
