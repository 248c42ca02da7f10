import { z } from 'zod';
import { manifestFields } from '../../contract/exercise.ts';
import { runFind } from './run.ts';

const { $schema, version, title, ...fields } = manifestFields;

/** `exercise.json` of this kind. */
export const findManifest = z
	.strictObject({
		$schema,
		version,
		title,
		kind: z
			.enum([runFind.name])
			.describe(
				'What the learner does. "find-the-bug": write a test that fails because of a bug, then mend the program.'
			),
		need: z
			.enum(['worker'])
			.default('worker')
			.describe('What the program needs to run. "worker": only the language, JavaScript or TypeScript.'),
		...fields
	})
	.describe('exercise.json: the description of one exercise.');
export type FindManifest = z.infer<typeof findManifest>;

const names = z.array(z.string().min(1)).default([]);

/** `wrong/<why>/wrong.json` of this kind. */
export const faultManifest = z
	.strictObject({
		$schema: z.string().optional(),
		misses: z
			.boolean()
			.default(false)
			.describe('Whether its tests do not show the bug: they pass on both programs. Default: false.'),
		invalid: names.describe('Full names of exactly those of its own tests that fail on the correct program.'),
		fails: names.describe('Full English names of exactly the tests in tests/ that its program fails.')
	})
	.describe('wrong.json: what is wrong with the tests, or with the program.');
export type FaultManifest = z.infer<typeof faultManifest>;
