import type { SourceLocation } from '../../contract/diagnostic.ts';
import type { Failure } from '../../contract/report.ts';
import { fileOf } from '../../contract/script-file.ts';
import { LEARNER_SCRIPT } from '../harness/protocol.ts';
import { readSourceMap, originalPosition, type SourceMap } from './source-map.ts';

/** A frame of the learner's script in a V8, SpiderMonkey or JavaScriptCore stack. */
const FRAME = new RegExp(`${LEARNER_SCRIPT.replaceAll('.', '\\.')}:(\\d+):(\\d+)`, 'g');
/** A place in a learner's file itself, as a script without a script has it: one that cannot be read, code in HTML. */
const PLACE = /learner:([^\s:()]+):(\d+):(\d+)/;
/** The script's first line is the head of the function that wraps the learner's code. */
const HEAD_LINES = 1;

const parsed = new Map<string, SourceMap>();

/**
 * Where in the learner's files a stack of the sandbox points, by the script's source map; null where to nowhere. A place that
 * the stack names itself is believed where it is above the script's frames.
 */
export function locate(stack: string, sourceMap: string): SourceLocation | null {
	const frames = [...stack.matchAll(FRAME)];
	const place = PLACE.exec(stack);
	if (place && !(frames[0] && frames[0].index < place.index)) {
		const [, file = '', line, column] = place;
		return { file, line: Number(line), column: Number(column) };
	}
	if (frames.length === 0 || !sourceMap) return null;
	let map = parsed.get(sourceMap);
	if (!map) {
		parsed.clear();
		parsed.set(sourceMap, (map = readSourceMap(sourceMap)));
	}
	// The uppermost frame may be of what joins the learner's modules, which is no line of theirs.
	for (const [, line, column] of frames) {
		const position = originalPosition(map, Number(line) - HEAD_LINES, Number(column) - 1);
		if (!position) continue;
		const file = fileOf(position.source.replace(/^.*learner:/, ''));
		return { file, line: position.line, column: position.column + 1 };
	}
	return null;
}

/** Fills in where in the learner's files a failure happened. */
export function mapFailure(failure: Failure, sourceMap: string): Failure {
	const location = locate(failure.stack, sourceMap);
	return location ? { ...failure, location } : failure;
}
