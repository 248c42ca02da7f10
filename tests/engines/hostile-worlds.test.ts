import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { EngineSession } from '../../src/lib/engines/engine.ts';
import { createNativeEngine } from '../../src/lib/server/threads/native-engine.ts';
import { nodeHarnesses } from '../support/make-plan.ts';
import { expectHonestPass, expectNoForgery, hostilePrograms, SUITES } from './hostile-corpus.ts';

/**
 * Programs of the corpus that go for names and objects of the realm: where a world brings more of those, it must not help.
 * All of the corpus was run in both worlds, once: it takes three minutes.
 */
const CHOSEN = new Set(
	[
		'replace-node replace-token-list replace-url replace-range-error structured-clone structured-clone-late math-abs object-binding',
		'timers-replaced date-replaced event-target message-listener watch-globals globals-of-a-runner symbol-for-globals function-has-instance',
		'error-machinery spy-fake promise-then grab-from-this'
	].flatMap((line) => line.split(' '))
);
const forging = hostilePrograms('forge').filter(({ name }) => CHOSEN.has(name));

test('every chosen program is there', () => expect(forging.length).toBe(CHOSEN.size));

describe.each(['dom', 'node'] as const)('a world with more than the language: %s', (need) => {
	let session: EngineSession;
	beforeAll(async () => {
		session = await createNativeEngine(await nodeHarnesses()).boot(new AbortController().signal);
	}, 60_000);
	afterAll(() => session?.dispose());

	test.each(SUITES)('the reference of the suite "%s" passes', (suite) =>
		expectHonestPass(session, suite, need)
	);

	test.each(forging.map((program) => [program.name, program] as const))('cannot forge: %s', (_, program) =>
		expectNoForgery(program, session, need)
	);
});
