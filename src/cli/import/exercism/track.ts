import { isJson, readJson, textOf, textsOf, type Json } from '../read/collection.ts';
import type { SourceFolder } from '../read/source-folder.ts';

/** What the track's config.json says of one exercise. */
export interface TrackEntry {
	slug: string;
	kind: 'concept' | 'practice';
	name: string | null;
	/** 1 to 10. */
	difficulty: number;
	tags: readonly string[];
}

export interface Track {
	/** In the order of the track; folders that config.json does not name come last. */
	entries: readonly TrackEntry[];
	/** The track's slug on the site, such as "javascript". */
	slug: string | null;
	/** What config.json did not say. */
	remarks: readonly string[];
}

const KINDS = ['concept', 'practice'] as const;

function entryOf(kind: TrackEntry['kind'], value: unknown): TrackEntry | null {
	if (!isJson(value)) return null;
	const slug = textOf(value.slug);
	if (slug === null) return null;
	const given = value.difficulty;
	const difficulty =
		typeof given === 'number' && given >= 1 && given <= 10 ? given : kind === 'concept' ? 1 : 4;
	const tags = ['concepts', 'practices', 'prerequisites', 'topics'].flatMap((name) => textsOf(value[name]));
	return { slug, kind, name: textOf(value.name), difficulty, tags };
}

const listed = (config: Json, kind: TrackEntry['kind']): unknown[] => {
	const all = isJson(config.exercises) ? config.exercises[kind] : undefined;
	return Array.isArray(all) ? all : [];
};

/** Reads a track's config.json and the folders that are really there. Never throws for what they hold. */
export async function readTrack(folder: SourceFolder, exercises: string): Promise<Track> {
	const config = await readJson(folder, 'config.json');
	const readable = config !== null && config !== 'broken' ? config : {};
	const entries: TrackEntry[] = [];
	for (const kind of KINDS) {
		const path = exercises === '' ? kind : `${exercises}/${kind}`;
		const there = new Set((await folder.list(path)).filter((one) => one.directory).map((one) => one.name));
		for (const value of listed(readable, kind)) {
			const entry = entryOf(kind, value);
			if (!entry || !there.delete(entry.slug)) continue;
			entries.push(entry);
		}
		for (const slug of there)
			entries.push({ slug, kind, name: null, difficulty: kind === 'concept' ? 1 : 4, tags: [] });
	}
	// The track opens with "Hello, World!", whatever else it teaches first.
	entries.sort((a, b) => Number(b.slug === 'hello-world') - Number(a.slug === 'hello-world'));
	const broken = 'config.json of the track cannot be read: order and levels are guesses';
	return { entries, slug: textOf(readable.slug), remarks: readable === config ? [] : [broken] };
}
