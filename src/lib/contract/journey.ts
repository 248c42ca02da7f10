import type { MapFile } from './map.ts';

/** What the map and the lists show of an exercise, in the page's language. */
export interface StationInfo {
	id: string;
	title: string;
	minutes: number;
	points: number;
	/** The exercise's own and the map's, as far as they stand on the map. */
	prerequisites: readonly string[];
}

/** A line, as the home page shows it. */
export interface LineSummary {
	id: string;
	letter: string;
	title: string;
	planned: boolean;
	/** How many stations it has. */
	stations: number;
}

/** All stations together, as far as it can be said without a learner's progress. */
export interface JourneySummary {
	/** Changes with every change of the catalogue. */
	version: string;
	total: number;
	/** Where a newcomer begins; null on an empty map. */
	first: StationInfo | null;
}

/** A part of the map, to choose among: what is drawn at a time. */
export interface MapPartLink {
	id: string;
	/** Of its first line. */
	letter: string;
	/** The titles of its lines. */
	title: string;
	/** Where it is a part of one line: the titles of its sections, and which stations of the line, from 1. */
	cut: { sections: string; from: number; to: number } | null;
	/** How many stations it has. */
	stations: number;
}

/** What the map page shows: the whole map, or one part of a map too large to be drawn at once. */
export interface MapPart extends JourneySummary {
	/** The part's own lines, sections and stations. */
	map: MapFile;
	/** Of the part's stations and of what those open after. */
	stations: readonly StationInfo[];
	/** Empty where the whole map is shown. */
	parts: readonly MapPartLink[];
	/** The id of the part that is shown. */
	part: string;
	/** Whether the part is only some sections of a line. */
	cut: boolean;
}

/** Every station, in the map's order: what a learner's progress is counted with. Fetched only where there is some. */
export interface StationIndex {
	version: string;
	stations: readonly (StationInfo & { part: string })[];
}

/** The words that each station explains, by its id. Fetched only where somebody searches. */
export type StationWords = Readonly<Record<string, readonly string[]>>;
