import { z } from 'zod';
import { failureWords, shorten, STATUS_WORDS } from '../../lib/coach-words/run-words.ts';
import { grade } from '../../lib/contract/grade.ts';
import { report } from '../../lib/contract/report.ts';
import { failureReason } from '../../lib/kinds/failure-reason.ts';
import type { Attempt } from '../../lib/kinds/proof.ts';
import { submissionNote, type SubmissionNote } from './submission.ts';

/** What `grade --json` prints: one object, version 1. */
export const gradeOutput = z.strictObject({
	version: z.literal(1),
	/** Files that were not taken as they were handed in. */
	notes: z.array(submissionNote),
	/** What happened: see the contract. */
	report,
	/** What it is worth: see the contract. `trust` is always `practised`: nobody says whose work it is. */
	grade
});

const NOTES: Readonly<Record<Exclude<SubmissionNote['what'], 'near' | 'encoding'>, string>> = {
	missing: 'was not handed in; the one of the start is used.',
	'not-editable': 'cannot be changed by a learner; the one of the start is used.',
	unknown: 'is no file of the exercise; it is left out.',
	link: 'is a link, not a file; it is left out.'
};

/** A note, as a sentence. */
export function noteWords({ path, what, expected, encoding }: SubmissionNote): string {
	if (what === 'near') return `Found ${path}, expected ${expected}.`;
	if (what === 'encoding') return `${path} is saved as ${encoding}, not as UTF-8; it was read all the same.`;
	return `${path} ${NOTES[what]}`;
}

const MARKS = { pass: '✓', fail: '✗', skipped: '–', missing: '–', 'not-run': '–' } as const;
const REASONS = {
	skipped: 'It was skipped.',
	missing: 'It was never reached.',
	'not-run': 'It did not run.'
} as const;

/** One submission, for people: each test with its state, then the points. */
export function describeGrade(
	{ report: { status, diagnostics, runs, kills }, grade: worth, tests }: Attempt,
	notes: readonly SubmissionNote[]
): string {
	const lines = notes.map(noteWords);
	if (status !== 'ran') lines.push(`The program ${STATUS_WORDS[status]}.`);
	for (const { text, location } of diagnostics)
		lines.push(`  ${location ? `${location.file}:${location.line}  ` : ''}${text}`);
	for (const { name, message, location } of runs.flatMap((run) => run.unhandled)) {
		const where = location ? ` (${location.file}:${location.line})` : '';
		lines.push(`An error that nobody handled: ${shorten(`${name}: ${message}`)}${where}`);
	}
	for (const test of tests) {
		lines.push(`${MARKS[test.state]} ${test.name}`);
		const { failure, state } = test;
		if (failure) {
			const { location } = failure;
			const why = failureWords(failureReason(test));
			lines.push(`    ${why}${location ? ` (${location.file}:${location.line})` : ''}`);
			if (failure.diff)
				lines.push(
					...shorten(failure.diff)
						.split('\n')
						.map((line) => `      ${line}`)
				);
		} else if (state !== 'pass' && state !== 'fail') lines.push(`    ${REASONS[state]}`);
	}
	if (worth) {
		const { passed, testsPassed, testsTotal, points, maxPoints, counts } = worth;
		const result = counts ? (passed ? 'Passed' : 'Not passed') : 'Not graded: the engine failed, try again';
		// What does not compile has no tests to count.
		const what = kills ? 'bugs noticed' : 'tests';
		const counted = testsTotal === 0 ? 'no test ran' : `${testsPassed} of ${testsTotal} ${what}`;
		lines.push('', `${result}: ${counted}, ${points} of ${maxPoints} points.`);
	}
	return lines.join('\n');
}
