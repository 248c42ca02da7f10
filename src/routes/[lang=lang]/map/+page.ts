import type { MapPart } from '$lib/contract/journey.ts';
import type { PageLoad } from './$types';

/** What is shown comes as JSON: it is made once for everybody, and to write it into a page costs no walk over it. */
export const load: PageLoad = ({ data: { shown, view } }) => ({ ...(JSON.parse(shown) as MapPart), view });
