import type { FileMap } from '../../../contract/exercise.ts';

const TYPES: Readonly<Record<string, string>> = {
	css: 'text/css',
	csv: 'text/csv',
	htm: 'text/html',
	html: 'text/html',
	js: 'text/javascript',
	json: 'application/json',
	mjs: 'text/javascript',
	svg: 'image/svg+xml',
	txt: 'text/plain',
	xml: 'text/xml'
};

/** The media type of a file, from its name. */
export const typeOf = (path: string): string =>
	TYPES[path.split('.').at(-1)?.toLowerCase() ?? ''] ?? 'text/plain';

/** Whether an address names another site, or something that is no file: `https:…`, `//host/…`, `mailto:…`. */
export const leavesPage = (address: string): boolean => /^\s*(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(address);

/** The file that an address in a page means, without its query and hash; null where none of the files is meant. */
export function localFile(page: string, address: string, files: FileMap): string | null {
	if (leavesPage(address)) return null;
	const bare = address.trim().replace(/[?#].*$/s, '');
	if (bare === '') return Object.hasOwn(files, page) ? page : null;
	const parts = bare.startsWith('/') ? [] : page.split('/').slice(0, -1);
	for (const part of bare.split('/')) {
		if (part === '..') {
			if (parts.pop() === undefined) return null;
		} else if (part !== '.' && part !== '') parts.push(part);
	}
	const path = parts.join('/');
	return Object.hasOwn(files, path) ? path : null;
}
