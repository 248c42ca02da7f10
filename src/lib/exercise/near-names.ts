import { problem, type Problem } from '../contract/problem.ts';

/** What systems leave beside files and no editor shows: nobody meant it as a part of anything. */
const LEFT_BEHIND =
	/^(?:desktop\.ini|thumbs\.db|ehthumbs(?:_vista)?\.db|icon\r|~\$.*|.*~|\$recycle\.bin|__macosx)$/i;

/** Whether a path is of a file that a system or an editor left behind. */
export const isLeftBehind = (path: string): boolean =>
	path.split('/').some((part) => LEFT_BEHIND.test(part) || /^\.(?!\.?$)/.test(part));

/** A path without what other machines change in it: capitals, composed letters, an ending that is hidden, the mark of a copy. */
const plain = (path: string): string =>
	path
		.normalize('NFC')
		.toLowerCase()
		.replace(/\.txt$/, '')
		.replace(/(?: ?\(\d+\)| - (?:copy|copie|kopie))(?=\.|$)/, '');

/** Whether a file that is there can only be meant as one that is not: another case, `main.js.txt`, `main (1).js`. */
export const isNear = (found: string, expected: string): boolean =>
	found !== expected && plain(found) === plain(expected);

const isStray = ({ code }: Problem): boolean => code === 'unknown-file' || code === 'unsafe-path';
const isMissing = ({ code }: Problem): boolean => code.startsWith('missing-');

/** The file that is missing, whichever file the problem stands in. */
function missingFile(id: string, { file, params, detail }: Problem): string {
	return detail === 'missing-start-file/listed' && typeof params.path === 'string'
		? `${id}/start/${params.path}`
		: file;
}

/** One problem instead of two where a file is there under a name that nearly fits. */
export function nameNearMisses(id: string, problems: readonly Problem[]): Problem[] {
	const told = new Set<Problem>();
	const near: Problem[] = [];
	for (const missing of problems.filter(isMissing)) {
		const expected = missingFile(id, missing);
		const stray = problems.find((one) => isStray(one) && !told.has(one) && isNear(one.file, expected));
		if (!stray) continue;
		told.add(missing).add(stray);
		const names = { found: stray.file.slice(id.length + 1), expected: expected.slice(id.length + 1) };
		near.push(problem('misnamed-file', { file: stray.file }, names));
	}
	return near.length === 0 ? [...problems] : [...problems.filter((one) => !told.has(one)), ...near];
}
