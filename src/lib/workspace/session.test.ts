import { expect, test } from 'vitest';
import { FakeEngine } from '../engines/fake.ts';
import { pickExercise, pickKind } from '../../../tests/support/pick-kind.ts';
import { Session } from './session.ts';
import type { SessionState } from './session-state.ts';
import { memoryBackend } from './storage/storage-backend.ts';
import { createStorage } from './storage/storage.ts';

const exercise = { id: pickExercise.id, hintsHtml: [], locale: 'fr' as const };
const runnable = { ...exercise, ...pickExercise };

/** A choice among lines: no file, no text, nothing that is kept. */
class Choice {
	ready = false;
	submission: { line: number } = { line: 0 };
	readonly #listeners = new Set<() => void>();

	subscribe(listener: () => void): () => void {
		this.#listeners.add(listener);
		return () => this.#listeners.delete(listener);
	}
	set(line: number): void {
		this.ready = true;
		this.submission = { line };
		for (const listener of this.#listeners) listener();
	}
}

test('a session runs whatever is submitted, as it is when it starts', async () => {
	const engine = new FakeEngine();
	const choice = new Choice();
	const ran: unknown[] = [];
	let state: SessionState<{ line: number }> | null = null;
	const session = new Session(
		exercise,
		choice,
		{
			compiler: {
				compile: async () => ({ ok: true, script: { code: '', map: '{}', pages: {} }, warnings: [] })
			},
			engine: {
				session: (signal) => engine.boot(signal),
				restart: () => false,
				state: { choice: { reason: 'default' } }
			},
			suite: async () => ({
				hash: 'h',
				code: '',
				statics: [],
				expected: ['is right'],
				translations: { tests: {}, messages: {} }
			}),
			input: (submission) => {
				ran.push(submission);
				return { kind: pickKind, exercise: runnable, submission };
			},
			newRunId: () => 'run-1',
			storage: createStorage({
				backend: memoryBackend(),
				journal: null,
				channel: null,
				now: () => '2026',
				device: 'here'
			})
		},
		(next) => (state = next)
	);
	const now = () => state as SessionState<{ line: number }> | null;
	void session.start('check');
	choice.set(2);
	await expect.poll(() => engine.runs.length).toBe(1);
	choice.set(3);
	engine.runs[0]?.finish(true);
	await expect.poll(() => now()?.progress?.passed).toBe('practised');
	expect(ran).toEqual([{ line: 2 }]);
	// The page can tell that the learner has gone on.
	expect(now()?.finished?.submission).toEqual({ line: 2 });
	expect(now()?.finished?.submission).not.toBe(choice.submission);
	session.dispose();
});
