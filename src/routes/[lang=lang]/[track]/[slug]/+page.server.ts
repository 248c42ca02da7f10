import { error } from '@sveltejs/kit';
import { version } from '$app/environment';
import { loadMessageCatalog } from '$lib/i18n/load.ts';
import { createTranslate } from '$lib/i18n/translate.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, locals }) => {
	const { lang: locale, track, slug } = params;
	const catalog = await locals.server.catalog();
	const id = `${track}/${slug}`;
	const exercise = await catalog.publicExercise(id, locale);
	if (!exercise) {
		const t = createTranslate(locale, await loadMessageCatalog(locale));
		error(404, t('exercise.not-found'));
	}
	return {
		build: version,
		exercise,
		engines: locals.server.engines,
		around: catalog.around(id, locale),
		neighbours: catalog.neighbours(id, locale),
		letter: catalog.map().lines.find((line) => line.id === track)?.letter ?? ''
	};
};
