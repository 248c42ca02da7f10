import type { DetailWords, Words } from '../contract/problem.ts';
import type { LinkFault, SameText, SharedDetails } from '../contract/problem-details.ts';
import { LANGUAGE_NAMES } from './language-names.ts';

const same = (what: SameText): string => {
	if (what.text === 'brief') return 'The brief';
	return what.text === 'hint' ? `Hint ${what.number}` : `"${what.english}"`;
};

/** Why a link leads nowhere, and what to do. */
function link(fault: LinkFault): [why: string, fix: string] {
	switch (fault.why) {
		case 'picture':
			return ['', 'Say in words what it shows, or link to a page that has it: [name](https://…).'];
		case 'anchor':
			return ['texts have no anchors that it could lead to', 'Write the name of the heading instead.'];
		case 'not-encrypted':
			return ['it is not encrypted', 'Write https:// instead.'];
		case 'no-address':
			return ['it is not an address', 'Correct it, for example https://developer.mozilla.org.'];
		case 'scheme':
			return [`"${fault.scheme}" is not shown as a link`, 'Link to an https:// page.'];
		case 'not-public':
			return ['a learner cannot reach that address', 'Link to a public page.'];
		case 'from-the-page':
			return ['an exercise is linked from where the page is', `Write ../${fault.id}`];
		case 'no-exercise':
			return ['there is no such exercise', 'Link to an exercise as ../track/slug, or to an https:// page.'];
	}
}

const hintCount = (count: number): string => (count === 1 ? 'There is 1 hint' : `There are ${count} hints`);

const EMPTY = 'Write the text, or remove a --- too many.';
const empty = (message: string): Words => ({ message, fix: EMPTY });

/** Of briefs, hints, titles and translations. */
export const TEXT_WORDS: DetailWords<
	Pick<
		SharedDetails,
		| 'missing-language/file'
		| 'empty-text/brief'
		| 'empty-text/hint'
		| 'hint-count'
		| 'invalid-field/placeholder'
		| 'text-too-long'
		| 'text-too-short'
		| 'few-hints'
		| 'same-text'
		| 'not-translated'
		| 'unexplained-name'
		| 'broken-link'
		| 'html-in-text'
		| 'suite-in-brief'
		| 'suite-in-brief/solution'
		| 'untranslated-test'
		| 'unknown-translation'
	>
> = {
	'missing-language/file': ({ locale, name }) => ({
		message: `The ${LANGUAGE_NAMES[locale]} text is missing: there is no file ${name}.`,
		fix: 'Write it. Learners read French, Dutch or English; nobody may meet an empty page.'
	}),
	'empty-text/brief': empty('The brief is empty.'),
	'empty-text/hint': empty('A hint is empty.'),
	'hint-count': ({ locale, count, first, firstCount }) => ({
		message: `${hintCount(count)} in ${LANGUAGE_NAMES[locale]} and ${firstCount} in ${LANGUAGE_NAMES[first]}.`,
		fix: 'Write the same hints in every language, separated by a line with only ---.'
	}),
	'invalid-field/placeholder': ({ name }) => ({
		message: `The translation has {${name}}, its English text has not.`,
		fix: 'Use only placeholders of the English text, spelled the same way.'
	}),
	'text-too-long': ({ locale, characters, limit }) => ({
		message: `The ${LANGUAGE_NAMES[locale]} title has ${characters} characters.`,
		fix: `Shorten it to ${limit}: it stands on the map.`
	}),
	'text-too-short': ({ locale, characters }) => ({
		message: `The ${LANGUAGE_NAMES[locale]} brief has only ${characters} characters.`,
		fix: 'A situation people know, numbered steps, and one example that is not the solution.'
	}),
	'few-hints': ({ count }) => ({
		message: `${hintCount(count)}.`,
		fix: 'First a question that points the right way, then the tool, then nearly the line of code.'
	}),
	'same-text': ({ same: what, first, second }) => ({
		message: `${same(what)} is the same in ${LANGUAGE_NAMES[first]} and in ${LANGUAGE_NAMES[second]}.`,
		fix: `Translate it into ${LANGUAGE_NAMES[second]}.`
	}),
	'not-translated': ({ missing }) => ({
		message: `It is not written in ${missing.map((locale) => LANGUAGE_NAMES[locale]).join(' and ')}.`,
		fix: `Write the texts, and add ${missing.map((locale) => `"${locale}"`).join(' and ')} to "languages".`
	}),
	'unexplained-name': ({ name, missing }) => ({
		message: `No brief up to here says in ${missing.map((locale) => LANGUAGE_NAMES[locale]).join(' and ')} what "${name}" means.`,
		fix: "Write it in the brief, between backticks and with its meaning: `age` (l'âge)."
	}),
	'broken-link': ({ href, link: fault }) => {
		const [why, fix] = link(fault);
		if (fault.why === 'picture') return { message: `The picture "${href}" is not shown.`, fix };
		return { message: `The link "${href}" leads nowhere: ${why}.`, fix };
	},
	'html-in-text': ({ tag }) => ({
		message: `HTML is not obeyed here: learners read ${tag} as it is written.`,
		fix: 'Write Markdown, such as **bold** or a list. A tag that you write about stands in backticks.'
	}),
	'suite-in-brief': ({ from, text }) => ({
		message: `This stands in ${from} too: ${text}`,
		fix: 'Say it in another way, with other values: learners must find it themselves.'
	}),
	'suite-in-brief/solution': ({ from }) => ({
		message: `The whole solution stands here (${from}).`,
		fix: 'Show another example, with other names and values: learners must find it themselves.'
	}),
	'untranslated-test': ({ test }) => ({
		message: `The test "${test}" has no translation.`,
		fix: 'Write it under "tests"; "check --fix" writes the name, and TODO for your words.'
	}),
	'unknown-translation': ({ test }) => ({
		message: `There is no test "${test}".`,
		fix: 'Write the full English name ("group > test"), or remove the line.'
	})
};
