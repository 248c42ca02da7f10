import { readStepError } from '../../contract/bug-report.ts';
import type { TestResult } from '../../contract/report.ts';
import type { Translate } from '../../i18n/translate.ts';
import { stepFaultWords } from './step-words.ts';

/** What is asked of every report, by its id; the rules of an exercise say themselves what they are. */
const KNOWN = [
	'few-steps',
	'title-length',
	'expected-length',
	'actual-length',
	'differ',
	'severity',
	'steps-done',
	'bug-shows',
	'only-bug'
] as const;
const WHY = ['bug-shows', 'only-bug', 'severity'] as const;

/** What a report is asked for. `told`: the exercise's own words, by id. */
export function reportCheckWords(
	id: string,
	{
		told,
		params
	}: { told: Readonly<Record<string, string>>; params: { count: number; least: number; most: number } },
	t: Translate
): string {
	const known = KNOWN.find((one) => one === id);
	if (!known) return told[id] ?? id;
	return t(`report.check.${known}`, known === 'title-length' ? { ...params, count: params.least } : params);
}

/** What to think of where a report lacks this; null where the words of the check say it. */
export function reportWhyWords({ name, failure, state }: TestResult, t: Translate): string | null {
	if (state !== 'fail') return null;
	const at = failure && readStepError(failure.message);
	if (at && name === 'steps-done') return stepFaultWords(at.index, at.fault, t);
	const why = WHY.find((one) => one === name);
	return why ? t(`report.why.${why}`) : null;
}
