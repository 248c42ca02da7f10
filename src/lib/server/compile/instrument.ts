import { isScript } from '../../compile/check-scripts.ts';
import type { Instrument } from '../../compile/instrument-port.ts';

const QUIET = {
	isTraceEnabled: () => false,
	isDebugEnabled: () => false,
	isInfoEnabled: () => false,
	isWarnEnabled: () => false,
	isErrorEnabled: () => false,
	isFatalEnabled: () => false,
	trace() {},
	debug() {},
	info() {},
	warn() {},
	error() {},
	fatal() {}
};

/** The instrumenter of this process. */
export const instrument: Instrument = async (files) => {
	// Babel comes with it: a tenth of a second, which only they pay who instrument.
	const { Instrumenter } = await import('@stryker-mutator/instrumenter');
	const scripts = Object.entries(files).filter(([path]) => isScript(path));
	const result = await new Instrumenter(QUIET).instrument(
		scripts.map(([name, content]) => ({
			name,
			content,
			mutate: true
		})),
		{ noHeader: true, excludedMutations: [], ignorers: [], plugins: null }
	);
	return {
		files: { ...files, ...Object.fromEntries(result.files.map(({ name, content }) => [name, content])) },
		mutants: result.mutants
			.filter(({ status }) => status === undefined)
			.map(({ id, fileName, mutatorName, replacement, location: { start, end } }) => ({
				id,
				file: fileName,
				rule: mutatorName,
				start: { line: start.line + 1, column: start.column + 1 },
				end: { line: end.line + 1, column: end.column + 1 },
				replacement
			}))
	};
};
