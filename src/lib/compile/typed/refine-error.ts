import type { Diagnostic } from '../../contract/diagnostic.ts';
import type { FileMap } from '../../contract/exercise.ts';
import { cutText } from '../cut-text.ts';
import { otherAlphabet } from './alphabets.ts';
import { bracketsForCall, extraBracket, missingBetween, unclosedBracket } from './brackets.ts';
import { conditionInBrackets, noThen } from './conditions.ts';
import { arrowNeeded, blockColon, formattedText, functionWord, otherForm } from './forms.ts';
import { importMistake } from './imports.ts';
import type { ErrorPlace, ErrorRule, Mistake } from './mistake.ts';
import { constWithoutValue, nameBeginsWithDigit, nameInPieces, reservedName } from './names.ts';
import { decimalComma, spaceInNumber } from './numbers.ts';
import {
	comparedOnTheLeft,
	comparisonWithoutName,
	invisibleCharacter,
	otherSign,
	signInList,
	signInPieces,
	typographicQuote,
	wrongSign
} from './odd-signs.ts';
import type { LineIndex, ReadSources } from './source-text.ts';
import {
	apostropheInText,
	commentSign,
	htmlInScript,
	pageComment,
	quotesNeeded,
	textNotBegun
} from './texts.ts';
import { typeAnnotation, typeAssertion, typeWord } from './types.ts';
import {
	elseWithCondition,
	forCommas,
	keywordCapital,
	misspeltWord,
	otherOperator,
	otherWord
} from './words.ts';

/** The order counts: the first that knows the mistake names it. */
const RULES: readonly ErrorRule[] = [
	otherAlphabet,
	typeWord,
	nameInPieces,
	typographicQuote,
	invisibleCharacter,
	wrongSign,
	quotesNeeded,
	commentSign,
	typeAnnotation,
	typeAssertion,
	blockColon,
	noThen,
	comparisonWithoutName,
	htmlInScript,
	signInPieces,
	apostropheInText,
	textNotBegun,
	decimalComma,
	spaceInNumber,
	nameBeginsWithDigit,
	reservedName,
	keywordCapital,
	elseWithCondition,
	conditionInBrackets,
	formattedText,
	otherForm,
	otherWord,
	misspeltWord,
	functionWord,
	arrowNeeded,
	otherOperator,
	constWithoutValue,
	comparedOnTheLeft,
	otherSign,
	signInList,
	forCommas,
	extraBracket,
	unclosedBracket,
	bracketsForCall,
	missingBetween
];
/** What the compiler can refuse is mostly the grammar: the rules say nothing about these. */
const NOT_GRAMMAR = /^(?:assign-to-constant|await-outside-async|return-outside-function)$/;

/** Characters of a name in a sentence: it can be as long as the file. */
const NAME_CHARS = 60;

/** A sentence has one line. */
const LINE_END = /[ \t]*[\r\n][ \t\r\n]*/g;

/** A mistake with lines and columns, in sentences short enough. */
export function toDiagnostic(
	{ code, params, start, end, edits }: Mistake,
	about: Pick<Diagnostic, 'severity' | 'text'> & { file: string },
	lines: LineIndex
): Diagnostic {
	const { severity, text, file } = about;
	const place = lines.placeOf(start);
	const length = Math.min(end, lines.endOf(place.line)) - start;
	return {
		severity,
		text,
		code,
		params: Object.fromEntries(
			Object.entries(params).map(([name, value]) => [name, cutText(value.replace(LINE_END, ' '), NAME_CHARS)])
		),
		location: { file, ...place, length: Math.max(1, length) },
		...(edits && edits.length > 0
			? {
					fix: {
						edits: edits.map((edit) => ({
							...lines.placeOf(edit.start),
							length: edit.end - edit.start,
							text: edit.text
						}))
					}
				}
			: {})
	};
}

/** The first token that ends after the offset. */
function indexAt(tokens: ErrorPlace['tokens'], offset: number): number {
	let low = 0;
	let high = tokens.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((tokens[middle]?.end ?? 0) <= offset) low = middle + 1;
		else high = middle;
	}
	return low;
}

/**
 * An error of the compiler as the mistake that somebody typed, where it is a known one; else as it was. `module` is the
 * file, or `page.html?1` for a script that stands in a page.
 */
export function refineError(
	diagnostic: Diagnostic,
	module: string,
	files: FileMap,
	read: ReadSources
): Diagnostic {
	const { location, code, params, text, severity } = diagnostic;
	// Where the compiler only warns, it is of a comment that an old page may have.
	const rules = severity === 'error' ? RULES : [pageComment];
	if (!location || (code && NOT_GRAMMAR.test(code))) return diagnostic;
	const source = read(module);
	if (source === null) return diagnostic;
	const offset = source.lines.offsetOf(location.line, location.column);
	const place = { ...source, code, params, text, offset, index: indexAt(source.tokens, offset) };
	let found = importMistake(place, location.file, files, read);
	for (const rule of code && /^(?:missing-|package-)/.test(code) ? [] : rules) {
		found ??= rule(place);
	}
	return found ? toDiagnostic(found, { severity, text, file: location.file }, source.lines) : diagnostic;
}
