/** Where something stands in a learner's file. Lines and columns are 1-based, columns in UTF-16 units. */
export interface SourceLocation {
	file: string;
	line: number;
	column: number;
	/** Length in UTF-16 units of what is meant, where known. */
	length?: number;
}

/** An error or warning of the compiler (esbuild, in its own words). */
export interface Diagnostic {
	severity: 'error' | 'warning';
	/** The compiler's English text. */
	text: string;
	/** A code for the common ones, to be said in the learner's language; null where there is none. */
	code: DiagnosticCode | null;
	params: Readonly<Record<string, string>>;
	location: SourceLocation | null;
}

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
	'too-large'
] as const;
export type DiagnosticCode = (typeof DIAGNOSTIC_CODES)[number];
