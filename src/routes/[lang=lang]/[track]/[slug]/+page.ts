import { browser } from '$app/environment';
import type { PagePorts } from '$lib/workspace/page-ports.ts';
import type { PageLoad } from './$types';
import { ofThisBuild } from '../../same-build.ts';
import { beginPorts } from './begin-ports.ts';
import { workbenchNamed } from './workbenches.ts';

/**
 * A page that came from the server begins here, before it comes alive, what its first check waits for. Once: a link that
 * only might be followed begins nothing.
 */
function beginOnce(data: Parameters<typeof beginPorts>[0]): PagePorts | null {
	const frame = browser
		? document.querySelector<HTMLElement>('iframe[data-sandbox]:not([data-begun])')
		: null;
	if (!frame) return null;
	frame.dataset.begun = '';
	return beginPorts(data);
}

export const load: PageLoad = async ({ data }) => {
	ofThisBuild(data.build);
	const begun = beginOnce(data);
	return { ...data, begun, workbench: await workbenchNamed(data.exercise.workbench) };
};
