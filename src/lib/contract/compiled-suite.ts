import type { CompiledSuite } from './exercise.ts';
import type { ShownBug } from './shown-bug.ts';
import {
	either,
	hasFields,
	isAbsent,
	isExactly,
	isListOf,
	isNumber,
	isRecordOf,
	isText,
	type Shape
} from './shape.ts';

/** What a page is sent when a run begins. A kind of exercise may send more along. */
export const isCompiledSuite: Shape<CompiledSuite> = hasFields<CompiledSuite>({
	hash: isText,
	code: isText,
	statics: isListOf(isText),
	expected: isListOf(isText),
	translations: hasFields<CompiledSuite['translations']>({
		tests: isRecordOf(isText),
		messages: isRecordOf(isText)
	}),
	calls: either(isAbsent, isRecordOf(isText)),
	bugs: either(
		isAbsent,
		isListOf(
			hasFields<ShownBug>({
				id: isText,
				told: either(isExactly(null), hasFields({ fr: isText, nl: isText, en: isText })),
				file: isText,
				line: isNumber,
				was: isText,
				becomes: isText
			})
		)
	)
});
