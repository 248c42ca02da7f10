import { locateJson, type JsonPath, type JsonResult } from './json-lines.ts';

/** Path below `exercises/` → text; only to name lines. */
export type Sources = ReadonlyMap<string, string>;

/** A map of a thousand stations that are all wrong is read once, not a thousand times. */
const located = new WeakMap<Sources, Map<string, JsonResult>>();

/** The line of a place in a JSON file, where its text is at hand. */
export function lineIn(sources: Sources, file: string, path: JsonPath): { line?: number } {
	const text = sources.get(file);
	if (text === undefined) return {};
	const known = located.get(sources) ?? new Map<string, JsonResult>();
	located.set(sources, known);
	const result = known.get(text) ?? locateJson(text);
	known.set(text, result);
	return result.ok ? { line: result.json.line(path) } : {};
}
