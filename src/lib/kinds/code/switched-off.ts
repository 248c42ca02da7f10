import type { Problem } from '../../contract/problem.ts';
import type { CodeExercise } from './exercise.ts';
import { codeProblem } from './problems.ts';

/** What is called to leave a test out, to run one alone, or to promise one. */
const SWITCH =
	/(?<![\w$.])((?:test|it|describe|suite)(?:\.\w+)*?\.(only|skip|todo)|[fx](?:it|test|describe))\b(?=\s*[(.`])/;

const isComment = (line: string): boolean => /^\s*(?:\/\/|\/?\*)/.test(line);

/** Tests and groups of both suites that are switched off, or alone: the others would not run, and nobody would pass. */
export function switchedOff({
	id,
	tests,
	examples
}: Pick<CodeExercise, 'id' | 'tests' | 'examples'>): Problem[] {
	return Object.entries({ ...tests, ...examples }).flatMap(([path, text]) =>
		text.split('\n').flatMap((line, index): Problem[] => {
			const [, call, ending] = (isComment(line) ? null : SWITCH.exec(line)) ?? [];
			if (call === undefined) return [];
			const only = ending === 'only' || call.startsWith('f');
			return [codeProblem('switched-off-test', { file: `${id}/${path}`, line: index + 1 }, { call, only })];
		})
	);
}
