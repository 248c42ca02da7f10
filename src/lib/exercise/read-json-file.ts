import { z } from 'zod';
import { LOCALES } from '../contract/locale.ts';
import type { Problem } from '../contract/problem.ts';
import { locateJson, type LocatedJson } from './json-lines.ts';
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
		const message = `"${key}" is called "${today}" today${both ? ', and that is here too' : ''}.`;
		const fix = both ? `Remove "${key}".` : `Write "${today}", or let "check --fix" do it.`;
		return { code: 'renamed-field', file, line, message, fix };
	}
	const meant = nearestName(key, names);
	const guess = meant === undefined ? '' : `Did you mean "${meant}"? `;
	return {
		code: 'unknown-field',
		file,
		line,
		message: `There is no field "${show([...path, key])}".`,
		fix: `${guess}Correct its spelling or remove it. Known here: ${names.join(', ')}.`
	};
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
	const line = json.line(issue.path);
	const where = issue.path.length === 0 ? 'The file' : `"${show(issue.path)}"`;
	const fix = about || 'See the example in exercises/README.md.';
	if (!isAbsent(json.value, issue.path)) {
		return [{ code: 'invalid-field', file, line, message: `${where} is not right: ${issue.message}.`, fix }];
	}
	const language = (LOCALES as readonly PropertyKey[]).includes(issue.path.at(-1) ?? '');
	return [
		{
			code: language ? 'missing-language' : 'invalid-field',
			file,
			line,
			message: `${where} is missing.`,
			fix: `Add it. ${fix}`
		}
	];
}

/** Reads one JSON file of a coach against its schema. Finds all problems of the file, each with its line. */
export function readJsonFile<S extends z.ZodType>(
	file: string,
	text: string,
	schema: S
): JsonFile<z.output<S>> {
	const located = locateJson(text);
	if (!located.ok) {
		const fix = 'Correct the JSON near this line. An editor that knows JSON underlines the place.';
		return {
			value: null,
			json: null,
			problems: [{ code: 'broken-json', file, line: located.line, message: `${located.message}.`, fix }]
		};
	}
	const { json } = located;
	const problems = json.duplicates.map(({ key, line }): Problem => ({
		code: 'invalid-field',
		file,
		line,
		message: `"${key}" stands here a second time; the first one is lost.`,
		fix: 'Keep one of the two.'
	}));
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
