import { error } from '@sveltejs/kit';
import { browser, version } from '$app/environment';

/**
 * Stops a page whose data another build made than the scripts that would show it. SvelteKit then finds that there is a newer
 * build, and opens the page anew from the server: scripts and data of one.
 */
export function ofThisBuild(build: string): void {
	if (browser && build !== version) error(503, 'Another build');
}
