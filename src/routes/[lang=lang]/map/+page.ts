import type { MapPart } from '$lib/contract/journey.ts';
import type { PageLoad } from './$types';
import { ofThisBuild } from '../same-build.ts';

/** What is shown comes as JSON: it is made once for everybody, and to write it into a page costs no walk over it. */
export const load: PageLoad = ({ data: { build, shown, view } }) => {
	ofThisBuild(build);
	return { ...(JSON.parse(shown) as MapPart), view };
};
