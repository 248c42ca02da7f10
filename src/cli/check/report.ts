import { join, relative } from 'node:path';
import { z } from 'zod';
import { spoken, type WordsOfKinds } from '../../lib/coach-words/problem-words.ts';
import { PROBLEM_CODES, type Problem } from '../../lib/contract/problem.ts';
import { percent } from '../percent.ts';
import { provisionalWords } from '../provisional.ts';
import { PROOF_ENGINES, type ProofEngine } from '../setup.ts';
import type { Checked } from './check-all.ts';
import type { MutationScore } from './prove.ts';

const problem = z.strictObject({
	code: z.enum(PROBLEM_CODES),
	/** Present: worth knowing, does not fail the check. */
	remark: z.literal(true).optional(),
	/** Id of the exercise, where the file does not say so. */
	exercise: z.string().optional(),
	/** Relative to the root. */
	file: z.string(),
	/** 1-based. */
	line: z.number().int().optional(),
	/** In English. */
	message: z.string(),
	fix: z.string(),
	/** The file, as seen from where the command was typed. */
	path: z.string()
});

/** What `check --json` prints: one object, version 1. Fields may be added; those that are here stay. */
export const checkReport = z.strictObject({
	version: z.literal(1),
	engine: z.enum(PROOF_ENGINES),
	/** True where nothing is wrong: no problem, and with `--strict` no remark. The exit code says the same. */
	ok: z.boolean(),
	/** In the order of the roots, then of the ids. */
	exercises: z.array(
		z.strictObject({
			id: z.string(),
			/** The folder that the id begins in, as seen from where the command was typed. */
			root: z.string(),
			/** No problem; remarks do not count. */
			ok: z.boolean(),
			problems: z.array(problem),
			/** Hidden and visible tests; 0 where they are not known. */
			tests: z.number().int(),
			/** Runs of this check; 0 where it was not tried again. */
			runs: z.number().int(),
			/** How long the solution ran, ms; null where it does not pass. */
			solutionMs: z.number().nullable(),
			/** Where learners write tests: bugs that the solution's notice, of how many; null elsewhere, and where they do not pass. */
			mutants: z.strictObject({ caught: z.number().int(), total: z.number().int() }).nullable(),
			/** True: tried before and not changed since. */
			unchanged: z.boolean(),
			/** True: its pages were judged without a browser, which may find something else. */
			provisional: z.boolean()
		})
	),
	/** What is wrong between exercises, and with the maps. */
	maps: z.array(z.strictObject({ root: z.string(), problems: z.array(problem) })),
	summary: z.strictObject({
		exercises: z.number().int(),
		problems: z.number().int(),
		remarks: z.number().int(),
		tests: z.number().int(),
		runs: z.number().int(),
		unchanged: z.number().int(),
		seconds: z.number()
	})
});
export type CheckReport = z.infer<typeof checkReport>;

export interface ReportOptions {
	cwd: string;
	engine: ProofEngine;
	/** Remarks count too. */
	strict: boolean;
	/** Whose words say what is wrong. */
	kinds: WordsOfKinds;
}

/** What was found, as plain data. */
export function toReport({ exercises, maps, durationMs }: Checked, options: ReportOptions): CheckReport {
	const { cwd, engine, strict, kinds } = options;
	const from = (path: string): string => relative(cwd, path) || '.';
	const placed = (root: string, problems: readonly Problem[]) =>
		problems.map((one) => ({
			...spoken(one, kinds),
			path: from(join(root, one.file)) + (one.file.endsWith('/') ? '/' : '')
		}));
	const all = [...exercises, ...maps].flatMap(({ problems }) => problems);
	const remarks = all.filter(({ remark }) => remark).length;
	const sum = (count: (one: (typeof exercises)[number]) => number): number =>
		exercises.reduce((total, one) => total + count(one), 0);
	return {
		version: 1,
		engine,
		ok: strict ? all.length === 0 : all.length === remarks,
		exercises: exercises.map(
			({ root, id, problems, tests, runs, solutionMs, mutants, unchanged, provisional }) => ({
				id,
				root: from(root),
				ok: problems.every(({ remark }) => remark),
				problems: placed(root, problems),
				tests,
				runs,
				solutionMs,
				mutants,
				unchanged,
				provisional
			})
		),
		maps: maps.map(({ root, problems }) => ({ root: from(root), problems: placed(root, problems) })),
		summary: {
			exercises: exercises.length,
			problems: all.length - remarks,
			remarks,
			tests: sum(({ tests }) => tests),
			runs: sum(({ runs }) => runs),
			unchanged: sum(({ unchanged }) => Number(unchanged)),
			seconds: Math.round(durationMs / 100) / 10
		}
	};
}

type PlacedProblem = CheckReport['maps'][number]['problems'][number];

/** A name of a file may hold the end of a line; what is printed has one line for it. */
const onOneLine = (path: string): string =>
	path.replace(/[\n\r\t]/g, (char) => JSON.stringify(char).slice(1, -1));

const lines = (title: string, problems: readonly PlacedProblem[]): string[] =>
	problems.length === 0
		? []
		: [
				onOneLine(title),
				...problems.flatMap(({ path, line, remark, message, fix }) => [
					`  ${onOneLine(path)}${line === undefined ? '' : `:${line}`}  ${remark ? 'remark: ' : ''}${message}`,
					`      ${fix}`
				]),
				''
			];

/** A count and its word: 1 problem, 2 problems. */
export const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`;

const scoreLine = (id: string, { caught, total }: MutationScore): string =>
	`${id}: mutation score ${percent(caught / total)}, ${caught} of ${counted(total, 'bug')}.`;

/** What was found, for people: problems by exercise, what to do below each, and a line that sums up. */
export function describeReport({ engine, exercises, maps, summary }: CheckReport): string {
	const provisional = provisionalWords(exercises.filter((one) => one.provisional).length, engine);
	const { problems, remarks, runs, unchanged, seconds } = summary;
	const last = [
		counted(summary.exercises, 'exercise'),
		counted(problems, 'problem'),
		counted(remarks, 'remark'),
		counted(runs, 'run'),
		`${seconds.toFixed(1)} s`,
		...(unchanged > 0 ? [`${unchanged} unchanged since they were last tried`] : [])
	].join(', ');
	return [
		...exercises.flatMap((one) => lines(one.id, one.problems)),
		...maps.flatMap((one) => lines(`The map of ${one.root}`, one.problems)),
		...exercises.flatMap(({ id, mutants }) => (mutants ? [scoreLine(id, mutants)] : [])),
		...(provisional === null ? [] : [provisional]),
		`${last}.`
	].join('\n');
}
