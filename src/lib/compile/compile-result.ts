import * as z from 'zod/mini';
import { diagnostic } from '../contract/diagnostic.ts';
import type { CompileResult } from './compiler.ts';

/** What a compiler on the other side of the network answers. */
export const compileResult: z.ZodMiniType<CompileResult> = z.discriminatedUnion('ok', [
	z.object({
		ok: z.literal(true),
		script: z.object({
			code: z.string(),
			map: z.string(),
			pages: z.record(z.string(), z.array(z.string()))
		}),
		warnings: z.array(diagnostic)
	}),
	z.object({ ok: z.literal(false), diagnostics: z.array(diagnostic) })
]);
