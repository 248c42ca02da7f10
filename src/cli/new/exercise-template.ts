import { readdir, readFile } from 'node:fs/promises';
import { join, resolve, sep } from 'node:path';
import type { FileMap } from '../../lib/contract/exercise.ts';
import { LOCALES } from '../../lib/contract/locale.ts';
import type { LocalizedText } from '../../lib/contract/localized-text.ts';
import type { Kind } from '../../lib/kinds/kind.ts';
import { PROJECT } from '../setup.ts';
import { jsonFile, type Json } from './json-text.ts';

/** What a new exercise is to be; what is left out stays as the template has it. */
export interface NewExercise {
	id: string;
	kind: Kind;
	/** What was chosen of what exercises of the kind differ in; null where there is nothing to choose. */
	chosen: string | null;
	title?: LocalizedText;
	level?: number;
	minutes?: number;
	points?: number;
	prerequisites: readonly string[];
	/** Whether the root has the schemas that editors read beside its exercises. */
	hasSchemas: boolean;
}

/** All files below a folder: path with `/` → text. */
export async function readFiles(folder: string): Promise<FileMap> {
	const entries = await readdir(folder, { recursive: true, withFileTypes: true });
	const paths = entries
		.filter((entry) => entry.isFile())
		.map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
		.sort();
	const texts = await Promise.all(
		paths.map(
			async (path) => [path.split(sep).join('/'), await readFile(join(folder, path), 'utf8')] as const
		)
	);
	return Object.fromEntries(texts);
}

const withoutSchema = (text: string): string => text.replace(/^\t"\$schema": .*\n/m, '');

function manifestText(template: string, wanted: NewExercise): string {
	const { title, level, minutes, points, prerequisites, hasSchemas } = wanted;
	const given = { title, level, minutes, points, prerequisites };
	const merged: Record<string, Json> = JSON.parse(template);
	for (const [name, value] of Object.entries(given)) if (value !== undefined) merged[name] = value;
	if (!hasSchemas) delete merged.$schema;
	wanted.kind.folder.manifest.parse(merged);
	return jsonFile(merged);
}

/** The files of a new exercise, relative to its folder, and its title. */
export async function newExerciseFiles(
	wanted: NewExercise
): Promise<{ files: FileMap; title: LocalizedText }> {
	const { manifest } = wanted.kind.folder;
	const template = await readFiles(resolve(PROJECT, wanted.kind.template.folder(wanted.chosen)));
	const slug = wanted.id.split('/')[1] ?? '';
	const named = Object.entries(template).map(([path, text]) => {
		if (path === 'exercise.json') return [path, manifestText(text, wanted)] as const;
		const filled = text.replaceAll('{{id}}', wanted.id).replaceAll('{{slug}}', slug);
		const plain = !wanted.hasSchemas && path.endsWith('.json') ? withoutSchema(filled) : filled;
		return [wanted.kind.template.path(path, slug), plain] as const;
	});
	const files = Object.fromEntries(named);
	return { files, title: manifest.parse(JSON.parse(files['exercise.json'] ?? '')).title };
}

/** The length of the longest of an exercise's titles: what the map needs room for. */
export const longestTitle = (title: LocalizedText): number =>
	Math.max(...LOCALES.map((locale) => title[locale].length));
