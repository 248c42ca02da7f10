import { z } from 'zod';
import { localizedText } from '../../contract/localized-text.ts';

const exclusion = z.strictObject({
	bug: z.string().min(1).describe('Its name, as `check` writes it of one that is not noticed.'),
	because: z.string().trim().min(1).describe('Why no test has to notice it.')
});
export type Exclusion = z.infer<typeof exclusion>;

/** Fields of an `exercise.json` whose program has bugs. */
export const bugFields = {
	automatic: z
		.boolean()
		.default(true)
		.describe('Whether small changes of the program are bugs too, besides those in mutants/. Default: true.'),
	excluded: z
		.array(exclusion)
		.max(200)
		.default([])
		.describe('Automatic bugs that do not count, each with its reason. Default: none.')
};

/** `mutants/<why>/mutant.json` */
export const mutantManifest = z
	.strictObject({
		$schema: z.string().optional(),
		told: localizedText.describe('What is wrong, per language: shown once a test has noticed it.')
	})
	.describe('mutant.json: what a bug is about.');

/** Of a `wrong.json`: what work that is not good enough lets through. */
export const escapes = z
	.array(z.string().min(1))
	.default([])
	.describe('Folder names, below mutants/, of exactly the bugs that these tests do not notice.');
