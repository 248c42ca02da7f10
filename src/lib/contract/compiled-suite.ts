import type { CompiledSuite } from './exercise.ts';
import { either, hasFields, isAbsent, isListOf, isRecordOf, isText, type Shape } from './shape.ts';

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
	calls: either(isAbsent, isRecordOf(isText))
});
