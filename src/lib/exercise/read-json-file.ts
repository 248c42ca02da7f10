import { z } from 'zod';
import { LOCALES } from '../contract/locale.ts';
import { problem, type Problem } from '../contract/problem.ts';
import { issueWords } from './issue-words.ts';
import { locateJson, type JsonResult, type LocatedJson } from './json-lines.ts';
import { nearestName } from './nearest-name.ts';
import { nameToday } from './renamed-fields.ts';

export interface JsonFile<T> {
	/** Null where the file has problems. */
	value: T | null;
	/** Null where the file is not JSON at all. */
	json: LocatedJson | null;
	problems: Problem[];
}

type JsonSchema = z.core.JSONSchema.JSONSchema;

/** `files[0].path`, as a coach would write it. */
const show = (path: readonly PropertyKey[]): string =>
	path
		.map((part, index) => (typeof part === 'number' ? `[${part}]` : `${index > 0 ? '.' : ''}${String(part)}`))
		.join('');

/** What the schema says about a place, and which names it knows there. */
function describePlace(root: JsonSchema, path: readonly PropertyKey[]): { about: string; names: string[] } {
	let place: JsonSchema | undefined = root;
	let about = '';
	for (const part of path) {
		const below: unknown = typeof part === 'number' ? place?.items : place?.properties?.[String(part)];
		place = typeof below === 'object' && below !== null ? (below as JsonSchema) : undefined;
		about = place?.description ?? about;
	}
	return { about, names: Object.keys(place?.properties ?? {}) };
}

const isAbsent = (value: unknown, path: readonly PropertyKey[]): boolean => {
	let place = value;
	for (const part of path) {
		if (typeof place !== 'object' || place === null || !Object.hasOwn(place, part)) return true;
		place = (place as Record<PropertyKey, unknown>)[part];
	}
	return false;
};

/** A field that the schema does not have: one that has another name today, one that is misspelled, or neither. */
function unknownField(
	key: string,
	path: readonly PropertyKey[],
	{ file, json, names }: { file: string; json: LocatedJson; names: readonly string[] }
): Problem {
	const line = json.line([...path, key]);
	const today = path.length === 0 ? nameToday(file, key) : undefined;
	if (today !== undefined) {
		const both = !isAbsent(json.value, [today]);
		return problem('renamed-field', { file, line }, { old: key, today, both });
	}
	const meant = nearestName(key, names) ?? null;
	return problem('unknown-field', { file, line }, { field: show([...path, key]), meant, known: names });
}

/** Whether a field is only missing because it still has the name that it once had. */
const hasOldName = (issue: z.core.$ZodIssue, file: string, { value }: LocatedJson): boolean =>
	issue.path.length === 1 &&
	isAbsent(value, issue.path) &&
	Object.keys(value ?? {}).some((key) => nameToday(file, key) === issue.path[0]);

function toProblems(issue: z.core.$ZodIssue, file: string, json: LocatedJson, schema: JsonSchema): Problem[] {
	const { about, names } = describePlace(schema, issue.path);
	if (issue.code === 'unrecognized_keys')
		return issue.keys.map((key) => unknownField(key, issue.path, { file, json, names }));
	const place = { file, line: json.line(issue.path) };
	const field = issue.path.length === 0 ? null : show(issue.path);
	if (!isAbsent(json.value, issue.path))
		return [problem('invalid-field/value', place, { field, issue: issueWords(issue, json.value), about })];
	const language = (LOCALES as readonly PropertyKey[]).includes(issue.path.at(-1) ?? '');
	return field !== null && language
		? [problem('missing-language/field', place, { field, about })]
		: [problem('invalid-field/absent', place, { field, about })];
}

/**
 * Reads one JSON file of a coach against its schema. Finds all problems of the file, each with its line.
 * @param written its text, or where things stand in it for who has looked already
 */
export function readJsonFile<S extends z.ZodType>(
	file: string,
	written: string | JsonResult,
	schema: S
): JsonFile<z.output<S>> {
	const located = typeof written === 'string' ? locateJson(written) : written;
	if (!located.ok) {
		const { line, json } = located;
		return { value: null, json: null, problems: [problem('broken-json', { file, line }, { json })] };
	}
	const { json } = located;
	const problems: Problem[] = json.duplicates.map(({ key, line }) =>
		problem('invalid-field/twice', { file, line }, { key })
	);
	const parsed = schema.safeParse(json.value);
	if (!parsed.success) {
		const description = z.toJSONSchema(schema, { io: 'input' });
		problems.push(
			...parsed.error.issues
				.filter((issue) => !hasOldName(issue, file, json))
				.flatMap((issue) => toProblems(issue, file, json, description))
		);
	}
	return { value: parsed.success && problems.length === 0 ? parsed.data : null, json, problems };
}
