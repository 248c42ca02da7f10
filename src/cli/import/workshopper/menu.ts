import type { Locale } from '../../../lib/contract/locale.ts';
import { isJson, readJson, textOf } from '../read/collection.ts';
import type { SourceFolder } from '../read/source-folder.ts';

/** One exercise of a workshop, in the order of its menu. */
export interface MenuEntry {
	/** Its folder below problems/. */
	slug: string;
	title: Readonly<Partial<Record<Locale, string>>> & { en: string };
}

/** `FOR LOOP` → `For loop`: menus of terminals shout. */
function calm(title: string): string {
	const plain = title.trim().replace(/\s+/g, ' ');
	const quiet = plain === plain.toLocaleUpperCase() ? plain.toLocaleLowerCase() : plain;
	return quiet.charAt(0).toLocaleUpperCase() + quiet.slice(1);
}

const toSlug = (name: string): string => name.trim().toLowerCase().replace(/\s/g, '-');

async function readNames(folder: SourceFolder): Promise<string[]> {
	const text = await folder.read('menu.json');
	try {
		const names: unknown = JSON.parse(text ?? '[]');
		return Array.isArray(names) ? names.filter((name) => typeof name === 'string' && name.trim() !== '') : [];
	} catch {
		return [];
	}
}

/** The exercises of a workshop: those of its menu first, then folders that no menu names. Null where there are none. */
export async function readMenu(folder: SourceFolder): Promise<MenuEntry[] | null> {
	const names = await readNames(folder);
	const named = new Set(names.map(toSlug));
	const folders = (await folder.list('problems')).filter(({ directory }) => directory);
	for (const { name } of folders) if (!named.has(name)) names.push(name.replaceAll('-', ' '));
	if (folders.length === 0) return null;
	const translated: Partial<Record<Locale, Readonly<Record<string, unknown>>>> = {};
	for (const locale of ['fr', 'nl'] as const) {
		const json = await readJson(folder, `i18n/${locale}.json`);
		if (json !== null && json !== 'broken' && isJson(json.exercise)) translated[locale] = json.exercise;
	}
	return [...new Map(names.map((name) => [toSlug(name), name]))].map(([slug, name]) => {
		const of = (locale: 'fr' | 'nl'): string => calm(textOf(translated[locale]?.[name]) ?? name);
		return { slug, title: { en: calm(name), fr: of('fr'), nl: of('nl') } };
	});
}
