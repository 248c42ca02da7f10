import { z } from 'zod';
import { SEVERITIES } from '../../contract/bug-report.ts';
import { manifestFields } from '../../contract/exercise.ts';
import { localizedText } from '../../contract/localized-text.ts';
import { bugReport } from './submission-schema.ts';
import { runReport } from './run.ts';

const { $schema, version, title, timeLimitMs, ...fields } = manifestFields;

const words = z.array(z.string().trim().min(1).max(60)).min(1).max(30);
const rules = z
	.array(
		z.strictObject({
			told: localizedText.describe('The rule as the learner reads it: "It names the total".'),
			any: z
				.strictObject({ fr: words, nl: words, en: words })
				.describe(
					'Words of which one must be there, per language; capitals and accents do not matter, a part of a word is enough.'
				)
		})
	)
	.max(4);

/** `exercise.json` of this kind. */
export const reportManifest = z
	.strictObject({
		$schema,
		version,
		title,
		kind: z
			.enum([runReport.name])
			.describe('What the learner does. "bug-report": play with an app that has a bug, and report it.'),
		need: z.enum(['dom']).default('dom').describe('What the app needs to run. "dom": it is a page.'),
		mostSteps: z
			.number()
			.int()
			.min(1)
			.max(30)
			.describe('The most steps that a good report has: leave some room above the shortest way.'),
		severity: z
			.array(z.enum(SEVERITIES))
			.min(1)
			.max(3)
			.describe(
				'Answers that are right. "blocks": nobody can go on. "harms": people lose money, time or data. "annoys": there is a way around it. "looks": only how it looks.'
			),
		rules: z
			.strictObject({
				title: rules.describe('Of the title.'),
				expected: rules.describe('Of what should have happened.'),
				actual: rules.describe('Of what happened.')
			})
			.describe('What the texts must hold. The learner sees each rule while writing.'),
		timeLimitMs: timeLimitMs
			.default(8000)
			.describe('How long the steps may take on each build, in milliseconds. Default: 8000.'),
		...fields
	})
	.describe('exercise.json: the description of one exercise.');
export type ReportManifest = z.infer<typeof reportManifest>;

/** `words.json` */
export const appWords = z
	.strictObject({
		$schema: z.string().optional(),
		words: z
			.record(
				z.string().regex(/^(?!lang$)[A-Za-z][A-Za-z0-9]*$/, 'must be a name of letters and digits'),
				localizedText
			)
			.describe('Name → text. In the files of app/ and bug/ it stands as {{name}}.')
	})
	.describe('words.json: what the app says, in three languages.');

/** `solution/report.*.json`, `also/<why>/report.json` */
export const reportFile = bugReport
	.extend({ $schema: z.string().optional() })
	.describe('report.json: a report of the bug.');

/** `wrong/<why>/wrong.json` of this kind. */
export const lackingManifest = z
	.strictObject({
		$schema: z.string().optional(),
		lacks: z
			.array(z.string().min(1))
			.min(1)
			.describe(
				'Exactly what the report lacks: "steps-done", "bug-shows", "only-bug", "few-steps", "differ", "severity", "title-length", "title-1" (the first rule of the title), and so on.'
			)
	})
	.describe('wrong.json: what a report that is not good enough lacks.');
