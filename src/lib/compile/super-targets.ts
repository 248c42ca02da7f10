import { originalPositionFor, TraceMap } from '@jridgewell/trace-mapping';
import type { Program } from 'acorn';
import type { Diagnostic } from '../contract/diagnostic.ts';
import { placeAt } from './place-at.ts';
import type { PlainFile } from './plain-files.ts';
import { freeNames, type Place } from './scopes.ts';

/** Whether a value is put where this node stands: the places that a parser takes for the target of an assignment. */
function isTarget({ node, above }: Place): boolean {
	const parent = above?.node;
	switch (parent?.type) {
		case 'AssignmentExpression':
		case 'AssignmentPattern':
		case 'ForInStatement':
		case 'ForOfStatement':
			return parent.left === node;
		case 'UpdateExpression':
		case 'ArrayPattern':
		case 'RestElement':
			return true;
		case 'Property':
			return parent.value === node && above?.above?.node.type === 'ObjectPattern';
		default:
			return false;
	}
}

/** Where a script first gives a value to a property of `super`, if it does: an offset in its text. */
function superTarget(program: Program): number | null {
	let first: number | null = null;
	freeNames(program, (place) => {
		const { node } = place;
		if (node.type !== 'MemberExpression' || node.object.type !== 'Super' || !isTarget(place)) return;
		if (first === null || node.start < first) first = node.start;
	});
	return first;
}

/**
 * Refuses a script of a page that assigns through `super`, in whatever form. Such an assignment defines a property on
 * `this`, past every setter: on an element, that of the name that a suite reads. A sandbox cannot see it happen. Null where
 * there is nothing to refuse.
 */
export function refuseSuperTargets(
	{ path, text, map }: PlainFile,
	{ program }: { program: Program }
): Diagnostic | null {
	// The word cannot be written with escapes: then it would be no keyword.
	const at = text.includes('super') ? superTarget(program) : null;
	if (at === null) return null;
	const place = placeAt(text, at);
	const written = map === null ? place : originalPositionFor(new TraceMap(map), place);
	return {
		severity: 'error',
		text: "A value cannot be assigned through 'super' in a page",
		code: 'super-assigned',
		params: {},
		location: {
			file: path,
			line: written.line ?? place.line,
			column: (written.column ?? place.column) + 1,
			length: 'super'.length
		}
	};
}
