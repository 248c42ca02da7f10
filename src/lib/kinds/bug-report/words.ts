import { compilerWords, endWords, quoted } from '../../coach-words/run-words.ts';
import { readStepError, type StepFault } from '../../contract/bug-report.ts';
import type { DetailWords } from '../../contract/problem.ts';
import type { ReportDetails } from './problems.ts';

const FAULTS: Readonly<Record<StepFault, string>> = {
	missing: 'there is no element of this role and name',
	disabled: 'the element is switched off',
	option: 'the list has no such choice',
	unfit: 'this cannot be done to such an element'
};

function whyWords(why: string): string {
	const at = readStepError(why);
	if (at) return `: step ${at.index + 1} cannot be done, ${FAULTS[at.fault]}`;
	return why === '' ? '' : `: ${why}`;
}

/** What is said to a coach of the problems that only this kind has. */
export const REPORT_WORDS: DetailWords<ReportDetails> = {
	'missing-file/page': {
		message: 'There is no app: app/index.html is not there.',
		fix: 'Write the app as it should be, and in bug/ the files that are different with the bug.'
	},
	'missing-file/bug': {
		message: 'There is no bug: bug/ changes no file of the app.',
		fix: 'Copy the file of app/ that the bug is in into bug/, and put the bug into it.'
	},
	'missing-file/words': {
		message: 'The app has no words.json.',
		fix: 'Write { "words": { "add": { "fr": "Ajouter", "nl": "Toevoegen", "en": "Add" } } }, and {{add}} in the app.'
	},
	'missing-file/report': ({ folder, name }) => ({
		message: `${folder} has no ${name}.`,
		fix:
			name === 'wrong.json'
				? 'Write { "lacks": ["bug-shows"] }: exactly what the report lacks.'
				: 'Write the report; in a preview the workbench gives it as JSON.'
	}),
	'missing-suite/symptom': {
		message: 'Nothing tells the bug: there is no test in symptom/.',
		fix: 'Write symptom/bug.test.js: tests that pass on a page that is right, and fail where the bug shows, whatever the steps were.'
	},
	'missing-solution': ({ language }) => ({
		message: `There is no good report of the app in its language "${language}".`,
		fix: `Write solution/report.${language}.json: it proves that the app is the same in each language.`
	}),
	'unknown-file/alone': ({ parent }) => ({
		message: `What is in ${parent}/ is a folder, not a file.`,
		fix: `Put it into a folder named after what it is about, for example ${parent}/without-the-last-step/report.json.`
	}),
	'unknown-file/not-in-app': ({ name }) => ({
		message: `The app has no file "${name}" that a bug could be in.`,
		fix: 'Correct the name, or put the file into app/ too.'
	}),
	'invalid-field/unknown-word': ({ name, meant }) => ({
		message: `There is no word {{${name}}}${meant === null ? '' : `; {{${meant}}} is meant`}.`,
		fix: 'Add it to words.json, in three languages. {{lang}} is always there.'
	}),
	'invalid-field/unused-word': ({ name }) => ({
		message: `The word "${name}" stands nowhere in the app.`,
		fix: `Remove it, or write {{${name}}} where it is meant.`
	}),
	'invalid-field/language': ({ language }) => ({
		message: `This is a report of the app in another language than "${language}".`,
		fix: `Write "language": "${language}", and names as the app has them in it.`
	}),
	'invalid-field/unknown-lack': ({ lack, known }) => ({
		message: `Nothing that a report is asked for is called "${lack}".`,
		fix: `Write one of ${quoted(known)}.`
	}),
	'few-mistakes': {
		message: 'No report in wrong/ shows no bug.',
		fix: 'Add one that lacks "bug-shows": it proves that the symptom is not always there.'
	},
	'compile-error/app': ({ text }) => ({
		message: `The app does not compile: ${compilerWords(text)}.`,
		fix: 'Correct it: a bug is an app that runs and does something else.'
	}),
	'start-passes': {
		message: 'A report without a word or a step is good enough.',
		fix: 'Ask for more: rules for the texts, and a symptom that does not show before something is done.'
	},
	'solution-fails/end': ({ end }) => ({
		message: endWords('What the steps lead to', end),
		fix: 'Both builds must run through the steps and the tests of symptom/.'
	}),
	'solution-fails/lacks': ({ lacks, why }) => ({
		message: `This good report lacks ${quoted(lacks)}${whyWords(why)}.`,
		fix: 'Correct the report, the rules, or the symptom. "bug-shows": a test of symptom/ must fail on the app with the bug. "only-bug": all must pass on the mended one.'
	}),
	'wrong-passes': ({ mistake }) => ({
		message: `The report "${mistake}" is good enough.`,
		fix: 'Take out of it what a reader would miss.'
	}),
	'wrong-fails-others': ({ mistake, also, not }) => ({
		message: `Of the report "${mistake}", ${[
			also.length > 0 ? `${quoted(also)} is missing too` : '',
			not.length > 0 ? `${quoted(not)} is not missing` : ''
		]
			.filter(Boolean)
			.join(' and ')}.`,
		fix: 'Name exactly what it lacks under "lacks", or change the report.'
	}),
	'wrong-fails-others/end': ({ mistake, end }) => ({
		message: endWords(`The report "${mistake}"`, end),
		fix: 'It must run: it lacks something, and breaks nothing.'
	})
};
