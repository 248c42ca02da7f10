/**
 * Fields of a coach's files that once had another name: file → old name → name today, all at the top of the file.
 * `check` names them, `check --fix` writes the new name. Kept for as long as folders of that time may turn up.
 */
export const RENAMED_FIELDS: ReadonlyMap<string, ReadonlyMap<string, string>> = new Map([
	// What runs code is an engine; what an exercise says is what its code needs.
	['exercise.json', new Map([['engine', 'need']])]
]);

/** What a field at the top of a file is called today; undefined where it never had another name. */
export const nameToday = (file: string, field: string): string | undefined =>
	RENAMED_FIELDS.get(file.split('/').at(-1) ?? file)?.get(field);
