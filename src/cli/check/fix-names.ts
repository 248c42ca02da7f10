import { join } from 'node:path';
import { applyEdits, findNodeAtLocation, parseTree, type Edit } from 'jsonc-parser';
import { locateJson } from '../../lib/exercise/json-lines.ts';
import { RENAMED_FIELDS } from '../../lib/exercise/renamed-fields.ts';
import { splitMark } from '../../lib/exercise/text-encoding.ts';
import { writeWhole } from '../../lib/server/catalog/write-whole.ts';
import { readOwn } from './read-own.ts';
import type { ExercisePlace } from './targets.ts';

/** A field that got its name of today. */
export interface FixedName {
	/** Absolute. */
	path: string;
	/** 1-based. */
	line: number;
	from: string;
	to: string;
}

/**
 * The text with other names for fields at its top, and nothing else changed: neither order, nor indentation, nor line
 * ends. A field whose new name is there already stays: which of the two is meant, the coach knows.
 */
export function renameFields(
	text: string,
	names: ReadonlyMap<string, string>
): { text: string; fixed: Omit<FixedName, 'path'>[] } {
	const { mark, text: json } = splitMark(text);
	const located = locateJson(json);
	// What is no JSON has another problem first.
	const tree = located.ok ? parseTree(json) : undefined;
	if (!located.ok || !tree) return { text, fixed: [] };
	const edits: Edit[] = [];
	const fixed: Omit<FixedName, 'path'>[] = [];
	for (const [from, to] of names) {
		const key = findNodeAtLocation(tree, [from])?.parent?.children?.[0];
		if (!key || findNodeAtLocation(tree, [to])) continue;
		edits.push({ offset: key.offset, length: key.length, content: JSON.stringify(to) });
		fixed.push({ line: located.json.line([from]), from, to });
	}
	return { text: mark + applyEdits(json, edits), fixed };
}

/** Writes the names of today into the files of an exercise. Links are left alone. Rejects where the disk fails. */
export async function fixNames({ root, id }: ExercisePlace): Promise<FixedName[]> {
	const all: FixedName[] = [];
	for (const [file, names] of RENAMED_FIELDS) {
		const path = join(root, id, file);
		const before = await readOwn(path);
		if (before === null) continue;
		const { text, fixed } = renameFields(before, names);
		if (fixed.length === 0) continue;
		await writeWhole(path, text);
		all.push(...fixed.map((one) => ({ path, ...one })));
	}
	return all;
}
