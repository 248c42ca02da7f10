import { mapEndpoint } from '$lib/server/catalog/map-endpoint.ts';

/** The words that stations explain, for somebody who searches the map. */
export const GET = mapEndpoint((pages, locale) => pages.words(locale));
