import { z } from 'zod';
import { manifestFields } from '../../contract/exercise.ts';
import { bugFields, escapes } from '../bugs/manifest.ts';
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
		...bugFields,
		...fields
	})
	.describe('exercise.json: the description of one exercise.');
export type TestsManifest = z.infer<typeof testsManifest>;

/** `wrong/<why>/wrong.json` of this kind. */
export const weakManifest = z
	.strictObject({
		$schema: z.string().optional(),
		escapes,
		fails: z
			.array(z.string().min(1))
			.default([])
			.describe('Full names of exactly the tests that fail on the correct program.')
	})
	.describe('wrong.json: what tests that are not good enough let through, or expect wrongly.');
