import type { FileMap } from '../../contract/exercise.ts';
import { findFile, resolveRelative } from '../resolve.ts';
import { exportedNames, isNear } from './exported-names.ts';
import { isSign, isWord, type ErrorPlace, type Mistake } from './mistake.ts';
import type { ReadSources } from './source-text.ts';

/** Where the name of the file stands in the import: inside its quotes. */
function specifierAt({ source, offset }: ErrorPlace, name: string): { start: number; end: number } | null {
	const start = offset + 1;
	return source.startsWith(name, start) ? { start, end: start + name.length } : null;
}

function renamed(place: ErrorPlace, code: Mistake['code'], name: string, instead: string): Mistake {
	const at = specifierAt(place, name);
	return {
		code,
		params: { name, instead },
		start: place.offset,
		end: at ? at.end + 1 : place.offset + 1,
		edits: at ? [{ ...at, text: instead }] : undefined
	};
}

/** A file that is there, named without `./` or in other letters. */
function fileMistake(place: ErrorPlace, importer: string, files: FileMap): Mistake | null {
	const name = place.params.name ?? '';
	const relative = name.startsWith('.') ? name : `./${name.replace(/^\/+/, '')}`;
	const target = resolveRelative(importer, relative);
	if (target === null || target === '') return null;
	if (place.code === 'package-not-allowed' && findFile(files, target) !== null) {
		return renamed(place, 'missing-dot-slash', name, relative);
	}
	const found = Object.keys(files).find((path) => path.toLowerCase() === target.toLowerCase());
	if (!found || found === target || !relative.toLowerCase().endsWith(target.toLowerCase())) return null;
	return renamed(place, 'file-name-case', name, relative.slice(0, -found.length) + found);
}

/** Names of a sentence: more are no help. */
const MAX_NAMES = 5;

/** What a file exports, beside what was asked for. */
function exportMistake(place: ErrorPlace, read: ReadSources): Mistake | null {
	const { tokens, index, params } = place;
	const { file = '', name = '' } = params;
	const exporter = read(file);
	const token = tokens[index];
	if (!exporter || !token) return null;
	const names = exportedNames(exporter);
	const { start, end } = token;
	const named = names.filter((one) => one !== 'default');
	if (names.length === 0) return { code: 'nothing-exported', params: { file }, start, end };
	if (name === 'default') {
		const isOwn = named.includes(token.text);
		const instead =
			isOwn || named.length === 1 ? (isOwn ? token.text : named[0]!) : named.slice(0, MAX_NAMES).join(', ');
		const safe = isOwn && isWord(tokens[index - 1], 'import') && isWord(tokens[index + 1], 'from');
		return {
			code: 'braces-needed',
			params: { file, instead: `{ ${instead} }` },
			start,
			end,
			edits: safe ? [{ start, end, text: `{ ${token.text} }` }] : undefined
		};
	}
	const near = named.find((one) => isNear(one, name));
	if (near !== undefined)
		return { code: 'misspelled-export', params: { file, name, instead: near }, start, end };
	if (named.length > 0 || !isSign(tokens[index - 1], '{', ',')) return null;
	return { code: 'no-braces', params: { file, name }, start, end };
}

/** What is wrong with an import, where the file it means can be told. */
export function importMistake(
	place: ErrorPlace,
	file: string,
	files: FileMap,
	read: ReadSources
): Mistake | null {
	if (place.code === 'missing-export') return exportMistake(place, read);
	if (place.code !== 'package-not-allowed' && place.code !== 'missing-file') return null;
	return fileMistake(place, file, files);
}
