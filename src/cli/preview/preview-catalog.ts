import type { PublicExercise } from '../../lib/contract/exercise.ts';
import type { Locale } from '../../lib/contract/locale.ts';
import type { MapFile } from '../../lib/contract/map.ts';
import { listed } from '../../lib/server/catalog/kept-exercises.ts';
import { journeyPages, type JourneyPages } from '../../lib/server/catalog/journey-pages.ts';
import { shownTitle } from '../../lib/exercise/typography.ts';
import { compiledSuite } from '../../lib/kinds/artifacts.ts';
import type { Shown } from './look-at-folder.ts';
import type { Around } from '../../lib/contract/around.ts';
import type { Catalog } from '../../lib/server/catalog/catalog.ts';
import { toPublic } from '../../lib/server/catalog/public-exercise.ts';
import type { Preview } from './open-preview.ts';

/** A map with one station: an exercise is shown before anybody decides where it stands. */
function mapOf(id: string): MapFile {
	const [track = ''] = id.split('/');
	const title = { fr: track, nl: track, en: track };
	const station = { exercise: id, x: 2, y: 1, labelSide: 'below' as const, prerequisites: [] };
	return {
		version: 1,
		lines: [
			{
				id: track,
				letter: track.charAt(0).toUpperCase(),
				title,
				path: [
					{ x: 1, y: 1 },
					{ x: 3, y: 1 }
				],
				planned: false,
				sections: [{ id: 'preview', title, stations: [station] }]
			}
		]
	};
}

function pagesOf(map: MapFile, { exercise }: Shown): JourneyPages {
	const { id, hash, manifest } = exercise;
	const alone = { ...manifest, prerequisites: [] };
	return journeyPages(hash, {
		map,
		lineIds: [map.lines.map((line) => line.id)],
		exercises: new Map([[id, listed({ ...exercise, manifest: alone })]]),
		folders: new Map(),
		problems: []
	});
}

/** The catalogue of a site that has only this exercise, always as it is now. Nothing has to be passed before it. */
export function createPreviewCatalog(preview: Preview): Catalog {
	const map = mapOf(preview.id);
	const around: Around = { prerequisites: [], ahead: [] };
	const find = (id: string) => (id === preview.id ? preview.shown() : null);
	return {
		get version() {
			return preview.state().hash ?? '';
		},
		get pages() {
			const shown = preview.shown();
			// Pages are only asked for where there is an exercise; until then problems are shown in their place.
			if (!shown) throw new Error('The folder is no exercise yet.');
			return pagesOf(map, shown);
		},
		roots: [],
		unread: [],
		map: () => map,
		hash: (id) => find(id)?.exercise.hash ?? null,
		around: () => around,
		ids: () => (preview.shown() ? [preview.id] : []),
		exercise: (id) => find(id)?.exercise ?? null,
		// The preview shows them itself.
		problems: () => [],
		stations(locale: Locale) {
			const shown = preview.shown();
			if (!shown) return [];
			const { minutes, points, level } = shown.exercise.manifest;
			return [
				{
					id: preview.id,
					title: shownTitle(shown.exercise.manifest, locale),
					minutes,
					points,
					level,
					prerequisites: []
				}
			];
		},
		async publicExercise(id, locale): Promise<PublicExercise | null> {
			const shown = find(id);
			if (!shown) return null;
			const { exercise, kind, artifacts } = shown;
			const runnable = kind.runnable(exercise, artifacts);
			return { ...toPublic(exercise, runnable, kind.run.workbench, locale), prerequisites: [] };
		},
		async runnable(id) {
			const shown = find(id);
			return shown && shown.kind.runnable(shown.exercise, shown.artifacts);
		},
		neighbours: () => ({ previous: null, next: null }),
		renamed: () => null,
		async suite(id, kind, locale) {
			const shown = find(id);
			return shown && compiledSuite(shown.exercise, shown.artifacts, kind, locale);
		},
		packages: async (id) => find(id)?.artifacts.packages ?? null,
		warm: async () => undefined
	};
}
