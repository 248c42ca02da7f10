import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import type { Locale } from '../../contract/locale.ts';
import type { StationParts } from '../../contract/station-parts.ts';
import type { Catalog } from './catalog.ts';

/** A page around what it says of the exercise: measured, some 9 KB compressed. */
const PAGE_BYTES = 9000;
/** As `front/compress.mjs`. */
const QUALITY = { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } };

const compressed = promisify(brotliCompress);
const sizeOf = async (value: unknown): Promise<number> =>
	value === null ? 0 : (await compressed(JSON.stringify(value), QUALITY)).length;

/** Of those among the ids that there are. The suites themselves are no part of it, only how heavy they are. */
export async function stationParts(
	catalog: Pick<Catalog, 'publicExercise' | 'suite'>,
	ids: readonly string[],
	locale: Locale
): Promise<StationParts[]> {
	const parts: StationParts[] = [];
	for (const id of ids) {
		const exercise = await catalog.publicExercise(id, locale);
		if (!exercise) continue;
		const { hash, need, hasExamples } = exercise;
		const suites = await Promise.all(
			(['hidden', 'examples'] as const).map(async (kind) => sizeOf(await catalog.suite(id, kind, locale)))
		);
		const bytes = suites.reduce((sum, size) => sum + size, 2 * (await sizeOf(exercise)) + PAGE_BYTES);
		parts.push({ id, hash, need, examples: hasExamples, bytes });
	}
	return parts;
}
