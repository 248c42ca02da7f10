import { emptyReport, type BugReport } from '../../contract/bug-report.ts';
import type { Exercise, FileMap } from '../../contract/exercise.ts';
import { LOCALES, type Locale } from '../../contract/locale.ts';
import type { Problem } from '../../contract/problem.ts';
import type { DecodedFolder } from '../../exercise/folder-files.ts';
import type { KindFolder } from '../../exercise/folder-kind.ts';
import { lineAt } from '../../exercise/line-at.ts';
import { nearestName } from '../../exercise/nearest-name.ts';
import { readJsonFile } from '../../exercise/read-json-file.ts';
import type { z } from 'zod';
import { layersIn, textsBelow } from '../folder-parts.ts';
import { isTestFile } from '../test-files.ts';
import { LANGUAGE_WORD, wordsIn, type AppWords } from './app-words.ts';
import type { NamedReport, ReportExercise } from './exercise.ts';
import { appWords, lackingManifest, reportFile, type ReportManifest } from './manifest.ts';
import { PAGE } from './plan.ts';
import { reportProblem } from './problems.ts';

const WORDS = 'words.json';

/** What stands for a report that cannot be read: the folder has a problem then. */
const EMPTY = emptyReport('en');

/** Reads JSON files of a folder, and keeps what is wrong with them. */
function createReader(id: string, folder: DecodedFolder, problems: Problem[]) {
	/** Null where it is not there, or wrong. `missing`: what is said where it is not there. */
	function json<T>(path: string, schema: z.ZodType<T>, missing: (file: string) => Problem): T | null {
		const file = `${id}/${path}`;
		const text = folder.texts.get(path);
		if (!folder.paths.has(path)) problems.push(missing(file));
		if (text === undefined) return null;
		const read = readJsonFile(file, text, schema);
		problems.push(...read.problems);
		return read.value;
	}
	function report(path: string, missing: (file: string) => Problem): BugReport {
		const read = json(path, reportFile, missing);
		if (!read) return EMPTY;
		const { $schema: _, ...own } = read;
		return own;
	}
	return { json, report };
}

/** Words that the app asks for and has not, and the other way round. */
function wordProblems(id: string, files: FileMap, words: AppWords): Problem[] {
	const names = Object.keys(words);
	const used = new Set<string>();
	const unknown = Object.entries(files).flatMap(([path, text]) =>
		wordsIn(text).flatMap(({ name, index }): Problem[] => {
			used.add(name);
			if (name === LANGUAGE_WORD || Object.hasOwn(words, name)) return [];
			const place = { file: `${id}/${path}`, line: lineAt(text, index) };
			return [
				reportProblem('invalid-field/unknown-word', place, { name, meant: nearestName(name, names) ?? null })
			];
		})
	);
	const file = `${id}/${WORDS}`;
	const unused = names.filter((name) => !used.has(name));
	return [
		...unknown,
		...unused.map((name) => reportProblem('invalid-field/unused-word', { file }, { name }))
	];
}

function readReports(
	id: string,
	folder: DecodedFolder,
	parent: 'also' | 'wrong',
	reader: ReturnType<typeof createReader>
): { reports: (NamedReport & { lacks: readonly string[] })[]; problems: Problem[] } {
	const { names, problems } = layersIn(folder, parent, (path) =>
		reportProblem('unknown-file/alone', { file: `${id}/${path}` }, { parent })
	);
	const reports = names.map((name) => {
		const at = `${parent}/${name}`;
		const missing = (file: string, what: string): Problem =>
			reportProblem('missing-file/report', { file }, { folder: at, name: what });
		const report = reader.report(`${at}/report.json`, (file) => missing(file, 'report.json'));
		const lacking =
			parent === 'wrong'
				? reader.json(`${at}/wrong.json`, lackingManifest, (file) => missing(file, 'wrong.json'))
				: null;
		return { name, report, lacks: lacking?.lacks ?? [] };
	});
	return { reports, problems };
}

/** A good report of each language, written in that language. */
function readSolutions(
	id: string,
	reader: ReturnType<typeof createReader>,
	problems: Problem[]
): Record<Locale, BugReport> {
	const solutions: Record<Locale, BugReport> = { fr: EMPTY, nl: EMPTY, en: EMPTY };
	for (const language of LOCALES) {
		const path = `solution/report.${language}.json`;
		const read = reader.report(path, (file) => reportProblem('missing-solution', { file }, { language }));
		if (read !== EMPTY && read.language !== language)
			problems.push(reportProblem('invalid-field/language', { file: `${id}/${path}` }, { language }));
		solutions[language] = read;
	}
	return solutions;
}

/** Reads the app, its bug, what tells it, and reports of ours. */
export function readReportFolder({ id, folder }: KindFolder<ReportManifest>): {
	own: Omit<ReportExercise, keyof Exercise>;
	problems: Problem[];
} {
	const problems: Problem[] = [];
	const reader = createReader(id, folder, problems);
	const app = textsBelow(folder, 'app/', 'app/'.length);
	const bug = textsBelow(folder, 'bug/', 'bug/'.length);
	const symptom = textsBelow(folder, 'symptom/', 0);
	if (!Object.hasOwn(app, PAGE))
		problems.push(reportProblem('missing-file/page', { file: `${id}/app/${PAGE}` }));
	if (Object.keys(bug).length === 0) problems.push(reportProblem('missing-file/bug', { file: `${id}/bug/` }));
	for (const name of Object.keys(bug).filter((one) => !Object.hasOwn(app, one)))
		problems.push(reportProblem('unknown-file/not-in-app', { file: `${id}/bug/${name}` }, { name }));
	if (!Object.keys(symptom).some(isTestFile))
		problems.push(reportProblem('missing-suite/symptom', { file: `${id}/symptom/` }));
	const words = reader.json(WORDS, appWords, (file) => reportProblem('missing-file/words', { file }))?.words;
	const shown = Object.fromEntries([...folder.texts].filter(([path]) => /^(?:app|bug|symptom)\//.test(path)));
	if (words) problems.push(...wordProblems(id, shown, words));
	const also = readReports(id, folder, 'also', reader);
	const wrong = readReports(id, folder, 'wrong', reader);
	const solution = readSolutions(id, reader, problems);
	problems.push(...also.problems, ...wrong.problems);
	return {
		own: {
			app,
			bug,
			symptom,
			words: words ?? {},
			solution,
			also: also.reports.map(({ name, report }) => ({ name, report })),
			wrong: wrong.reports
		},
		problems
	};
}
