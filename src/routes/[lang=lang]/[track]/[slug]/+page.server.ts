import { error, redirect } from '@sveltejs/kit';
import { version } from '$app/environment';
import { loadMessageCatalog } from '$lib/i18n/load.ts';
import { createTranslate } from '$lib/i18n/translate.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, locals, url }) => {
	const { lang: locale, track, slug } = params;
	const catalog = await locals.server.catalog();
	const id = `${track}/${slug}`;
	const exercise = await catalog.publicExercise(id, locale);
	if (!exercise) {
		const now = catalog.renamed(id);
		// Not for ever: browsers would keep it when the name is given to another exercise.
		if (now) redirect(302, `/${locale}/${now}?formerly=${id}`);
		const t = createTranslate(locale, await loadMessageCatalog(locale));
		error(404, t('exercise.not-found'));
	}
	return {
		build: version,
		exercise,
		/** The old address that the page was asked by; null where it was not, or never was its own. */
		formerly:
			catalog.renamed(url.searchParams.get('formerly') ?? '') === id
				? url.searchParams.get('formerly')
				: null,
		engines: locals.server.engines,
		verifies: locals.server.verifies(exercise),
		around: catalog.around(id, locale),
		neighbours: catalog.neighbours(id, locale),
		letter: catalog.map().lines.find((line) => line.id === track)?.letter ?? ''
	};
};
