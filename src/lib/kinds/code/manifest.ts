import { z } from 'zod';
import { ENGINE_NEEDS, learnerPath, manifestFields } from '../../contract/exercise.ts';
import { runCode } from './run.ts';

/** An npm package's name and its exact version: what is installed must be what the solution was checked with. */
const packages = z.record(
	z.string().regex(/^(@[a-z0-9][a-z0-9._-]*\/)?[a-z0-9][a-z0-9._-]*$/, 'must be the name of an npm package'),
	z.string().regex(/^\d+\.\d+\.\d+$/, 'must be an exact version such as "1.2.3"')
);

const { $schema, version, title, ...fields } = manifestFields;

/** `exercise.json` of this kind. */
export const codeManifest = z
	.strictObject({
		// Those that every exercise has stand first: so does a coach write them, and the guide list them.
		$schema,
		version,
		title,
		kind: z
			.enum([runCode.name])
			.describe('What the learner does. "code": write code that a hidden suite checks.'),
		need: z
			.enum(ENGINE_NEEDS)
			.describe(
				'What the code needs to run. "worker": only the language, JavaScript or TypeScript. "dom": a page with HTML and CSS. "node": Node\'s own modules, such as node:fs.'
			),
		packages: packages
			.default({})
			.describe(
				'npm packages that the code may import, with exact versions: { "slugify": "1.6.9" }. Only with "node". Default: none.'
			),
		serves: z
			.boolean()
			.default(false)
			.describe(
				'Whether the program is a web server that is shown in a preview. Only with "node". Default: false.'
			),
		files: z
			.array(
				z.strictObject({
					path: learnerPath,
					editable: z
						.boolean()
						.default(true)
						.describe('Whether the learner may change this file. Default: true.')
				})
			)
			.min(1)
			.max(20)
			.describe('The files the learner sees, in the order of the tabs. Each must exist in start/.'),
		entry: learnerPath.describe('The file that Run starts and that is opened first. Must be one of "files".'),
		...fields,
		refactoring: z
			.boolean()
			.default(false)
			.describe(
				'The start already passes: the task is to write it better. Default: false, the start must fail.'
			),
		allowPrototype: z
			.boolean()
			.default(false)
			.describe(
				'Let the code extend built-in prototypes. Such an exercise is not protected against forging. Default: false.'
			),
		allowsUnhandled: z
			.array(z.string().regex(/^[A-Za-z_$][\w$]*$/, 'must be the name of an error, such as "RangeError"'))
			.max(10)
			.default([])
			.describe(
				'Names of errors that nobody has to catch, such as ["RangeError"], where the exercise is about them. Any other error or rejected promise that nobody catches fails the check, as in Vitest. Default: none.'
			)
	})
	.describe('exercise.json: the description of one exercise.');
export type CodeManifest = z.infer<typeof codeManifest>;

const acceptedSurvivor = z.strictObject({
	was: z.string().min(1).describe('The changed line before, as `check --mutants` writes it.'),
	becomes: z
		.string()
		.optional()
		.describe('The line after. Default: whatever the line becomes, the reason is good for it.'),
	because: z.string().trim().min(1).describe('Why no test has to notice it.')
});
export type AcceptedSurvivor = z.infer<typeof acceptedSurvivor>;

/** `survivors.json`: changes of right work that no test has to notice. */
export const survivorsFile = z
	.strictObject({
		$schema: z.string().optional(),
		survivors: z
			.array(acceptedSurvivor)
			.max(200)
			.describe('Small changes of the solution, or of a way in also/, that may pass every test.')
	})
	.describe('survivors.json: changes of right work that no test has to notice, each with its reason.');

/** `wrong/<why>/wrong.json`: one typical mistake, laid over the solution's files. */
export const wrongManifest = z
	.strictObject({
		$schema: z.string().optional(),
		fails: z
			.array(z.string().min(1))
			.min(1)
			.describe('Full English names of exactly the tests that must fail.')
	})
	.describe('wrong.json: which tests a typical mistake must fail.');
