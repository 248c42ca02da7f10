import type { EngineNeed, FileMap } from '../contract/exercise.ts';
import type { PlannedBug, TestedProgram } from '../contract/tested-program.ts';
import { compileLearner } from './compile-learner.ts';
import { toldDifference } from './differing-lines.ts';
import type { Esbuild } from './esbuild-port.ts';
import type { Instrument, Mutant } from './instrument-port.ts';
import { indexLines } from './typed/source-text.ts';

/** A bug that somebody has thought of: files laid over the program. */
export interface NamedBug {
	name: string;
	files: FileMap;
}

/** What a bug changes. Lines from 1, of the program's file. */
export interface BugChange {
	/** As in `PlannedBug`. */
	id: string;
	/** Of a named bug; null of an automatic one. */
	name: string | null;
	file: string;
	line: number;
	/** The lines that differ, before and after. */
	was: string;
	becomes: string;
}

export interface CompiledProgram {
	program: TestedProgram;
	changes: readonly BugChange[];
	/** Ids of all automatic bugs, wanted or not. */
	automatic: readonly string[];
}

/** A program or a bug of it that does not compile: a coach's mistake. */
export class ProgramError extends Error {
	constructor(
		message: string,
		/** Null: the program itself. */
		readonly bug: string | null,
		readonly file: string | null,
		readonly line: number | null
	) {
		super(message);
	}
}

/** Characters of a replacement in an id: it is read by people, and must be told from others of the same place. */
const ID_TEXT = 60;

/** A mutant's file with the change made. */
function mutated(text: string, { start, end, replacement }: Mutant): string {
	const { offsetOf } = indexLines(text);
	return (
		text.slice(0, offsetOf(start.line, start.column)) +
		replacement +
		text.slice(offsetOf(end.line, end.column))
	);
}

/** Ids of mutants that stay the same while the program does: place and replacement, counted where two would be the same. */
function namesOf(mutants: readonly Mutant[]): string[] {
	const known = new Map<string, number>();
	return mutants.map(({ file, start, replacement }) => {
		const text = replacement.replace(/\s+/g, ' ').slice(0, ID_TEXT);
		const name = `${file}:${start.line}:${start.column} ${text}`;
		const times = (known.get(name) ?? 0) + 1;
		known.set(name, times);
		return times === 1 ? name : `${name} (${times})`;
	});
}

/** Whole lines of a file, from 1. */
interface Lines {
	first: number;
	last: number;
}

/** Whether a mutant is within the changed lines of its file. */
function isIn({ file, start, end }: Mutant, changed: ReadonlyMap<string, Lines>): boolean {
	const lines = changed.get(file);
	return lines !== undefined && start.line >= lines.first && end.line <= lines.last;
}

async function scriptOf(
	esbuild: Esbuild,
	files: FileMap,
	need: EngineNeed,
	bug: string | null
): Promise<string> {
	const entry = Object.keys(files)[0] ?? '';
	const result = await compileLearner(esbuild, { files, entry, mocked: [], need, packages: [] });
	if (result.ok) return result.script.code;
	const [first] = result.diagnostics;
	throw new ProgramError(
		first?.text ?? '',
		bug,
		first?.location?.file ?? null,
		first?.location?.line ?? null
	);
}

/** What compiling needs of the place where it is done. */
interface ProgramTools {
	esbuild: Esbuild;
	instrument: Instrument;
}

/** A program with its mutants, compiled. What is wrong with it is said of the text as it is written. */
async function compileMutants(
	{ esbuild, instrument }: ProgramTools,
	files: FileMap,
	need: EngineNeed,
	bug: string | null
): Promise<{ script: string; mutants: readonly Mutant[] }> {
	try {
		const { files: instrumented, mutants } = await instrument(files);
		return { script: await scriptOf(esbuild, instrumented, need, bug), mutants };
	} catch (error) {
		await scriptOf(esbuild, files, need, bug);
		throw error;
	}
}

/** The id of a named bug. */
export const namedBug = (name: string): string => `named:${name}`;

/** A named bug: its script, what is passed where it is reached, and what it changes. */
async function compileNamed(
	tools: ProgramTools,
	files: FileMap,
	{ name, files: over }: NamedBug,
	need: EngineNeed
): Promise<{ script: string; reach: readonly string[]; change: BugChange | null }> {
	const changed = new Map<string, Lines>();
	let first: BugChange | null = null;
	for (const [file, text] of Object.entries(over)) {
		const change = toldDifference(files[file] ?? '', text);
		// Of lines that are gone, those around them.
		changed.set(file, { first: change.line - 1, last: change.line + change.becomes.split('\n').length });
		first ??= { id: namedBug(name), name, file, ...change };
	}
	// All of it has marks, as the first script: a test that reads a function must not find out which of them it is in.
	const { script, mutants } = await compileMutants(tools, { ...files, ...over }, need, name);
	return { script, reach: mutants.filter((one) => isIn(one, changed)).map(({ id }) => id), change: first };
}

/**
 * Compiles a program and its bugs: automatic ones in one script, each named one in its own. Rejects with `ProgramError`.
 * @param automatic whether Stryker's mutants are bugs too, and which ones, by their ids
 */
export async function compileProgram(
	tools: ProgramTools,
	files: FileMap,
	named: readonly NamedBug[],
	need: EngineNeed,
	automatic: (id: string) => boolean
): Promise<CompiledProgram> {
	const { script, mutants } = await compileMutants(tools, files, need, null);
	const ids = namesOf(mutants);
	const own = await Promise.all(named.map((bug) => compileNamed(tools, files, bug, need)));
	const bugs = own.map(({ reach }, index): PlannedBug => ({
		id: namedBug(named[index]!.name),
		script: index + 1,
		active: null,
		reach
	}));
	const changes = own.flatMap(({ change }) => change ?? []);
	for (const [index, mutant] of mutants.entries()) {
		const id = ids[index]!;
		if (!automatic(id)) continue;
		const text = files[mutant.file] ?? '';
		bugs.push({ id, script: 0, active: mutant.id, reach: [] });
		changes.push({ id, name: null, file: mutant.file, ...toldDifference(text, mutated(text, mutant)) });
	}
	return {
		program: { scripts: [script, ...own.map((one) => one.script)], bugs },
		changes,
		automatic: ids
	};
}
