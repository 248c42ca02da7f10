import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const MODEL = 'tests/fixtures/folders/ok';

/** Writes a small exercise that is right into `<root>/<id>`. */
export async function writeExercise(root: string, id: string, prerequisites: string[] = []): Promise<void> {
	const folder = join(root, id);
	await mkdir(folder, { recursive: true });
	await cp(MODEL, folder, { recursive: true });
	await rm(join(folder, '_expect.json'), { force: true });
	const manifest = JSON.parse(await readFile(join(folder, 'exercise.json'), 'utf8')) as object;
	await writeFile(join(folder, 'exercise.json'), JSON.stringify({ ...manifest, prerequisites }, null, '\t'));
}

/** The grid has 61 columns. */
const stepOf = ({ length }: readonly string[]): number => (length > 31 ? 1 : 2);

/** Writes a map with a horizontal line for each track, and a station for each of its exercises. */
export async function writeMap(root: string, lines: Record<string, readonly string[]>): Promise<void> {
	const titleOf = (id: string) => ({ fr: `Ligne ${id}`, nl: `Lijn ${id}`, en: `Line ${id}` });
	const map = {
		version: 1,
		lines: Object.entries(lines).map(([id, slugs], row) => ({
			id,
			letter: id[0]!.toUpperCase(),
			title: titleOf(id),
			path: [
				{ x: 0, y: row * 4 },
				{ x: 60, y: row * 4 }
			],
			sections: [
				{
					id: 'one',
					title: titleOf('one'),
					stations: slugs.map((slug, index) => ({
						exercise: `${id}/${slug}`,
						x: index * stepOf(slugs),
						y: row * 4
					}))
				}
			]
		}))
	};
	await mkdir(root, { recursive: true });
	await writeFile(join(root, 'map.json'), JSON.stringify(map, null, '\t'));
}

/** A root with its map: track → slugs. */
export async function writeRoot(root: string, lines: Record<string, readonly string[]>): Promise<void> {
	await writeMap(root, lines);
	for (const [track, slugs] of Object.entries(lines))
		for (const slug of slugs) await writeExercise(root, `${track}/${slug}`);
}
