/** A station as a link. */
export interface StationLink {
	id: string;
	/** In the page's language. */
	title: string;
}

/** A station that may come after an exercise. */
export interface StationAhead extends StationLink {
	/** All that it opens after, as far as it stands on the map. */
	prerequisites: readonly string[];
}

/** What the page of one exercise knows of the map: as much for ten exercises as for a thousand. */
export interface Around {
	/** What opens the exercise, as far as it stands on the map. */
	prerequisites: readonly StationLink[];
	/** Stations that the exercise helps to open, then those that follow it on the map; both in the map's order. */
	ahead: readonly StationAhead[];
}
