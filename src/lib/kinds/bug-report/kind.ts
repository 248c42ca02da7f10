import type { BugReport } from '../../contract/bug-report.ts';
import { LOCALES } from '../../contract/locale.ts';
import type { Kind } from '../kind.ts';
import { compileReport, reportRunnable, type ReportArtifacts } from './artifacts.ts';
import type { ReportExercise } from './exercise.ts';
import { readReportFolder } from './folder.ts';
import { appWords, lackingManifest, reportFile, reportManifest } from './manifest.ts';
import { reportAttempts, reportRemarks, START, unknownLacks } from './proofs.ts';
import { runReport } from './run.ts';
import type { ReportRunnable } from './runnable.ts';
import { reportSubmission } from './submission.ts';
import { reportTemplate } from './template.ts';
import { REPORT_WORDS } from './words.ts';

/** Everything that a folder holds of reports, by name. */
const samplesOf = ({ solution, also, wrong }: ReportExercise): { name: string; submission: BugReport }[] => [
	{ name: 'start', submission: START },
	...LOCALES.map((language) => ({ name: `solution/${language}`, submission: solution[language] })),
	...also.map(({ name, report }) => ({ name: `also/${name}`, submission: report })),
	...wrong.map(({ name, report }) => ({ name: `wrong/${name}`, submission: report }))
];

/** Report a bug of an app so that others see it too. */
export const bugReport: Kind<ReportExercise, ReportRunnable, BugReport, ReportArtifacts> = {
	name: runReport.name,
	run: runReport as Kind<ReportExercise, ReportRunnable, BugReport, ReportArtifacts>['run'],
	folder: {
		manifest: reportManifest,
		paths:
			/^(?:(?:app|bug|symptom)\/.+|words\.json|solution\/report\.(?:fr|nl|en)\.json|also\/[^/]+\/report\.json|wrong\/[^/]+\/(?:report|wrong)\.json)$/,
		read: readReportFolder,
		sources: ({ wrong }) => wrong.map(({ name }) => `wrong/${name}/wrong.json`),
		texts: ({ app, bug, symptom, solution, also }) => ({
			shown: Object.values({ ...app, ...bug }),
			// What is mended says where the bug is.
			suites: [
				...Object.entries(symptom),
				...Object.keys(bug).map((path) => [`app/${path}`, app[path] ?? ''] as const)
			],
			answers: [
				...LOCALES.map((one) => [`solution/report.${one}.json`, JSON.stringify(solution[one])] as const),
				...also.map(({ name, report }) => [`also/${name}/report.json`, JSON.stringify(report)] as const)
			]
		}),
		names: () => [],
		remarks: reportRemarks,
		nameProblems: (exercise, _hidden, sources) => unknownLacks(exercise, sources),
		testPlace: ({ id }) => ({ file: `${id}/symptom/` })
	},
	submission: reportSubmission,
	files: [
		{ heading: 'words.json', name: 'words', schema: appWords },
		{ heading: 'report.json', name: 'report', schema: reportFile },
		{ heading: 'wrong/…/wrong.json (bug-report)', name: 'lacking', schema: lackingManifest }
	],
	compile: compileReport,
	runnable: reportRunnable,
	samples: samplesOf,
	proof: { attempts: reportAttempts },
	template: reportTemplate,
	words: REPORT_WORDS
};
