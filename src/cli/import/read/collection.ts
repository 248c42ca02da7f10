import type { SourceFolder } from './source-folder.ts';

/** How licences begin, and their short names. */
const LICENCES: readonly (readonly [RegExp, string])[] = [
	[/\bMIT License\b|Permission is hereby granted, free of charge/i, 'MIT'],
	[/\bISC License\b/i, 'ISC'],
	[/Apache License,?\s+Version 2\.0/i, 'Apache-2.0'],
	[/GNU AFFERO GENERAL PUBLIC LICENSE/i, 'AGPL-3.0'],
	[/GNU LESSER GENERAL PUBLIC LICENSE/i, 'LGPL'],
	[/GNU GENERAL PUBLIC LICENSE/i, 'GPL'],
	[/Mozilla Public License/i, 'MPL-2.0'],
	[/Redistribution and use in source and binary forms/i, 'BSD'],
	[/Attribution-NonCommercial-ShareAlike 4\.0/i, 'CC BY-NC-SA 4.0'],
	[/Attribution-ShareAlike 4\.0/i, 'CC BY-SA 4.0'],
	[/Attribution 4\.0/i, 'CC BY 4.0'],
	[/CC0 1\.0|This is free and unencumbered software/i, 'public domain']
];

const LICENCE_FILE = /^(?:licen[cs]e|copying)(?:\.(?:md|txt))?$/i;

export const NO_LICENCE = 'not stated';

/** The licence of a collection, by its short name; null where no file says it. */
export async function readLicence(folder: SourceFolder, path: string): Promise<string | null> {
	const file = (await folder.list(path)).find(({ name, directory }) => !directory && LICENCE_FILE.test(name));
	const text = file && (await folder.read(path === '' ? file.name : `${path}/${file.name}`));
	if (!text) return null;
	const known = LICENCES.find(([pattern]) => pattern.test(text))?.[1];
	return known ?? (text.trim().split('\n')[0]?.trim().slice(0, 100) || null);
}

export type Json = Readonly<Record<string, unknown>>;
export const isJson = (value: unknown): value is Json =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** An object of a JSON file; `broken` where it is none, null where there is no file. */
export async function readJson(folder: SourceFolder, path: string): Promise<Json | 'broken' | null> {
	const text = await folder.read(path);
	if (text === null) return null;
	try {
		const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
		return isJson(value) ? value : 'broken';
	} catch {
		return 'broken';
	}
}

export const textsOf = (value: unknown): string[] =>
	Array.isArray(value) ? value.filter((one) => typeof one === 'string' && one.trim() !== '') : [];

export const textOf = (value: unknown): string | null =>
	typeof value === 'string' && value.trim() !== '' ? value.trim() : null;

/** The address of the repository that package.json names; null where it names none. */
export async function readRepository(folder: SourceFolder): Promise<string | null> {
	const json = await readJson(folder, 'package.json');
	if (json === null || json === 'broken') return null;
	const named = isJson(json.repository) ? json.repository.url : json.repository;
	const text = textOf(named);
	if (text === null) return null;
	const short = /^(?:github:)?([\w-]+\/[\w.-]+)$/.exec(text)?.[1];
	const address = short
		? `https://github.com/${short}`
		: text.replace(/^git\+/, '').replace(/^(?:git|ssh):\/\/(?:git@)?/, 'https://');
	const plain = address.replace(/\.git$/, '');
	return /^https?:\/\//.test(plain) && URL.canParse(plain) ? plain : null;
}

/** Tags of others as ours: lower case, hyphens; at most eight, at least one. */
export function skillsOf(tags: readonly string[], otherwise: string): string[] {
	const plain = tags
		.map((tag) =>
			tag
				.toLowerCase()
				.replace(/[^a-z0-9.:]+/g, '-')
				.replace(/^[^a-z0-9]+|-+$/g, '')
		)
		.filter((tag) => tag !== '');
	const some = [...new Set(plain)].slice(0, 8);
	return some.length > 0 ? some : [otherwise];
}
