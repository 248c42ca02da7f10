import type { Locale } from '../../../lib/contract/locale.ts';
import { isJson, readJson, textOf } from '../read/collection.ts';
import type { SourceFolder } from '../read/source-folder.ts';

/** One exercise of a workshop, in the order of its menu. */
export interface MenuEntry {
	/** Its folder, from the workshop's. */
	folder: string;
	/** That folder's name. */
	slug: string;
	title: Readonly<Partial<Record<Locale, string>>> & { en: string };
}

/** `FOR LOOP` → `For loop`: menus of terminals shout. */
function calm(title: string): string {
	const plain = title.trim().replace(/\s+/g, ' ');
	const quiet = plain === plain.toLocaleUpperCase() ? plain.toLocaleLowerCase() : plain;
	return quiet.charAt(0).toLocaleUpperCase() + quiet.slice(1);
}

/** Names of a menu and of folders are the same but for capitals, spaces, hyphens and underscores. */
const plain = (name: string): string =>
	name
		.trim()
		.toLowerCase()
		.replace(/[\s_]+/g, '-')
		.replace(/[^a-z0-9-]/g, '');

/** Where workshops keep their exercises: `problems` for those with one check for all, `exercises` for the classic ones. */
const PLACES = ['problems', 'exercises'] as const;

/** The folder that holds exercises, and their names; null where there is none. */
async function findExercises(folder: SourceFolder): Promise<{ place: string; names: string[] } | null> {
	for (const place of PLACES) {
		const all = (await folder.list(place)).filter(({ directory }) => directory).map(({ name }) => name);
		const names: string[] = [];
		for (const name of all) {
			const files = await folder.list(`${place}/${name}`);
			if (place === 'problems' || files.some((one) => /^problem(?:[._]\w+)?\.md$/.test(one.name)))
				names.push(name);
		}
		if (names.length > 0) return { place, names };
	}
	return null;
}

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
	const found = await findExercises(folder);
	if (!found) return null;
	const names = await readNames(folder);
	const named = new Set(names.map(plain));
	for (const name of found.names) if (!named.has(plain(name))) names.push(name.replace(/[-_]/g, ' '));
	const folderOf = new Map(found.names.map((name) => [plain(name), name]));
	const translated: Partial<Record<Locale, Readonly<Record<string, unknown>>>> = {};
	for (const locale of ['fr', 'nl'] as const) {
		const json = await readJson(folder, `i18n/${locale}.json`);
		if (json !== null && json !== 'broken' && isJson(json.exercise)) translated[locale] = json.exercise;
	}
	return [...new Map(names.map((name) => [plain(name), name]))].map(([key, name]) => {
		const slug = folderOf.get(key) ?? key;
		const of = (locale: 'fr' | 'nl'): string => calm(textOf(translated[locale]?.[name]) ?? name);
		return { folder: `${found.place}/${slug}`, slug, title: { en: calm(name), fr: of('fr'), nl: of('nl') } };
	});
}
