import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import {
	createBench,
	exercise,
	line,
	settle,
	suite,
	type SessionBench,
	type TabStorage
} from '../../../../tests/support/session-bench.ts';
import type { CodeSession } from './code-session.ts';

let bench: SessionBench;
let session: CodeSession;

beforeEach(async () => {
	vi.useFakeTimers();
	bench = await createBench();
	session = await bench.open();
});
afterEach(() => {
	session.dispose();
	vi.useRealTimers();
});

const shownLines = (): string[] => session.state.console.map(({ text }) => text);

test('what a run printed stays in sight while a check goes on, and what its tests print comes below', async () => {
	session = await bench.open();
	void session.session.start('run');
	await settle();
	bench.printing(0, [line('Hello')]);
	await settle();
	expect(shownLines()).toEqual(['Hello']);
	void session.session.start('check');
	await settle();
	expect(shownLines()).toEqual(['Hello']);
	const entries = [line('tested', 'adds')];
	bench.engine.runs[1]?.emit({ type: 'console', runId: 'run-2', run: 'suite', entries });
	expect(shownLines()).toEqual(['Hello', 'tested']);
	bench.printing(1, entries);
	await settle();
	expect(shownLines()).toEqual(['Hello', 'tested']);
	// A check that begins the program itself is the newer run of it.
	void session.session.start('check');
	await settle();
	bench.printing(2, [line('Hello again'), line('tested', 'adds')]);
	await settle();
	expect(shownLines()).toEqual(['Hello again', 'tested']);
	void session.session.start('run');
	await settle();
	expect(shownLines()).toEqual([]);
});

test('starting over takes the verdict and the output back, and ends a run that goes on', async () => {
	session = await bench.open();
	session.texts.change('main.js', 'mine');
	void session.session.start('check');
	await settle();
	bench.printing(0, [line('tested', 'adds')]);
	await settle();
	expect(session.state.finished).not.toBeNull();
	void session.session.start('check');
	await settle();
	session.texts.reset();
	await settle();
	expect(session.state).toMatchObject({ finished: null, console: [], run: { kind: 'idle' } });
	expect(bench.engine.runs[1]?.aborted).toBe(true);
});

test('hints open one at a time, are recorded, and stay open after a reload', async () => {
	session.session.openHint();
	session.session.openHint();
	session.session.openHint();
	await settle();
	expect(session.state.hintsOpened).toBe(2);
	session.dispose();
	session = await bench.open();
	expect(session.state.hintsOpened).toBe(2);
});

/** A tab's storage. */
function tabStorage(): NonNullable<TabStorage> {
	const texts = new Map<string, string>();
	return {
		getItem: (key) => texts.get(key) ?? null,
		setItem: (key, text) => void texts.set(key, text),
		removeItem: (key) => void texts.delete(key)
	};
}

test('a result is there again after a reload and in another language, and is gone with the text or the version', async () => {
	const tab = tabStorage();
	session = await bench.open(exercise, undefined, tab);
	session.texts.change('main.js', 'mine');
	void session.session.start('check');
	await settle();
	bench.printing(0, [line('tested', 'adds')]);
	await settle();
	const attempts = session.state.progress?.attempts;
	session.dispose();

	session = await bench.open(exercise, undefined, tab);
	const { state } = session;
	expect(state.finished?.report.runId).toBe('run-1');
	expect(state.finished?.translations.tests).toEqual({ adds: 'additionne' });
	// About the work as it is: nobody is told that they have gone on.
	expect(state.finished?.submission).toBe(session.texts.submission);
	expect(shownLines()).toEqual(['tested']);
	expect(state.progress?.attempts).toBe(attempts);
	session.dispose();

	bench.fetchSuite = async () => ({ ...suite, translations: { tests: { adds: 'telt op' }, messages: {} } });
	session = await bench.open({ ...exercise, locale: 'nl' }, undefined, tab);
	expect(session.state.finished?.translations.tests).toEqual({ adds: 'telt op' });
	session.dispose();

	session = await bench.open({ ...exercise, hash: 'h2' }, undefined, tab);
	expect(session.state.finished).toBeNull();
	session.dispose();

	session = await bench.open(exercise, undefined, tab);
	session.texts.reset();
	session.dispose();
	session = await bench.open(exercise, undefined, tab);
	expect(session.state.finished).toBeNull();
});

test('how often a check has failed in a row is counted on after a reload, and anew after a pass', async () => {
	const tab = tabStorage();
	let runs = 0;
	const check = async (passes: boolean): Promise<number> => {
		void session.session.start('check');
		await settle();
		bench.engine.runs[runs++]!.finish(passes);
		await settle();
		return session.state.failedInARow;
	};
	const reload = async (): Promise<number> => {
		session.dispose();
		session = await bench.open(exercise, undefined, tab);
		return session.state.failedInARow;
	};
	session.dispose();
	session = await bench.open(exercise, undefined, tab);
	expect(await check(false)).toBe(1);
	expect(await check(false)).toBe(2);
	expect(await reload()).toBe(2);
	expect(await check(false)).toBe(3);
	expect(await reload()).toBe(3);
	expect(await check(true)).toBe(0);
	expect(await reload()).toBe(0);
});
