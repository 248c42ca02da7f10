import { readdir } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { failureWords, STATUS_WORDS } from '../../lib/coach-words/run-words.ts';
import { firstError } from '../../lib/contract/diagnostic.ts';
import { isLeftBehind } from '../../lib/exercise/near-names.ts';
import type { ExerciseArtifacts } from '../../lib/kinds/artifacts.ts';
import { failureReason } from '../../lib/kinds/failure-reason.ts';
import { shareSession } from '../check/share-session.ts';
import type { Setup } from '../setup.ts';
import { WrongUse } from '../verb.ts';
import { gradeSubmission, readHandIn, type Gradable, type Graded } from './grading.ts';
import { noteWords } from './report.ts';

/** What became of one hand-in. */
export const handInRow = z.strictObject({
	/** Its folder's or file's name. */
	name: z.string(),
	result: z.enum(['passed', 'not passed', 'not graded']),
	testsPassed: z.number().int(),
	testsTotal: z.number().int(),
	points: z.number().int(),
	maxPoints: z.number().int(),
	/** The first thing that went wrong, in a line; empty where nothing did. */
	first: z.string(),
	/** 2 where the machine was too slow at first, and it was tried once more, alone. */
	tries: z.number().int(),
	/** A sentence for each file that was not taken as it was handed in. */
	notes: z.array(z.string())
});
export type HandInRow = z.infer<typeof handInRow>;

/** What `grade --all --json` prints. */
export const handInsOutput = z.strictObject({
	version: z.literal(1),
	exercise: z.string(),
	handIns: z.array(handInRow)
});

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** What is wrong with the code itself, and where: a page runs with it, and its suite has other causes in mind. */
function codeFault({ diagnostics }: Graded['done']['report']): string {
	const found = firstError(diagnostics);
	if (!found) return '';
	return `${found.text}${found.location ? ` (${found.location.file}:${found.location.line})` : ''}`;
}

function firstFault({ report, tests, passed }: Graded['done']): string {
	if (passed) return '';
	const inCode = codeFault(report);
	if (report.status !== 'ran')
		return oneLine(`The program ${STATUS_WORDS[report.status]}${inCode && `: ${inCode}`}`);
	if (inCode) return oneLine(inCode);
	const bad = tests.find(({ state }) => state !== 'pass');
	if (bad) return oneLine(`${bad.name}: ${failureWords(failureReason(bad))}`);
	const [lost] = report.runs.flatMap((run) => run.unhandled);
	return lost ? oneLine(`An error that nobody handled: ${lost.name}: ${lost.message}`) : '';
}

/** That a result is of a second try is said with it. */
const secondTryWords = (status: NonNullable<Graded['firstTry']>): string =>
	`This is the result of a second try, alone on the machine: at the first the program ${STATUS_WORDS[status]}.`;

function rowOf(name: string, { done, firstTry, notes }: Graded): HandInRow {
	const { grade } = done;
	return {
		name,
		result: !grade?.counts ? 'not graded' : grade.passed ? 'passed' : 'not passed',
		testsPassed: grade?.testsPassed ?? 0,
		testsTotal: grade?.testsTotal ?? 0,
		points: grade?.points ?? 0,
		maxPoints: grade?.maxPoints ?? 0,
		first: firstFault(done),
		tries: firstTry ? 2 : 1,
		notes: [...notes.map(noteWords), ...(firstTry ? [secondTryWords(firstTry)] : [])]
	};
}

const notGraded = (name: string, maxPoints: number, why: string): HandInRow => ({
	name,
	result: 'not graded',
	testsPassed: 0,
	testsTotal: 0,
	points: 0,
	maxPoints,
	first: oneLine(why.replace(/^--files: /, '')),
	tries: 1,
	notes: []
});

/** Names of the hand-ins in a folder: a folder for each learner; for a kind without files, a JSON file. Throws `WrongUse`. */
export async function listHandIns({ kind }: Gradable, folder: string): Promise<string[]> {
	const entries = await readdir(folder, { withFileTypes: true }).catch(() => {
		throw new WrongUse(`--all: there is no folder ${folder}.`);
	});
	const files = kind.submission.files !== null;
	const names = entries
		.filter((entry) => (files ? entry.isDirectory() : entry.isFile() && entry.name.endsWith('.json')))
		.map(({ name }) => name)
		.filter((name) => !isLeftBehind(name))
		.sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
	if (names.length > 0) return names;
	const wanted = files ? 'a folder for each learner, laid out like start/' : 'a JSON file for each learner';
	throw new WrongUse(`--all: there is no hand-in in ${folder}. It holds ${wanted}.`);
}

/** Grades every hand-in of a folder, some at a time. One that cannot be read is a row, and stops nothing. */
export async function gradeHandIns(
	gradable: Gradable,
	artifacts: ExerciseArtifacts,
	handIns: { folder: string; names: readonly string[] },
	{ setup, signal, onGraded }: { setup: Setup; signal: AbortSignal; onGraded: (name: string) => void }
): Promise<HandInRow[]> {
	const jobs = availableParallelism();
	const shared = shareSession(setup.session, jobs);
	const rows: HandInRow[] = [];
	const next = handIns.names.entries();
	const work = async (): Promise<void> => {
		for (const [index, name] of next) {
			signal.throwIfAborted();
			try {
				const submission = await readHandIn(gradable, join(handIns.folder, name));
				rows[index] = rowOf(name, await gradeSubmission(gradable, artifacts, submission, shared, signal));
			} catch (error) {
				signal.throwIfAborted();
				const why = error instanceof Error ? error.message : String(error);
				rows[index] = notGraded(name, gradable.exercise.manifest.points, why);
			}
			onGraded(name);
		}
	};
	await Promise.all(Array.from({ length: jobs }, work));
	return rows;
}
