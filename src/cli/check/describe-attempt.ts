import type { Exercise } from '../../lib/contract/exercise.ts';
import type { RunStatus, TestResult } from '../../lib/contract/report.ts';
import type { SuiteFolder } from '../../lib/server/catalog/compile-exercise.ts';
import type { Attempt } from './attempt.ts';

/** Where a problem is, without what it is called and what to do. */
interface Place {
	file: string;
	line?: number;
}

/** Longer messages of errors would hide the next problem. */
const MESSAGE_CHARS = 300;
export const shorten = (text: string): string =>
	text.length > MESSAGE_CHARS ? `${text.slice(0, MESSAGE_CHARS)}…` : text;

/** Where a test stands: found by its title, so a test whose title is put together is found only as its folder. */
export function testPlace(exercise: Exercise, folder: SuiteFolder, name: string): Place {
	const title = name.split(' > ').at(-1) ?? name;
	for (const [path, text] of Object.entries(exercise[folder])) {
		const lines = text.split('\n');
		for (const quote of ["'", '"', '`']) {
			const written = `${quote}${title.replaceAll(quote, `\\${quote}`)}${quote}`;
			const at = lines.findIndex((line) => line.includes(written));
			if (at >= 0) return { file: `${exercise.id}/${path}`, line: at + 1 };
		}
	}
	return { file: `${exercise.id}/${folder}/` };
}

/** Why a test failed, in one line. */
export function describeFailure({ state, failure }: TestResult): string {
	if (!failure) return state === 'skipped' ? 'it is skipped' : 'it did not run';
	const compared =
		failure.expected === null && failure.received === null
			? ''
			: ` (expected ${failure.expected}, received ${failure.received})`;
	const name = failure.kind === 'assertion' ? '' : `${failure.name}: `;
	return shorten(
		`${name}${failure.note ?? failure.message}${failure.note ? compared : ''}`.replaceAll('\n', ' ')
	);
}

/** How a run ended that did not end by itself; said of a program. */
export const STATUS_WORDS: Readonly<Record<Exclude<RunStatus, 'ran'>, string>> = {
	'compile-error': 'does not compile',
	timeout: 'does not end within its time limit',
	crash: 'ends the sandbox',
	'out-of-memory': 'uses up the memory',
	'nothing-ran': 'runs no test',
	tampered: 'changes what the suite is built on, such as a prototype',
	'engine-failed': 'could not be run'
};

/** Why a run has no results, and where to look. */
export function describeStatus(
	exercise: Exercise,
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
	exercise: Exercise,
	wrong: Exercise['wrong'][number],
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
