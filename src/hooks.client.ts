import type { HandleClientError } from '@sveltejs/kit';

/** How browsers put it that no answer came. */
const NO_ANSWER = /fetch|network|load failed/i;

/** A page's data did not come: the error page says so, and not that something broke here. */
export const handleError: HandleClientError = ({ error, message }) => ({
	message: error instanceof TypeError && NO_ANSWER.test(error.message) ? 'unreachable' : message
});
