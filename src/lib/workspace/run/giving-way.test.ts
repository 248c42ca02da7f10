import { expect, test } from 'vitest';
import { FakeEngine } from '../../engines/fake.ts';
import { pickExercise, pickKind } from '../../../../tests/support/pick-kind.ts';
import { RunControl } from './run-control.ts';
import type { RunState } from './run-state.ts';

/** A run in a page with these engines, best first; one that failed is gone. */
function check(engines: FakeEngine[]) {
	const stages: RunState['kind'][] = [];
	const control = new RunControl<null>(
		{
			compiler: { compile: () => Promise.reject(new Error('there is nothing to compile')) },
			engine: {
				session: (signal) => engines[0]!.boot(signal),
				restart: (failed = false) => failed && engines.length > 1 && engines.shift() !== undefined,
				state: { choice: { reason: 'run-failed' } }
			},
			suite: async () => ({
				hash: 'h',
				code: '',
				statics: [],
				expected: ['is right'],
				translations: { tests: {}, messages: {} }
			}),
			input: () => ({ kind: pickKind, exercise: pickExercise, submission: null }),
			newRunId: () => 'run-1'
		},
		({ run }) => run && stages.push(run.kind)
	);
	void control.start('check', null);
	return { control, stages };
}
const failing = { status: 'engine-failed', runs: [] } as const;
const begun = ({ runs }: FakeEngine) => expect.poll(() => runs.length).toBe(1);

test('an engine that could not do a run gives way, and the next one does it: the learner presses nothing', async () => {
	const [first, next] = [new FakeEngine(), new FakeEngine()];
	const { control, stages } = check([first, next]);
	await begun(first);
	first.runs[0]!.finish(false, { ...failing, runs: [] });
	await begun(next);
	expect(stages).not.toContain('done');
	next.runs[0]!.finish(true);
	await expect.poll(() => stages.at(-1)).toBe('done');
	expect(control.view.finished).toMatchObject({
		report: { status: 'ran', engine: { reason: 'run-failed' } },
		grade: { passed: true }
	});
});

test('once only: what the next engine cannot do either is told', async () => {
	const engines = [new FakeEngine(), new FakeEngine(), new FakeEngine()] as const;
	const { control, stages } = check([...engines]);
	for (const engine of engines.slice(0, 2)) {
		await begun(engine);
		engine.runs[0]!.finish(false, { ...failing, runs: [] });
	}
	await expect.poll(() => stages.at(-1)).toBe('done');
	expect(control.view.finished?.grade).toMatchObject({ counts: false });
	expect(engines[2].runs).toEqual([]);
});

test('a run that was stopped meanwhile is not done by another engine', async () => {
	const [first, next] = [new FakeEngine(), new FakeEngine()];
	const { control, stages } = check([first, next]);
	await begun(first);
	control.stop();
	first.runs[0]!.finish(false, { ...failing, runs: [] });
	await expect.poll(() => stages.at(-1)).toBe('cancelled');
	expect(next.boots).toBe(0);
});
