import { error, redirect, type RequestHandler } from '@sveltejs/kit';
import { isTheme, PREFERENCE_COOKIE, THEME_COOKIE } from '$lib/ui/preferences.ts';

/** The theme switch of a page whose script has not arrived. */
export const POST: RequestHandler = async ({ request, cookies, locals }) => {
	const form = await request.formData();
	const theme = form.get('theme');
	if (!isTheme(theme)) error(400);
	cookies.set(THEME_COOKIE, theme, PREFERENCE_COOKIE);
	const back = form.get('back');
	const samesite = typeof back === 'string' && /^\/(?![/\\])/.test(back);
	redirect(303, samesite ? back : `/${locals.locale}`);
};
