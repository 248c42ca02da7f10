import { mapEndpoint } from '$lib/server/catalog/map-endpoint.ts';

/** Every station of the map, for a device that counts its learner's progress. */
export const GET = mapEndpoint((pages, locale) => pages.index(locale));
