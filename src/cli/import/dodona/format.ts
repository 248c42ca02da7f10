import { LOCALES, type Locale } from '../../../lib/contract/locale.ts';
import { WrongUse } from '../../verb.ts';
import {
	isJson,
	NO_LICENCE,
	readLicence,
	readRepository,
	skillsOf,
	textOf,
	textsOf,
	type Json
} from '../read/collection.ts';
import type { ForeignExercise, ForeignResult, ImportFormat, ReadOptions } from '../format.ts';
import { Refused } from '../rewrite/learner-code.ts';
import { slugOf, titleOf } from '../write/places.ts';
import { folderAddress } from '../read/folder-address.ts';
import { openSourceFolder, type SourceFolder } from '../read/source-folder.ts';
import { convertStatement } from '../statement/statement.ts';
import { readCode } from './exercise-code.ts';
import { findExerciseFolders } from './exercise-folders.ts';

interface Collection {
	folder: SourceFolder;
	/** The address of the repository; null where nothing says it. */
	address: string | null;
	licence: string | null;
}

const HOME = 'https://dodona.be/';

/** The address of a clone, from Git's own notes; without names and passwords. */
async function clonedFrom(folder: SourceFolder): Promise<string | null> {
	const url = /^\s*url\s*=\s*(\S+)/m.exec((await folder.read('.git/config')) ?? '')?.[1];
	const path =
		/^(?:https?:\/\/(?:[^/@]*@)?|git@|ssh:\/\/(?:[^/@]*@)?)([\w.-]+)[:/]([\w./-]+?)(?:\.git)?\/?$/.exec(
			url ?? ''
		);
	return path ? `https://${path[1]}/${path[2]}` : null;
}

async function readBriefs(
	{ folder }: Collection,
	path: string,
	base: string | null,
	remarks: Set<string>
): Promise<Partial<Record<Locale, string>>> {
	const brief: Partial<Record<Locale, string>> = {};
	for (const locale of LOCALES) {
		for (const extension of ['md', 'html'] as const) {
			const text = await folder.read(`${path}/description/description.${locale}.${extension}`);
			if (text === null || brief[locale] !== undefined) continue;
			const options = base === null ? {} : { base: `${base}/description/` };
			const converted = convertStatement(text, {
				...options,
				syntax: extension === 'html' ? 'html' : 'markdown'
			});
			for (const remark of converted.remarks) remarks.add(remark);
			if (converted.markdown !== '') brief[locale] = converted.markdown;
		}
	}
	return brief;
}

/** "Team Dodona <dodona@…>" → "Team Dodona": addresses of people are not published again. */
const contactOf = (config: Json): string[] => {
	const name = (textOf(config.contact) ?? '')
		.replace(/<[^>]*>|\S+@\S+/g, '')
		.trim()
		.slice(0, 100);
	return name === '' ? [] : [name];
};

async function readOne(collection: Collection, path: string, config: Json | null): Promise<ForeignExercise> {
	if (!config) throw new Refused('its config.json is no JSON');
	if (config.type === 'content') throw new Refused('it is a page to read, without a task');
	const code = await readCode(collection.folder, path, config);
	const { address, licence } = collection;
	const source = address === null ? null : folderAddress(address, path);
	const remarks = new Set(code.remarks);
	const brief = await readBriefs(collection, path, source, remarks);
	// The description is in the language that most of its authors speak: Dutch first, as the collection itself sorts.
	const languages = (['nl', 'en', 'fr'] as const).filter((locale) => brief[locale] !== undefined);
	if (languages.length === 0) throw new Refused('it has no description in French, Dutch or English');
	if (licence === null) remarks.add('No licence was found: ask the authors before you publish it.');
	if (config.access === 'private')
		remarks.add('Its authors keep it private on Dodona: ask them before you publish it.');
	const names =
		isJson(config.description) && isJson(config.description.names) ? config.description.names : {};
	const title = (locale: Locale): string =>
		(textOf(names[locale]) ?? textOf(names.en) ?? textOf(names.nl) ?? titleOf(path)).slice(0, 120);
	return {
		name: path,
		title: Object.fromEntries(languages.map((locale) => [locale, title(locale)])),
		brief: Object.fromEntries(languages.map((locale) => [locale, brief[locale]!])),
		hints: {},
		need: code.need,
		start: { 'main.js': code.start },
		fixed: [],
		entry: 'main.js',
		tests: code.tests,
		solution: { 'main.js': code.solution },
		origin: { source: source ?? HOME, licence: licence ?? NO_LICENCE, authors: contactOf(config) },
		level: 2,
		minutes: 20,
		skills: skillsOf(textsOf(config.labels), slugOf('javascript')),
		prerequisites: [],
		allowPrototype: false,
		skippedTests: 0,
		remarks: [...remarks]
	};
}

async function* readAll(
	source: string,
	signal: AbortSignal,
	options: ReadOptions = {}
): AsyncGenerator<ForeignResult> {
	const folder = await openSourceFolder(source).catch(() => null);
	const found = folder ? await findExerciseFolders(folder) : [];
	if (!folder || found.length === 0) {
		throw new WrongUse(`${source} is no repository of Dodona: there is no folder with a config.json in it.`);
	}
	const collection: Collection = {
		folder,
		address: options.origin ?? (await readRepository(folder)) ?? (await clonedFrom(folder)),
		licence: await readLicence(folder, '')
	};
	for (const { path, config } of found) {
		signal.throwIfAborted();
		const name = path === '' ? 'exercise' : path;
		try {
			yield { ok: true, exercise: await readOne(collection, path, config) };
		} catch (error) {
			const message = (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '';
			yield { ok: false, name, reason: error instanceof Refused ? message : `it cannot be read: ${message}` };
		}
	}
}

/** Repositories of dodona.be, where the judge is the one for JavaScript, or TESTed with JavaScript. */
export const dodonaFormat: ImportFormat = {
	name: 'dodona',
	summary: 'repositories of dodona.be; those exercises whose judge is JavaScript, or TESTed with JavaScript',
	track: 'dodona',
	read: readAll
};
