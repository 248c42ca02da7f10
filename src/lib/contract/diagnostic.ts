import {
	either,
	hasFields,
	isAbsent,
	isExactly,
	isListOf,
	isRecordOf,
	isText,
	isWhole,
	type Shape
} from './shape.ts';

/** Where something stands in a learner's file. */
export interface SourceLocation {
	file: string;
	/** From 1. */
	line: number;
	/** From 1, in UTF-16 units. */
	column: number;
	/** Length in UTF-16 units of what is meant, where known. */
	length?: number | undefined;
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
	'const-without-value',
	'wrong-side',
	'module-only',
	'super-assigned',
	'invalid-name',
	'too-large',
	'too-many-scripts',
	'too-hard-to-compile',
	// What people type in their first hours: found beside the compiler's message, or where it sees nothing wrong.
	'typographic-quote',
	'invisible-character',
	'look-alike',
	'wrong-sign',
	'odd-sign',
	'decimal-comma',
	'space-in-number',
	'apostrophe-in-text',
	'text-not-begun',
	'quotes-needed',
	'backticks-needed',
	'keyword-capital',
	'other-word',
	'else-with-condition',
	'for-commas',
	'comment-sign',
	'name-in-pieces',
	'name-begins-with-digit',
	'reserved-name',
	'missing-dot-slash',
	'file-name-case',
	'braces-needed',
	'no-braces',
	'misspelled-export',
	'nothing-exported',
	'brackets-for-call',
	'missing-between',
	'html-in-script',
	'unclosed-bracket',
	'extra-bracket',
	'assignment-in-condition',
	'chained-comparison',
	'wrong-case',
	'missing-call',
	'unreachable',
	'empty-statement',
	'comparison-alone',
	'arrow-as-comparison',
	'half-comparison',
	'called-at-once',
	'no-then',
	'condition-in-brackets',
	'block-colon',
	'other-form',
	'other-alphabet',
	'typescript'
] as const;
export type DiagnosticCode = (typeof DIAGNOSTIC_CODES)[number];

/** Characters of one line of the diagnostic's file, and what stands there afterwards. */
export interface TextEdit {
	/** From 1. */
	line: number;
	/** From 1, in UTF-16 units. */
	column: number;
	length: number;
	text: string;
}

/** A repair that is safe to offer: edits of the texts that were compiled, in the order of the file, none over another. */
export interface Fix {
	edits: readonly TextEdit[];
}

/** An error or warning of the compiler (esbuild, in its own words). */
export interface Diagnostic {
	severity: 'error' | 'warning';
	/** The compiler's English text. */
	text: string;
	/** A code for the common ones, to be said in the learner's language; null where there is none. */
	code: DiagnosticCode | null;
	params: Record<string, string>;
	location: SourceLocation | null;
	fix?: Fix | undefined;
}

/** Warnings stop no run. */
export const firstError = (diagnostics: readonly Diagnostic[]): Diagnostic | undefined =>
	diagnostics.find(({ severity }) => severity === 'error');

const isNothing = isExactly(null);
const isSourceLocation: Shape<SourceLocation> = hasFields<SourceLocation>({
	file: isText,
	line: isWhole,
	column: isWhole,
	length: either(isWhole, isAbsent)
});

const isFix: Shape<Fix> = hasFields<Fix>({
	edits: isListOf(hasFields<TextEdit>({ line: isWhole, column: isWhole, length: isWhole, text: isText }))
});

const isAnything: Shape<unknown> = (_value): _value is unknown => true;

type SentDiagnostic = Omit<Diagnostic, 'code'> & { code: unknown };
/** A diagnostic as it is sent: its code may be one of a newer version. */
export const isSentDiagnostic: Shape<SentDiagnostic> = hasFields<SentDiagnostic>({
	severity: isExactly('error', 'warning'),
	text: isText,
	code: isAnything,
	params: isRecordOf(isText),
	location: either(isNothing, isSourceLocation),
	fix: either(isFix, isAbsent)
});

/** With a code that is not known here only the compiler's own words are left. */
export const knownDiagnostic = (sent: SentDiagnostic): Diagnostic => ({
	...sent,
	code: DIAGNOSTIC_CODES.find((code) => code === sent.code) ?? null
});
