import { expect, test } from 'vitest';
import type { Failure } from '../../contract/report.ts';
import { differentFailures } from './different-failures.ts';

const failure = (message: string, line: number | null): Failure => ({
	kind: 'error',
	name: 'ReferenceError',
	message,
	note: null,
	expected: null,
	received: null,
	diff: null,
	stack: `at line ${line}, in a run of its own ${Math.random()}`,
	location: line === null ? null : { file: 'main.js', line, column: 1 }
});

test('an error of each test is shown once, another message or another line beside it', () => {
	const shown = differentFailures([
		failure('names is not defined', 3),
		failure('names is not defined', 3),
		failure('name is not defined', 3),
		failure('names is not defined', 5),
		failure('names is not defined', null),
		failure('names is not defined', 3),
		failure('names is not defined', null)
	]);
	expect(shown.map(({ message, location }) => [message, location?.line])).toEqual([
		['names is not defined', 3],
		['name is not defined', 3],
		['names is not defined', 5],
		['names is not defined', undefined]
	]);
});
