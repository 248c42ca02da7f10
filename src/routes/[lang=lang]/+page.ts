import type { PageLoad } from './$types';
import { ofThisBuild } from './same-build.ts';

export const load: PageLoad = ({ data }) => {
	ofThisBuild(data.build);
	return data;
};
