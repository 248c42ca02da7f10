import { mkdir, rm, stat, symlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { exerciseId } from '../../lib/contract/exercise.ts';
import { WrongUse } from '../verb.ts';

/** Where an exercise is read from: `<root>/<id>`. */
export interface PlacedFolder {
	root: string;
	/** `track/slug`. */
	id: string;
	/** The folder as the coach named it. */
	folder: string;
}

/** The track of a folder whose own parent cannot be one, such as "Desktop". */
const NO_TRACK = 'preview';

/**
 * Finds an exercise's id in its path. Where the folder above is no track, the exercise gets one through a link in
 * `links`, a folder of our own. Throws `WrongUse` where there is no such folder.
 */
export async function placeFolder(folder: string, links: string): Promise<PlacedFolder> {
	const found = await stat(folder).catch(() => null);
	if (!found?.isDirectory()) throw new WrongUse(`There is no folder ${folder}.`);
	const parent = dirname(folder);
	const [track, slug] = [basename(parent), basename(folder)];
	const id = `${track}/${slug}`;
	const isTrack = exerciseId.safeParse(`${track}/x`).success;
	if (isTrack) return { root: dirname(parent), id, folder };
	const link = join(links, NO_TRACK);
	await mkdir(links, { recursive: true });
	await rm(link, { force: true });
	// A junction needs no special right on Windows; elsewhere the word is ignored.
	await symlink(parent, link, 'junction');
	return { root: links, id: `${NO_TRACK}/${slug}`, folder };
}
