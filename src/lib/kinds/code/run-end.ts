import type { RunEnd } from '../../contract/problem-details.ts';
import type { Place } from '../../exercise/folder-kind.ts';
import type { Attempt } from '../proof.ts';
import type { CodeExercise } from './exercise.ts';

/** Why a run has no results, and where to look. */
export function runEnd(
	exercise: CodeExercise,
	{ report }: Attempt,
	folder: 'start' | 'solution'
): { end: RunEnd; place: Place } {
	const [first] = report.diagnostics;
	const thrown = report.runs[0]?.failure;
	const why = first?.text ?? (thrown ? `${thrown.name}: ${thrown.message}` : '');
	const location = first?.location ?? thrown?.location;
	const inFolder = location && Object.hasOwn(exercise[folder], location.file) ? folder : 'start';
	const place = location
		? { file: `${exercise.id}/${inFolder}/${location.file}`, line: location.line }
		: { file: `${exercise.id}/${folder}/` };
	return { end: { status: report.status, why }, place };
}
