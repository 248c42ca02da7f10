import { shorten, STATUS_WORDS } from '../describe-attempt.ts';
import type { Attempt } from '../proof.ts';
import type { CodeExercise } from './exercise.ts';

interface Place {
	file: string;
	line?: number;
}

/** Why a run has no results, and where to look. */
export function describeStatus(
	exercise: CodeExercise,
	{ report }: Attempt,
	folder: 'start' | 'solution'
): Place & { message: string } {
	const [first] = report.diagnostics;
	const what = report.status === 'ran' ? 'throws when it is started' : STATUS_WORDS[report.status];
	const thrown = report.runs[0]?.failure;
	const why = first?.text ?? (thrown ? `${thrown.name}: ${thrown.message}` : '');
	const location = first?.location ?? thrown?.location;
	const inFolder = location && Object.hasOwn(exercise[folder], location.file) ? folder : 'start';
	const place: Place = location
		? { file: `${exercise.id}/${inFolder}/${location.file}`, line: location.line }
		: { file: `${exercise.id}/${folder}/` };
	return { ...place, message: shorten(`The ${folder} ${what}${why ? `: ${why}` : '.'}`) };
}

const quoted = (names: readonly string[]): string => names.map((name) => `"${name}"`).join(', ');

/** How a mistake differs from what its `wrong.json` says. */
export function mistakeDifference(
	exercise: CodeExercise,
	wrong: CodeExercise['wrong'][number],
	done: Attempt
): string {
	if (done.tests.length === 0) {
		return describeStatus(exercise, done, 'solution').message.replace(
			'The solution',
			`The mistake "${wrong.name}"`
		);
	}
	const also = done.failed.filter((name) => !wrong.fails.includes(name));
	const not = wrong.fails.filter((name) => !done.failed.includes(name));
	const parts = [
		also.length > 0 ? `also fails ${quoted(also)}` : '',
		not.length > 0 ? `does not fail ${quoted(not)}` : ''
	].filter((part) => part !== '');
	const status = done.report.status === 'ran' ? '' : ` (it ${STATUS_WORDS[done.report.status]})`;
	return `The mistake "${wrong.name}" ${parts.join(' and ')}${status}.`;
}
