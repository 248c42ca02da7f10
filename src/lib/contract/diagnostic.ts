import * as z from 'zod/mini';
import './without-eval.ts';

/** Where something stands in a learner's file. */
export const sourceLocation = z.object({
	file: z.string(),
	/** From 1. */
	line: z.int(),
	/** From 1, in UTF-16 units. */
	column: z.int(),
	/** Length in UTF-16 units of what is meant, where known. */
	length: z.optional(z.int())
});
export type SourceLocation = z.infer<typeof sourceLocation>;

export const DIAGNOSTIC_CODES = [
	'unexpected-end',
	'expected-token',
	'unexpected-token',
	'unterminated-string',
	'unclosed-template',
	'already-declared',
	'assign-to-constant',
	'missing-export',
	'missing-file',
	'package-not-allowed',
	'await-outside-async',
	'return-outside-function',
	'invalid-name',
	'too-large',
	'too-many-scripts',
	'too-hard-to-compile'
] as const;
export type DiagnosticCode = (typeof DIAGNOSTIC_CODES)[number];

/** An error or warning of the compiler (esbuild, in its own words). */
export const diagnostic = z.object({
	severity: z.enum(['error', 'warning']),
	/** The compiler's English text. */
	text: z.string(),
	/**
	 * A code for the common ones, to be said in the learner's language; null where there is none, and where it is one of a
	 * newer version: then the compiler's own words are left.
	 */
	code: z.catch(z.nullable(z.enum(DIAGNOSTIC_CODES)), null),
	params: z.record(z.string(), z.string()),
	location: z.nullable(sourceLocation)
});
export type Diagnostic = z.infer<typeof diagnostic>;
