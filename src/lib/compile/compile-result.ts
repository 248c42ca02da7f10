import { isSentDiagnostic, knownDiagnostic } from '../contract/diagnostic.ts';
import type { LearnerScript } from '../contract/plan.ts';
import {
	either,
	hasFields,
	inShape,
	isAbsent,
	isExactly,
	isListOf,
	isRecordOf,
	isText,
	isWhole
} from '../contract/shape.ts';
import type { PlantedBug, PlantedProgram } from '../contract/tested-program.ts';
import type { CompileResult } from './compiler.ts';

const hasOk = hasFields({ ok: isExactly(true, false) });
const isPlanted = hasFields<PlantedProgram>({
	script: isText,
	bugs: isListOf(
		hasFields<PlantedBug>({ id: isText, file: isText, line: isWhole, was: isText, becomes: isText })
	)
});
const hasScript = hasFields({
	script: hasFields<LearnerScript>({
		code: isText,
		map: isText,
		pages: isRecordOf(isListOf(isText)),
		planted: either(isAbsent, isPlanted)
	}),
	warnings: isListOf(isSentDiagnostic)
});
const hasDiagnostics = hasFields({ diagnostics: isListOf(isSentDiagnostic) });

/** What a compiler on the other side of the network answers; throws where it is something else. */
export function readCompileResult(sent: unknown): CompileResult {
	if (inShape(hasOk, sent).ok) {
		const { script, warnings } = inShape(hasScript, sent);
		return { ok: true, script, warnings: warnings.map(knownDiagnostic) };
	}
	return { ok: false, diagnostics: inShape(hasDiagnostics, sent).diagnostics.map(knownDiagnostic) };
}
