import { afterAll, describe, expect, test } from 'vitest';
import type { RunResult } from '../../src/lib/contract/report.ts';
import { makePlan } from '../support/make-plan.ts';
import { openHere } from '../support/not-here.ts';
import { openDom } from './subjects/dom.ts';
import { openNative } from './subjects/native.ts';
import { openRemote } from './subjects/remote.ts';
import type { Subject } from './subjects/subject.ts';
import { openWorker } from './subjects/worker.ts';
import { TOLD } from './told-errors.ts';

const ENGINES: readonly (readonly [string, () => Promise<Subject>])[] = [
	['worker engine in Chromium', openWorker],
	['dom engine in Chromium, with a page', openDom('dom')],
	['native engine in Node', openNative('worker')],
	['a process of Deno', openRemote('worker')],
	['a page of the server', openRemote('dom')]
];

/** Longer than any of the programs goes on after its call. */
const LEFT_MS = 30;
/** The server takes no more files than an exercise may have. */
const LOT = 15;
const LOTS = Array.from({ length: Math.ceil(TOLD.length / LOT) }, (_, lot) =>
	TOLD.slice(lot * LOT, (lot + 1) * LOT)
);
const fileOf = (number: number): string => `p${number}/main.js`;

/** Each program of a lot in a folder of its own, with a test that calls it. */
async function runLot(subject: Subject, lot: (typeof LOTS)[number]): Promise<RunResult> {
	const calls = lot.map(
		([name], number) => `test(${JSON.stringify(name)}, async () => {
	const { act } = await import('../start/${fileOf(number)}');
	await act();
	await new Promise((resolve) => setTimeout(resolve, ${LEFT_MS}));
	expect(1).toBe(1);
});`
	);
	const plan = await makePlan({
		files: Object.fromEntries(lot.map(([, program], number) => [fileOf(number), program])),
		entry: fileOf(0),
		suite: { 'tests/all.test.js': `import { expect, test } from 'vitest';\n${calls.join('\n')}` },
		need: subject.need,
		timeMs: 30_000
	});
	const { runs } = await subject.runAsIs(plan);
	return runs[0]!;
}

describe.each(ENGINES)('%s', (_engine, open) => {
	let subject: Subject;
	openHere(async () => void (subject = await open()));
	afterAll(() => subject?.close());

	test.each(LOTS.map((lot, number) => [number + 1, lot] as const))(
		'what breaks is told with its message and the learner’s own line: part %i',
		{ timeout: 90_000 },
		async (_number, lot) => {
			const run = await runLot(subject, lot);
			const told = run.tests.map(({ name, state, failure }) => ({
				name,
				state,
				message: failure?.message ?? null,
				at: failure?.location ? `${failure.location.file}:${failure.location.line}` : null
			}));
			expect(told).toEqual(
				lot.map(([name, , message, line], number) => ({
					name,
					state: 'fail',
					message: expect.stringContaining(message) as unknown,
					at: line === null ? null : `${fileOf(number)}:${line}`
				}))
			);
			expect(run.unhandled).toEqual([]);
		}
	);

	test('an error behind a flood of output is told too', { timeout: 40_000 }, async () => {
		const program = `export const act = () => {
	for (let line = 1; line <= 5000; line += 1) console.log(line);
	setTimeout(() => { throw new Error('behind'); });
};`;
		const { tests, console, consoleTruncated } = await runLot(subject, [['a flood', program, '', null]]);
		expect(tests[0]?.failure?.message).toBe('behind');
		expect(console.at(-1)?.text).toBe(`Uncaught Error: behind (${fileOf(0)}:3)`);
		expect(console.at(-2)?.text).toBe('5000');
		expect(consoleTruncated).toBe(true);
	});
});
