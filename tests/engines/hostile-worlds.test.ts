import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { EngineSession } from '../../src/lib/engines/engine.ts';
import { openNativeSession } from '../support/native-session.ts';
import { hostilePrograms, REALM_PROGRAMS, testForging } from './hostile-corpus.ts';

/**
 * Programs of the corpus that go for names and objects of the realm: where a realm brings more of those, it must not help.
 * The whole corpus runs on the same harness in processes of Deno (sandbox.test.ts), and in Node's own realm on the harness
 * of containers (webcontainer-hostile.test.ts); these run in threads of Node, which have the globals of both, in every world.
 * All of it was run in all of them, once: it takes minutes and says the same.
 */
const forging = hostilePrograms('forge').filter(({ name }) => REALM_PROGRAMS.has(name));

test('every chosen program is there', () => expect(forging.length).toBe(REALM_PROGRAMS.size));

describe.each(['worker', 'dom', 'node'] as const)('a thread of Node, with the world for %s', (need) => {
	let session: EngineSession;
	beforeAll(async () => {
		session = await openNativeSession();
	}, 60_000);
	afterAll(() => session?.dispose());

	testForging(forging, () => session, need);
});
