import type { Compiler } from '../../compile/compiler.ts';
import type { PublicCode } from '../../kinds/code-workbench.ts';
import { sameTexts } from '../../progress/merge-draft.ts';
import { startFiles } from '../texts/choose-draft.ts';

/** A compiler that has the start's script at hand, where it came with the page: nothing is asked for a text that nobody has changed. */
export function withKnownStart(
	exercise: Pick<PublicCode, 'files' | 'startScript'>,
	compiler: Compiler
): Compiler {
	const { startScript: script } = exercise;
	if (!script) return compiler;
	const start = startFiles(exercise);
	return {
		compile: (source, signal) =>
			sameTexts(source.files, start)
				? Promise.resolve({ ok: true, script, warnings: [] })
				: compiler.compile(source, signal)
	};
}
