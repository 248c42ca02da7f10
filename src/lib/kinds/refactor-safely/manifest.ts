import { z } from 'zod';
import { manifestFields } from '../../contract/exercise.ts';
import { bugFields, escapes } from '../bugs/manifest.ts';
import { runRefactor } from './run.ts';

const { $schema, version, title, ...fields } = manifestFields;

/** `exercise.json` of this kind. */
export const refactorManifest = z
	.strictObject({
		$schema,
		version,
		title,
		kind: z
			.enum([runRefactor.name])
			.describe(
				'What the learner does. "refactor-safely": make tests that notice every bug, then write the program better.'
			),
		need: z
			.enum(['worker'])
			.default('worker')
			.describe('What the program needs to run. "worker": only the language, JavaScript.'),
		...bugFields,
		...fields
	})
	.describe('exercise.json: the description of one exercise.');
export type RefactorManifest = z.infer<typeof refactorManifest>;

const names = z.array(z.string().min(1)).default([]);

/** `wrong/<why>/wrong.json` of this kind. */
export const unsafeManifest = z
	.strictObject({
		$schema: z.string().optional(),
		escapes,
		invalid: names.describe(
			'Full names of exactly those of its own tests that fail on the program of start/.'
		),
		fails: names.describe('Full English names of exactly the tests in tests/ that its program fails.'),
		unguarded: z
			.boolean()
			.default(false)
			.describe(
				'Whether a bug that is planted into its own program is not noticed by its tests. Default: false.'
			)
	})
	.describe('wrong.json: what is wrong with the tests, or with the program.');
export type UnsafeManifest = z.infer<typeof unsafeManifest>;
