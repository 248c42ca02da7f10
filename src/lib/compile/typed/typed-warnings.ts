import type { Diagnostic } from '../../contract/diagnostic.ts';
import type { FileMap } from '../../contract/exercise.ts';
import { findScripts, MAX_SCRIPTS } from '../page-scripts.ts';
import { otherAlphabetInNames } from './alphabets.ts';
import { foreignNames } from './foreign-names.ts';
import { hiddenInScript, oddInMarkup } from './hidden-characters.ts';
import type { Suspicion } from './mistake.ts';
import { toDiagnostic } from './refine-error.ts';
import { indexLines, readSource } from './source-text.ts';
import { SUSPICIONS } from './suspicions.ts';
import { unreachable } from './unreachable.ts';
import { wrongCase } from './wrong-case.ts';

/** Warnings of one source: nobody reads more. */
const MAX_WARNINGS = 10;
const RULES = [...SUSPICIONS, unreachable];

type IsOwn = (name: string) => boolean;

function suspicionsIn(source: string, isOwn: IsOwn): Suspicion[] {
	const read = readSource(source);
	const found = [
		...hiddenInScript(read),
		...otherAlphabetInNames(read),
		...wrongCase(read),
		...foreignNames(read, isOwn)
	];
	for (let index = 0; index < read.tokens.length && found.length < MAX_WARNINGS; index += 1) {
		for (const rule of RULES) {
			const suspicion = rule(read, index);
			if (suspicion) found.push(suspicion);
		}
	}
	return found;
}

interface Part {
	/** On its own lines and columns of the file. */
	source: string;
	found: Suspicion[];
}

function* partsOf(file: string, text: string, isOwn: IsOwn): Generator<Part> {
	if (/\.(?:js|mjs)$/.test(file)) yield { source: text, found: suspicionsIn(text, isOwn) };
	else if (file.endsWith('.css')) yield { source: text, found: oddInMarkup(text, false) };
	else if (/\.html?$/.test(file)) {
		yield { source: text, found: oddInMarkup(text, true) };
		for (const { inline } of findScripts(file, text, MAX_SCRIPTS)) {
			if (inline !== null) yield { source: inline, found: suspicionsIn(inline, isOwn) };
		}
	}
}

const TEXT_CHARS = 200;

/** What compiles, and was probably meant otherwise: warnings, which stop nothing. */
export function typedWarnings(files: FileMap): Diagnostic[] {
	const known = new Map<string, boolean>();
	// Scripts of a page share their names.
	const isOwn = (name: string): boolean => {
		const declared = new RegExp(`\\b(?:function|class|const|let|var)\\s+${name}\\b`);
		const own = known.get(name) ?? Object.values(files).some((text) => declared.test(text));
		known.set(name, own);
		return own;
	};
	return Object.entries(files).flatMap(([file, text]) =>
		[...partsOf(file, text, isOwn)]
			.flatMap(({ source, found }) => {
				const lines = indexLines(source);
				return found
					.sort((a, b) => a.start - b.start)
					.map((one) => {
						const about = { severity: 'warning', text: one.text.slice(0, TEXT_CHARS), file } as const;
						return toDiagnostic(one, about, lines);
					});
			})
			.slice(0, MAX_WARNINGS)
	);
}
