import type { SourceLocation } from '../../contract/diagnostic.ts';
import type { ConsoleEntry, Failure, Report } from '../../contract/report.ts';
import type { Translate } from '../../i18n/translate.ts';
import { withoutMarks } from './code-parts.ts';
import { endingWords } from './console-words.ts';
import type { ReportWords } from './report-words.ts';

/** Of an output, as much as is listened to. */
const HEARD_CHARS = 400;

const atPlace = (location: SourceLocation | null, text: string, t: Translate): string =>
	location
		? t('announce.of', {
				what: withoutMarks(t('result.go-to-line', { file: location.file, line: String(location.line) })),
				text
			})
		: text;

/** Why something failed, in the order in which it is shown: what broke before what the author advises. */
function reason(failure: Failure, words: ReportWords, t: Translate): string {
	const own = `${failure.name}: ${failure.message}`;
	const note = failure.note && words.note(failure.note).text;
	const said = failure.kind === 'error' || note === null ? (words.explain(failure) ?? (note || own)) : note;
	return atPlace(failure.location, withoutMarks(said), t);
}

function output(console: readonly ConsoleEntry[], t: Translate): string | null {
	const text = console.map((entry) => (entry.ending ? endingWords(entry.ending, t) : entry.text)).join('\n');
	if (text.trim() === '') return null;
	const heard = text.length > HEARD_CHARS ? `${text.slice(0, HEARD_CHARS)}…` : text;
	return t('announce.output', { text: heard });
}

/**
 * What somebody who sees the results reads first, below the verdict: where and why a text cannot be read, the first error, the
 * first test that failed; of a run, what it printed. Null where the verdict says all.
 */
export function firstRead(report: Report, words: ReportWords, t: Translate): string | null {
	const wrong = report.diagnostics.find(({ severity }) => severity === 'error');
	if (report.status === 'compile-error' && wrong)
		return atPlace(wrong.location, withoutMarks(words.diagnose(wrong) ?? wrong.text), t);
	if (report.status === 'tampered' || report.status === 'engine-failed') return null;
	const broken = report.runs.flatMap((run) => [...(run.failure ? [run.failure] : []), ...run.unhandled])[0];
	if (broken) return reason(broken, words, t);
	const failed = report.runs.flatMap((run) => run.tests).find(({ failure }) => failure);
	if (failed?.failure) {
		const title = words.title(failed.name).text;
		const of = t('announce.of', { what: t('result.state.fail'), text: title });
		return `${of}. ${reason(failed.failure, words, t)}`;
	}
	return report.mode === 'run'
		? output(
				report.runs.flatMap((run) => run.console),
				t
			)
		: null;
}
