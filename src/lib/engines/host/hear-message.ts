import { BUG_STATES, CATCHES } from '../../contract/kill-map.ts';
import { OUTPUT_END_ENTRIES, OUTPUT_ENTRIES } from '../../contract/plan.ts';
import type { Failure, ProgramEnding, TestResult } from '../../contract/report.ts';
import type { SandboxMessage, SaidOutput } from '../harness/protocol.ts';

/*
 * What a sandbox says is written by the harness, unless somebody inside has found the way out of it: then it can be
 * anything. Written by hand and not as schemas, because the page loads this before the first check.
 */

/** No suite has so many, no message so much: what is longer was not written by the harness. */
const MOST_TESTS = 5000;
const MOST_CHARS = 500_000;
const MOST_UNHANDLED = 100;

type Fields = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Fields => typeof value === 'object' && value !== null;
const isText = (value: unknown): value is string => typeof value === 'string' && value.length <= MOST_CHARS;
const isTextOrNull = (value: unknown): boolean => value === null || isText(value);
const isNumber = (value: unknown): boolean => typeof value === 'number' && Number.isFinite(value);
const isListOf = (value: unknown, most: number, isOne: (one: unknown) => boolean): boolean =>
	Array.isArray(value) && value.length <= most && value.every(isOne);

const KINDS: ReadonlySet<unknown> = new Set<Failure['kind']>(['assertion', 'error', 'load', 'limit']);
const STATES: ReadonlySet<unknown> = new Set<TestResult['state']>([
	'pass',
	'fail',
	'skipped',
	'missing',
	'not-run'
]);
const LEVELS: ReadonlySet<unknown> = new Set(['log', 'info', 'warn', 'error', 'debug']);
const UNITS: ReadonlySet<unknown> = new Set(['lines', 'characters']);
const ENDS: ReadonlySet<unknown> = new Set(['ran', 'nothing-ran', 'tampered', 'engine-failed']);

const isLocation = (value: unknown): boolean =>
	value === null || (isObject(value) && isText(value.file) && isNumber(value.line) && isNumber(value.column));
const isFailure = (value: unknown): boolean =>
	isObject(value) &&
	KINDS.has(value.kind) &&
	isText(value.name) &&
	isText(value.message) &&
	isText(value.stack) &&
	[value.note, value.expected, value.received, value.diff].every(isTextOrNull) &&
	isLocation(value.location);
const isFailureOrNull = (value: unknown): boolean => value === null || isFailure(value);
const isTest = (value: unknown): boolean =>
	isObject(value) &&
	isText(value.name) &&
	STATES.has(value.state) &&
	isNumber(value.durationMs) &&
	isFailureOrNull(value.failure);
const isCount = (value: unknown): boolean => Number.isSafeInteger(value) && (value as number) >= 0;
const isLeftOut = (value: unknown): boolean =>
	isObject(value) && isCount(value.at) && UNITS.has(value.unit) && isCount(value.count) && value.count !== 0;
const ENDINGS: ReadonlySet<unknown> = new Set<ProgramEnding['code']>([
	'listens',
	'without-server',
	'exit-code'
]);
const isEnding = (value: unknown): boolean =>
	isObject(value) && ENDINGS.has(value.code) && Number.isSafeInteger(value.number);
const isEntry = (value: unknown): boolean =>
	isObject(value) &&
	LEVELS.has(value.level) &&
	isText(value.text) &&
	isTextOrNull(value.test) &&
	(value.stack === undefined || isText(value.stack)) &&
	(value.leftOut === undefined || isLeftOut(value.leftOut)) &&
	(value.ending === undefined || isEnding(value.ending));
/** Whether a part of an output has the form of one. */
export const isOutput = ({ entries, end, leftOut }: Record<keyof SaidOutput, unknown>): boolean =>
	isListOf(entries, OUTPUT_ENTRIES, isEntry) &&
	isListOf(end, OUTPUT_END_ENTRIES, isEntry) &&
	isCount(leftOut);

const BUGS: ReadonlySet<unknown> = new Set(BUG_STATES);
const HOW: ReadonlySet<unknown> = new Set([...CATCHES, null]);
const isIndexes = (value: unknown): boolean => isListOf(value, MOST_TESTS, isCount);
const isBug = (value: unknown): boolean =>
	isObject(value) && isText(value.id) && BUGS.has(value.state) && HOW.has(value.how) && isIndexes(value.by);
const isPassed = (value: unknown): boolean => isObject(value) && Object.values(value).every(isCount);
const isBaseline = (value: unknown): boolean =>
	isObject(value) &&
	isListOf(value.tests, MOST_TESTS, isText) &&
	isListOf(value.durations, MOST_TESTS, isNumber) &&
	isIndexes(value.unstable) &&
	typeof value.ordered === 'boolean' &&
	isPassed(value.always) &&
	isListOf(value.passed, MOST_TESTS, isPassed);

function isMessage(said: Fields): boolean {
	if (said.type === 'started' || said.type === 'held') return true;
	if (said.type === 'test') return isTest(said.test);
	if (said.type === 'console') return isOutput(said as Record<keyof SaidOutput, unknown>);
	if (said.type === 'trying') return isTextOrNull(said.bug) && isCount(said.test);
	if (said.type === 'bug') return isBug(said.bug);
	return (
		said.type === 'done' &&
		ENDS.has(said.status) &&
		isListOf(said.tests, MOST_TESTS, isTest) &&
		isFailureOrNull(said.failure) &&
		isListOf(said.unhandled, MOST_UNHANDLED, isFailure) &&
		isNumber(said.durationMs) &&
		(said.baseline === undefined || isBaseline(said.baseline)) &&
		(said.unstable === undefined || isIndexes(said.unstable))
	);
}

/**
 * What to give to `Sandbox.listen`: hands on messages of the run with this nonce, and nothing else. A message that has the
 * nonce and another shape than the protocol's ends the run: `broken`. Never throws, whatever is said.
 */
export function hearRun(
	nonce: string,
	hear: (message: Exclude<SandboxMessage, { type: 'ready' }>) => void,
	broken: () => void
): (said: unknown) => void {
	return (said) => {
		if (!isObject(said) || said.type === 'ready' || said.nonce !== nonce) return;
		try {
			if (isMessage(said)) hear(said as Exclude<SandboxMessage, { type: 'ready' }>);
			else broken();
		} catch {
			broken();
		}
	};
}
