import type { RunEnd } from '../../contract/problem-details.ts';
import { problemMaker } from '../../contract/problem.ts';
import { runReport } from './run.ts';

/** What only exercises of this kind can be wrong about: what each sentence needs. */
export interface ReportDetails {
	'missing-file/page': null;
	'missing-file/bug': null;
	'missing-file/words': null;
	'missing-file/report': { folder: string; name: string };
	'missing-suite/symptom': null;
	'missing-solution': { language: string };
	'unknown-file/alone': { parent: string };
	'unknown-file/not-in-app': { name: string };
	'invalid-field/unknown-word': { name: string; meant: string | null };
	'invalid-field/unused-word': { name: string };
	'invalid-field/language': { language: string };
	'invalid-field/unknown-lack': { lack: string; known: readonly string[] };
	'few-mistakes': null;

	'compile-error/app': { text: string };

	'start-passes': null;
	'solution-fails/end': { end: RunEnd };
	/** `why`: what the first of them says. */
	'solution-fails/lacks': { lacks: readonly string[]; why: string };
	'wrong-passes': { mistake: string };
	/** `also`: what it lacks and is not named; `not`: the other way round. */
	'wrong-fails-others': { mistake: string; also: readonly string[]; not: readonly string[] };
	'wrong-fails-others/end': { mistake: string; end: RunEnd };
}

export const reportProblem = problemMaker<ReportDetails>(runReport.name);
