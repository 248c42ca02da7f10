import * as z from 'zod/mini';
import type { CompiledSuite } from './exercise.ts';
import './without-eval.ts';

const texts = z.record(z.string(), z.string());

/** What a page is sent when a run begins. A kind of exercise may send more along. */
export const compiledSuite: z.ZodMiniType<CompiledSuite> = z.looseObject({
	hash: z.string(),
	code: z.string(),
	statics: z.array(z.string()),
	expected: z.array(z.string()),
	translations: z.object({ tests: texts, messages: texts })
});
