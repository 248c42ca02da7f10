import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { mapFile } from '../../src/lib/contract/map.ts';

const SOURCE = 'exercises';
/** Copies of each exercise on one line, each in a section of its own. */
const COPIES_ON_A_LINE = 5;
/** Stations in a row of the drawing, and rows of a line. */
const IN_A_ROW = 29;
const ROWS = 6;
const LETTERS = 'PABCDEFGI';

const nameOf = (slug: string, copy: number): string => (copy === 0 ? slug : `${slug}-${copy}`);

/** Read once: what is copied a hundred times. */
const filesOf = (folder: string): [path: string, content: Buffer][] =>
	readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => join(entry.parentPath, entry.name))
		.map((file) => [file.slice(folder.length + 1), readFileSync(file)]);

/**
 * Writes a root of `count` exercises, copies of the school's own in the order of its map, with a map of several lines.
 * The first of all copies are called as the originals, so that prerequisites lead to them. Only ids differ: what is
 * compiled for one is compiled for all its copies.
 */
export async function writeCopies(root: string, count: number): Promise<void> {
	const own = mapFile.parse(JSON.parse(await readFile(join(SOURCE, 'map.json'), 'utf8')));
	const ids = own.lines.flatMap((line) =>
		line.sections.flatMap((section) => section.stations.map((station) => station.exercise))
	);
	const title = (text: string) => ({ fr: `${text} fr`, nl: `${text} nl`, en: text });
	const perLine = ids.length * COPIES_ON_A_LINE;
	const lines = Array.from({ length: Math.ceil(count / perLine) }, (_, line) => {
		const track = line === 0 ? 'programming' : `programming-${line}`;
		const onLine = Math.min(perLine, count - line * perLine);
		const stations = Array.from({ length: onLine }, (_, index) => {
			const copy = Math.floor(index / ids.length);
			const source = ids[index % ids.length]!;
			const exercise = `${track}/${nameOf(source.split('/')[1]!, copy)}`;
			const x = (index % IN_A_ROW) * 2;
			return { source, copy, station: { exercise, x, y: line * ROWS + Math.floor(index / IN_A_ROW) } };
		});
		return { track, stations };
	});
	await mkdir(root, { recursive: true });
	await writeFile(
		join(root, 'map.json'),
		JSON.stringify({
			version: 1,
			lines: lines.map(({ track, stations }, line) => ({
				id: track,
				letter: LETTERS[line % LETTERS.length],
				title: title(`Line ${line + 1}`),
				path: Array.from(
					{ length: Math.ceil(stations.length / IN_A_ROW) },
					(_, row) => row + line * ROWS
				).flatMap((y) => [
					{ x: 0, y },
					{ x: IN_A_ROW * 2 - 2, y }
				]),
				sections: Array.from({ length: COPIES_ON_A_LINE }, (_, copy) => ({
					id: `round-${copy + 1}`,
					title: title(`Round ${copy + 1}`),
					stations: stations.filter((one) => one.copy === copy).map(({ station }) => station)
				})).filter((section) => section.stations.length > 0)
			}))
		})
	);
	const originals = new Map(ids.map((id) => [id, filesOf(join(SOURCE, id))]));
	for (const { stations } of lines) {
		for (const { source, station } of stations) {
			for (const [path, content] of originals.get(source)!) {
				const file = join(root, station.exercise, path);
				mkdirSync(dirname(file), { recursive: true });
				writeFileSync(file, content);
			}
		}
	}
}
