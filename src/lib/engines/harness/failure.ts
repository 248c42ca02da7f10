import { processError } from '@vitest/utils/error';
import type { Failure } from '../../contract/report.ts';
import { withoutJoints } from './joints.ts';
import { notes } from './private-registry.ts';
import { printedValues } from './printed-values.ts';
import { HARNESS_SCRIPT, LEARNER_SCRIPT, SUITE_SCRIPT } from './protocol.ts';

/** A value that prints longer is cut: the page shows it, it does not store it. */
const TEXT_CHARS = 4000;

interface ProcessedError {
	name?: unknown;
	message?: unknown;
	stack?: unknown;
	diff?: unknown;
	expected?: unknown;
	actual?: unknown;
	operator?: unknown;
	errors?: unknown;
}

const ANSI = /\u001b\[[0-9;]*m/g;

function text(value: unknown): string | null {
	if (typeof value !== 'string') return null;
	const plain = value.replace(ANSI, '');
	return plain.length > TEXT_CHARS ? `${plain.slice(0, TEXT_CHARS)}…` : plain;
}

/** Vitest's own printed `diff` begins with a legend and a blank line; what follows are the lines. */
function diffLines(value: unknown): string | null {
	const plain = text(value);
	if (plain === null) return null;
	const lines = plain.replace(/^- Expected.*\n\+ Received.*\n\n/, '');
	// Single values come as "Expected: …"; `expected` and `received` say that already.
	return /^[-+] /m.test(lines) ? lines : null;
}

/** The frames of the learner's and the suite's scripts; the harness's own say nothing to anyone. */
function ownFrames(stack: string): string {
	return stack
		.split('\n')
		.filter((line) => !line.includes(HARNESS_SCRIPT))
		.join('\n');
}

/** Splits "note: assertion" where the suite's author gave a note to `expect`. */
function splitNote(message: string): { note: string | null; rest: string } {
	let best: string | null = null;
	for (const note of notes) {
		const matches = message === note || message.startsWith(`${note}: `);
		if (matches && (best === null || note.length > best.length)) best = note;
	}
	return best === null ? { note: null, rest: message } : { note: best, rest: message.slice(best.length + 2) };
}

const OVERFLOW = /Maximum call stack size exceeded$/;
/** A recursion fills the stack with frames (20 are kept); code that is nested too deeply ends the parser after a few. */
const RECURSION_FRAMES = 15;
/** The harness's own frames count for nothing; a recursion that passes through it still leaves more than these. */
const RECURSION_OWN_FRAMES = 4;
const TOO_DEEP = 'The code is nested too deeply';

const isTooDeep = ({ message, stack }: ProcessedError): boolean =>
	typeof message === 'string' &&
	OVERFLOW.test(message) &&
	typeof stack === 'string' &&
	(stack.split('\n    at ').length <= RECURSION_FRAMES ||
		ownFrames(stack).split('\n    at ').length <= RECURSION_OWN_FRAMES);

/** What a suite imports of a learner's file, as the bundled suite calls it: it is not there, or it is no function. */
const NOT_EXPORTED = /(?:\(0 ?, ?)?\bimport_\w+\.([\w$]+)\)? is not a (function|constructor)/g;
const readable = (message: string): string =>
	withoutJoints(message).replace(NOT_EXPORTED, '$1 is not an exported $2');

/** What broke in the learner's own code, whoever called it. */
export function isLearners({ kind, stack }: Failure): boolean {
	const [own, suite] = [stack.indexOf(LEARNER_SCRIPT), stack.indexOf(SUITE_SCRIPT)];
	return kind === 'error' && own >= 0 && (suite < 0 || own < suite);
}

/** An error made of errors, as that of `Promise.any`, has no line of its own: the first of them has. */
function stackOf({ stack, errors }: ProcessedError): unknown {
	const [inner] = Array.isArray(errors) ? (errors as ({ stack?: unknown } | null)[]) : [];
	if (typeof inner?.stack !== 'string' || `${stack ?? ''}`.includes(LEARNER_SCRIPT)) return stack;
	return `${stack ?? ''}\n${inner.stack}`;
}

/** What was thrown and is no error has no message: it is told as it is printed. */
const isNoError = (error: ProcessedError): boolean => !('message' in error) && !('stack' in error);

const FIELDS = ['name', 'message', 'stack', 'diff', 'expected', 'actual', 'operator'] as const;

/** What Vitest makes of a thrown value, read once: what was thrown may be a proxy, or throw when it is looked at. */
function processed(thrown: unknown): ProcessedError {
	try {
		const error = processError(thrown) as ProcessedError;
		const fields: ProcessedError = {};
		for (const field of FIELDS) if (field in error) fields[field] = error[field];
		if (isNoError(error)) fields.message = printedValues([error]);
		fields.message = typeof fields.message === 'string' ? fields.message : `${fields.message ?? ''}`;
		if ('stack' in error) fields.stack = stackOf(error);
		return fields;
	} catch {
		return { name: 'Error', message: 'An error that cannot be printed' };
	}
}

/** Where the realm is open, a program can have changed what describing an error works with. */
const undescribed = (kind: Failure['kind']): Failure => ({
	kind,
	name: 'Error',
	message: 'An error that cannot be described',
	note: null,
	expected: null,
	received: null,
	diff: null,
	location: null,
	stack: ''
});

/** A thrown value, raw or already processed by Vitest, as the contract's failure. Never throws. */
export function describeFailure(thrown: unknown, kind: Failure['kind']): Failure {
	try {
		return describe(thrown, kind);
	} catch {
		return undescribed(kind);
	}
}

function describe(thrown: unknown, kind: Failure['kind']): Failure {
	const error = processed(thrown);
	const name = text(error.name) ?? 'Error';
	const message = isTooDeep(error) ? TOO_DEEP : readable(text(error.message) ?? '');
	const { note, rest } = splitNote(message);
	const assertion = name === 'AssertionError' || 'expected' in error || 'actual' in error || note !== null;
	const timedOut = /^(Test|Hook) timed out in /.test(message);
	return {
		kind: kind !== 'error' ? kind : timedOut ? 'limit' : assertion ? 'assertion' : 'error',
		name,
		message: rest,
		note,
		expected: text(error.expected),
		received: text(error.actual),
		diff: diffLines(error.diff),
		location: null,
		stack: ownFrames(text(error.stack) ?? '')
	};
}
