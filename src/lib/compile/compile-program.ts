import type { EngineNeed, FileMap } from '../contract/exercise.ts';
import type { PlannedBug, TestedProgram } from '../contract/tested-program.ts';
import { compileLearner } from './compile-learner.ts';
import type { Esbuild } from './esbuild-port.ts';
import type { Instrument, Mutant } from './instrument-port.ts';

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

/** Lines that are told of a change. */
const TOLD_LINES = 6;

const told = (lines: readonly string[]): string =>
	(lines.length > TOLD_LINES ? [...lines.slice(0, TOLD_LINES), '…'] : lines).join('\n');

/** The lines in which two texts differ. `first`: from 1, of the first one. */
function difference(before: string, after: string): { first: number; was: string[]; becomes: string[] } {
	const [old, now] = [before.split('\n'), after.split('\n')];
	let first = 0;
	while (first < Math.min(old.length, now.length) && old[first] === now[first]) first++;
	let same = 0;
	while (same < Math.min(old.length, now.length) - first && old.at(-1 - same) === now.at(-1 - same)) same++;
	return {
		first: first + 1,
		was: old.slice(first, old.length - same),
		becomes: now.slice(first, now.length - same)
	};
}

/** Index in a text of a place in it. */
function indexOf(text: string, { line, column }: { line: number; column: number }): number {
	let at = 0;
	for (let left = line; left > 1; left--) at = text.indexOf('\n', at) + 1;
	return at + column - 1;
}

/** A mutant's file with the change made. */
const mutated = (text: string, { start, end, replacement }: Mutant): string =>
	text.slice(0, indexOf(text, start)) + replacement + text.slice(indexOf(text, end));

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

/**
 * Compiles a program and its bugs: automatic ones in one script, each named one in its own. Rejects with `ProgramError`.
 * @param automatic whether Stryker's mutants are bugs too, and which ones, by their ids
 */
export async function compileProgram(
	{ esbuild, instrument }: { esbuild: Esbuild; instrument: Instrument },
	files: FileMap,
	named: readonly NamedBug[],
	need: EngineNeed,
	automatic: (id: string) => boolean
): Promise<CompiledProgram> {
	// As it is written, for messages about what is written.
	await scriptOf(esbuild, files, need, null);
	const { files: instrumented, mutants } = await instrument(files);
	const ids = namesOf(mutants);
	const scripts = [await scriptOf(esbuild, instrumented, need, null)];
	const bugs: PlannedBug[] = [];
	const changes: BugChange[] = [];
	for (const { name, files: over } of named) {
		const id = `named:${name}`;
		const changed = new Map<string, Lines>();
		let told: BugChange | null = null;
		for (const [file, text] of Object.entries(over)) {
			const change = changeOf(files[file] ?? '', text);
			// Of lines that are gone, those around them.
			changed.set(file, { first: change.line - 1, last: change.line + change.becomes.split('\n').length });
			told ??= { id, name, file, ...change };
		}
		await scriptOf(esbuild, { ...files, ...over }, need, name);
		// All of it, as the first script: a test that reads a function must not find out which of them it is in.
		const probed = await instrument({ ...files, ...over });
		scripts.push(await scriptOf(esbuild, probed.files, need, name));
		const reach = probed.mutants.filter((one) => isIn(one, changed)).map((one) => one.id);
		bugs.push({ id, script: scripts.length - 1, active: null, reach });
		if (told) changes.push(told);
	}
	for (const [index, mutant] of mutants.entries()) {
		const id = ids[index]!;
		if (!automatic(id)) continue;
		const text = files[mutant.file] ?? '';
		bugs.push({ id, script: 0, active: mutant.id, reach: [] });
		changes.push({ id, name: null, file: mutant.file, ...changeOf(text, mutated(text, mutant)) });
	}
	return { program: { scripts, bugs }, changes, automatic: ids };
}

function changeOf(before: string, after: string): Pick<BugChange, 'line' | 'was' | 'becomes'> {
	const { first, was, becomes } = difference(before, after);
	return { line: first, was: told(was), becomes: told(becomes) };
}
