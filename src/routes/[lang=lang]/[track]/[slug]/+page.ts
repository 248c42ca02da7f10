import { browser } from '$app/environment';
import type { PageLoad } from './$types';
import { ofThisBuild } from '../../same-build.ts';
import { beginPorts } from './begin-ports.ts';

/**
 * A page that came from the server begins here, before it comes alive, what its first check waits for. Once: a link that
 * only might be followed begins nothing.
 */
export const load: PageLoad = ({ data }) => {
	ofThisBuild(data.build);
	const frame = browser
		? document.querySelector<HTMLElement>('iframe[data-sandbox]:not([data-begun])')
		: null;
	if (!frame) return { ...data, begun: null };
	frame.dataset.begun = '';
	return { ...data, begun: beginPorts(data) };
};
