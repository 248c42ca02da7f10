import { z } from 'zod';
import { manifestFields } from '../../contract/exercise.ts';
import { localizedText } from '../../contract/localized-text.ts';
import { runTests } from './run.ts';

const { $schema, version, title, ...fields } = manifestFields;

/** `exercise.json` of this kind. */
export const testsManifest = z
	.strictObject({
		$schema,
		version,
		title,
		kind: z
			.enum([runTests.name])
			.describe('What the learner does. "write-tests": write tests for a program that is there.'),
		need: z
			.enum(['worker'])
			.default('worker')
			.describe('What the program needs to run. "worker": only the language, JavaScript or TypeScript.'),
		program: z
			.enum(['shown', 'hidden'])
			.default('shown')
			.describe(
				'Whether the learner sees the program. "hidden": the brief is all that says what it does. Default: "shown".'
			),
		automatic: z
			.boolean()
			.default(true)
			.describe(
				'Whether small changes of the program are bugs too, besides those in mutants/. Default: true.'
			),
		excluded: z
			.array(
				z.strictObject({
					bug: z.string().min(1).describe('Its name, as `check` writes it of one that is not noticed.'),
					because: z.string().trim().min(1).describe('Why no test has to notice it.')
				})
			)
			.max(200)
			.default([])
			.describe('Automatic bugs that do not count, each with its reason. Default: none.'),
		...fields
	})
	.describe('exercise.json: the description of one exercise.');
export type TestsManifest = z.infer<typeof testsManifest>;

/** `mutants/<why>/mutant.json` */
export const mutantManifest = z
	.strictObject({
		$schema: z.string().optional(),
		told: localizedText.describe('What is wrong, per language: shown once a test has noticed it.')
	})
	.describe('mutant.json: what a bug is about.');

/** `wrong/<why>/wrong.json` of this kind. */
export const weakManifest = z
	.strictObject({
		$schema: z.string().optional(),
		escapes: z
			.array(z.string().min(1))
			.default([])
			.describe('Folder names, below mutants/, of exactly the bugs that these tests do not notice.'),
		fails: z
			.array(z.string().min(1))
			.default([])
			.describe('Full names of exactly the tests that fail on the correct program.')
	})
	.describe('wrong.json: what tests that are not good enough let through, or expect wrongly.');
