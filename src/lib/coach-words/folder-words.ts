import type { DetailWords } from '../contract/problem.ts';
import type { PathFault, SharedDetails } from '../contract/problem-details.ts';

const PATH_FAULTS: Readonly<Record<PathFault, string>> = {
	backslash: 'has a backslash',
	absolute: 'is an absolute path',
	'leads-out': 'leads out of its place with "..", "." or "//"',
	reserved: 'has a name that JavaScript reserves',
	characters: 'has characters other than letters, digits, ".", "_" and "-"',
	'too-long': 'is longer than 200 characters'
};

const kilobytes = (bytes: number): string => `${Math.ceil(bytes / 1024)} KB`;

/** Of the files of a folder, before their content counts. */
export const FOLDER_WORDS: DetailWords<
	Pick<
		SharedDetails,
		| 'unsafe-path/id'
		| 'unsafe-path/name'
		| 'unsafe-path/special-file'
		| 'unsafe-path/case'
		| 'file-too-large'
		| 'folder-too-large'
		| 'not-utf8'
		| 'not-utf8/encoding'
		| 'unfinished-merge'
		| 'unknown-file'
		| 'misnamed-file'
		| 'unknown-file/language'
		| 'missing-file/exercise-json'
		| 'missing-file/map'
		| 'missing-file/root'
		| 'missing-file/folder'
	>
> = {
	'unsafe-path/id': ({ id }) => ({
		message: `${JSON.stringify(id)} cannot be the name of an exercise.`,
		fix: 'Name the folder track/slug, in lower case letters, digits and hyphens.'
	}),
	'unsafe-path/name': ({ path, why }) => ({
		message: `The path ${JSON.stringify(path)} ${PATH_FAULTS[why]}.`,
		fix: 'Rename it, or move it into the folder. Names are like "start/main.js".'
	}),
	'unsafe-path/special-file': {
		message: 'This is a link or a device: it can lead out of the folder.',
		fix: 'Put a copy of the file here.'
	},
	'unsafe-path/case': ({ path, other }) => ({
		message: `"${path}" and "${other}" differ only in capitals: on Windows and on a Mac they are one file.`,
		fix: 'Keep one of the two, or give it another name.'
	}),
	'file-too-large': ({ limitBytes }) => ({
		message: `The file is larger than ${kilobytes(limitBytes)}.`,
		fix: 'Make it smaller: learners on slow lines download it.'
	}),
	'folder-too-large': ({ limitBytes }) => ({
		message: `The files of the folder are larger than ${kilobytes(limitBytes)} together, or too many.`,
		fix: 'Remove what the exercise does not need, or make two exercises of it.'
	}),
	'unfinished-merge': {
		message: 'A merge of git is not finished here: both versions stand in the file, from <<<<<<< to >>>>>>>.',
		fix: 'Keep what is right of the two, and remove the three lines with the signs.'
	},
	'not-utf8': {
		message: 'The file is not text in UTF-8.',
		fix: 'Save it as UTF-8 in your editor. Pictures and other binary files cannot be part of an exercise.'
	},
	'not-utf8/encoding': ({ encoding }) => ({
		message: `The file is saved as ${encoding}, not as UTF-8.`,
		fix: 'Save it as UTF-8 in your editor: "Save as…" or "Save with encoding".'
	}),
	'misnamed-file': ({ found, expected }) => ({
		message: `Found ${found}, expected ${expected}.`,
		fix: 'Rename it. Capitals count, and Windows can hide an ending such as ".txt".'
	}),
	'unknown-file': {
		message: 'This file is not part of an exercise.',
		fix: 'Correct its name, or remove it. exercises/README.md lists the files.'
	},
	'unknown-file/language': ({ locale }) => ({
		message: `exercise.json does not name "${locale}" under "languages".`,
		fix: 'Add it there, or remove the file.'
	}),
	'missing-file/exercise-json': {
		message: 'There is no exercise.json.',
		fix: 'Write it; exercises/README.md has an example.'
	},
	'missing-file/map': {
		message: 'There is no map.json that can be read.',
		fix: 'Write one; exercises/README.md says how. Without a map nobody finds an exercise.'
	},
	'missing-file/folder': ({ why }) => ({
		message: `The folder cannot be read: ${why}.`,
		fix: 'Put it back; the preview waits for it.'
	}),
	'missing-file/root': ({ why }) => ({
		message: why ?? 'There is no such folder.',
		fix: 'Correct the path in EXERCISES, or make the folder with "npm run exercise -- init".'
	})
};
