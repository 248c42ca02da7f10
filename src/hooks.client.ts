import type { HandleClientError } from '@sveltejs/kit';

/** How browsers put it that no answer came. */
const NO_ANSWER = /fetch|network|load failed|dynamically imported module|importing a module/i;

/** How they put it that data or a script is none: a page of a Wi-Fi that wants people to sign in, in the place of ours. */
const NOT_OURS = /JSON|unexpected token|unexpected character|MIME type/i;

/** A page's data did not come: the error page says so, and not that something broke here. */
export const handleError: HandleClientError = ({ error, message }) => {
	const words = error instanceof Error && /^(?:Type|Syntax)Error$/.test(error.name) ? error.message : '';
	if (NOT_OURS.test(words)) return { message: 'intercepted' };
	return { message: NO_ANSWER.test(words) ? 'unreachable' : message };
};
