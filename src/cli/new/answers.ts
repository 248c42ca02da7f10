import { exerciseId } from '../../lib/contract/exercise.ts';
import type { LocalizedText } from '../../lib/contract/localized-text.ts';
import type { MapLine } from '../../lib/contract/map.ts';
import { TITLE_CHARS } from '../../lib/exercise/check-texts.ts';
import type { KindTemplate } from '../../lib/kinds/kind.ts';
import type { Terminal } from '../terminal.ts';
import { WrongUse } from '../verb.ts';

/** What is wrong with a title; undefined where nothing is. */
function titleProblem(title: string): string | undefined {
	if (title.trim() === '') return 'Write a title.';
	const letters = [...title.trim()].length;
	if (letters <= TITLE_CHARS) return undefined;
	return `At most ${TITLE_CHARS} characters, because it stands on the map; this has ${letters}.`;
}

/** Only part of the way to a name: what `exerciseId` says in a sentence, with a name that would do. */
export function slugProblem(slug: string): string | undefined {
	if (exerciseId.safeParse(`track/${slug}`).success) return undefined;
	const plain = slug
		.normalize('NFD')
		.toLowerCase()
		.replace(/\p{M}/gu, '')
		.replace(/[^a-z0-9]+/g, '-')
		.replace(/^-+|-+$/g, '');
	return `Lower case letters, digits and hyphens only${plain === '' ? '' : `, for example "${plain}"`}.`;
}

/** "late-tram" → "Late tram". */
const titleFromSlug = (slug: string): string => {
	const words = slug.replaceAll('-', ' ');
	return words.charAt(0).toUpperCase() + words.slice(1);
};

/** Titles from the command line, by language. */
export type GivenTitles = Partial<LocalizedText>;

/** In the order in which a coach thinks: the suite is in English too. */
const ORDER = [
	['en', 'English'],
	['fr', 'French'],
	['nl', 'Dutch']
] as const;

/** Throws `WrongUse` for a title that cannot stand on the map. */
export function checkTitles(given: GivenTitles): void {
	for (const [locale, language] of ORDER) {
		const problem = given[locale] === undefined ? undefined : titleProblem(given[locale]);
		if (problem) throw new WrongUse(`The ${language} title (--title-${locale}): ${problem}`);
	}
}

/** A title in one language stands in for the others; undefined where there is none: the template has its own. */
export function titlesWithoutAsking({ en, fr, nl }: GivenTitles): LocalizedText | undefined {
	const any = en ?? fr ?? nl;
	return any === undefined ? undefined : { fr: fr ?? any, nl: nl ?? any, en: en ?? any };
}

/** Asks for the titles that are not given. */
export async function askTitles(
	given: GivenTitles,
	slug: string,
	terminal: Terminal
): Promise<LocalizedText> {
	const titles: LocalizedText = { fr: '', nl: '', en: '' };
	for (const [locale, language] of ORDER) {
		const asked = given[locale] ?? (await askTitle(locale, language, slug, terminal));
		titles[locale] = asked.trim();
	}
	return titles;
}

const askTitle = (locale: string, language: string, slug: string, terminal: Terminal): Promise<string> =>
	terminal.ask({
		flag: `--title-${locale}, or --yes`,
		message: `Title in ${language} (at most ${TITLE_CHARS} characters)`,
		...(locale === 'en' ? { initial: titleFromSlug(slug) } : {}),
		check: titleProblem
	});

/** Asks what exercises of a kind differ in. */
export const askChoice = (
	{ flag, question, choices }: NonNullable<KindTemplate['choice']>,
	terminal: Terminal
): Promise<string> => terminal.choose({ flag: `--${flag}, or --yes`, message: question, choices });

/** The value of `--after` for an exercise that opens at once. */
export const OPENS_AT_ONCE = 'none';

export const lastStation = (line: MapLine): string | null =>
	line.sections.flatMap(({ stations }) => stations).at(-1)?.exercise ?? null;

/** Asks after which station of the line it comes; the last one is offered first. */
export async function askAfter(line: MapLine, terminal: Terminal): Promise<string | null> {
	const ids = line.sections.flatMap(({ stations }) => stations.map(({ exercise }) => exercise)).reverse();
	if (ids.length === 0) return null;
	const choices = ids.map((value, index) => ({
		value,
		label: value.split('/')[1] ?? value,
		...(index === 0 ? { hint: 'the last station so far' } : {})
	}));
	const answer = await terminal.choose({
		flag: '--after, or --yes',
		message: 'Which exercise must be passed before?',
		choices: [...choices, { value: OPENS_AT_ONCE, label: 'none', hint: 'it opens at once' }]
	});
	return answer === OPENS_AT_ONCE ? null : answer;
}
