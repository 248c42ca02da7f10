import type { DetailWords } from '../contract/problem.ts';
import type { JsonFault, SharedDetails } from '../contract/problem-details.ts';
import { shorten } from './run-words.ts';

const FAULTS: Readonly<Record<Exclude<JsonFault['fault'], 'no-colon'>, string>> = {
	'bad-character': 'A text holds a tab, or a \\ that JSON does not know',
	'comma-before-list-end': 'There is a comma before the closing ]',
	comment: 'JSON has no comments',
	'ends-early': 'The file ends too early',
	'no-comma-in-list': 'A comma or ] is missing, here or on the line before',
	'no-comma-in-object': 'A comma or } is missing, here or on the line before',
	'no-name': 'A name in double quotes is missing, or there is a comma before a closing bracket',
	'no-value': 'A value is missing or not in quotes',
	'not-json': 'This is not JSON',
	'open-text': 'A text is not closed: its second " is missing',
	'text-after-end': 'There is more text after the end of the JSON',
	'too-deep': 'The brackets are nested too deeply',
	'typographic-quote': 'JSON needs straight quotes ("), and this one comes from a word processor'
};

/** A name in a file can be as long as the file. */
const NAME_CHARS = 100;
const cut = (name: string): string => shorten(name, NAME_CHARS);

/** What stops a text from being JSON, without a full stop. */
export const jsonFaultWords = (json: JsonFault): string =>
	json.fault === 'no-colon' ? `A colon is missing after "${cut(json.name)}"` : FAULTS[json.fault];

const subject = (field: string | null): string => (field === null ? 'The file' : `"${cut(field)}"`);
const advice = (about: string): string => about || 'See the example in exercises/README.md.';

/** Of JSON files against their schemas. */
export const JSON_WORDS: DetailWords<
	Pick<
		SharedDetails,
		| 'broken-json'
		| 'renamed-field'
		| 'unknown-field'
		| 'invalid-field/twice'
		| 'invalid-field/value'
		| 'invalid-field/absent'
		| 'missing-language/field'
	>
> = {
	'broken-json': ({ json }) => ({
		message: `${jsonFaultWords(json)}.`,
		fix: 'Correct the JSON near this line. An editor that knows JSON underlines the place.'
	}),
	'renamed-field': ({ old, today, both }) => ({
		message: `"${old}" is called "${today}" today${both ? ', and that is here too' : ''}.`,
		fix: both ? `Remove "${old}".` : `Write "${today}", or let "check --fix" do it.`
	}),
	'unknown-field': ({ field, meant, known }) => ({
		message: `There is no field "${cut(field)}".`,
		fix: `${meant === null ? '' : `Did you mean "${meant}"? `}Correct its spelling or remove it. Known here: ${known.join(', ')}.`
	}),
	'invalid-field/twice': ({ key }) => ({
		message: `"${cut(key)}" stands here a second time; the first one is lost.`,
		fix: 'Keep one of the two.'
	}),
	'invalid-field/value': ({ field, issue, about }) => ({
		message: `${subject(field)} is not right: ${issue}.`,
		fix: advice(about)
	}),
	'invalid-field/absent': ({ field, about }) => ({
		message: `${subject(field)} is missing.`,
		fix: `Add it. ${advice(about)}`
	}),
	'missing-language/field': ({ field, about }) => ({
		message: `${subject(field)} is missing.`,
		fix: `Add it. ${advice(about)}`
	})
};
