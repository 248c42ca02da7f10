import { error } from '@sveltejs/kit';
import type { PageLoad } from './$types';

/** Any other address below a language: the error page then speaks that language. */
export const load: PageLoad = () => error(404, 'Not found');
