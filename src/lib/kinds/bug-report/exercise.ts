import type { BugReport } from '../../contract/bug-report.ts';
import type { Exercise, FileMap } from '../../contract/exercise.ts';
import type { Locale } from '../../contract/locale.ts';
import type { AppWords } from './app-words.ts';
import type { ReportManifest } from './manifest.ts';

export interface NamedReport {
	name: string;
	report: BugReport;
}

/** An exercise folder of this kind. */
export interface ReportExercise extends Exercise {
	manifest: ReportManifest;
	/** The mended app; paths relative to `app/`. */
	app: FileMap;
	/** What is different with the bug; paths relative to `app/` too. */
	bug: FileMap;
	words: AppWords;
	/** Tests that fail where the bug shows; paths relative to the folder (`symptom/…`). */
	symptom: FileMap;
	/** A good report, in the app of each language. */
	solution: Readonly<Record<Locale, BugReport>>;
	/** Other good reports. */
	also: readonly NamedReport[];
	/** Reports that are not good enough, and exactly what each lacks. */
	wrong: readonly (NamedReport & { lacks: readonly string[] })[];
}
