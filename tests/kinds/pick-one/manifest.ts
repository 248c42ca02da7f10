import { z } from 'zod';
import { manifestFields } from '../../../src/lib/contract/exercise.ts';

/** As exercise.json and the page say it. */
export const NAME = 'pick-one';

const line = z.string().trim().min(1).max(100);

/** `exercise.json` of this kind. */
export const pickManifest = z
	.strictObject({
		...manifestFields,
		kind: z.literal(NAME).describe('What the learner does. "pick-one": choose the right one of four lines.'),
		lines: z.tuple([line, line, line, line]).describe('The four lines, in the order of the page.'),
		right: z.number().int().min(1).max(4).describe('Which of the lines is right, 1 to 4.')
	})
	.describe('exercise.json: the description of one exercise.');
export type PickManifest = z.infer<typeof pickManifest>;
