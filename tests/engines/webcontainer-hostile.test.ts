import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cachedHarness } from '../../src/build/harness-cache.ts';
import type { EngineSession } from '../../src/lib/engines/engine.ts';
import { nodeHarnesses } from '../support/make-plan.ts';
import { openNativeSession } from '../support/native-session.ts';
import { hostilePrograms, REALM_PROGRAMS, testForging } from './hostile-corpus.ts';
import { openWebcontainer } from './subjects/webcontainer.ts';

const forging = hostilePrograms('forge');

/**
 * The harness of containers in Node's realm: every program in threads, which start in a third of the time of a process;
 * in a container's processes, with the real runner, those that go for what the realm has.
 */
async function openThreads(): Promise<{ session: EngineSession; close(): Promise<unknown> }> {
	const folder = await mkdtemp(join(tmpdir(), 'passerelle-container-'));
	const given = `__passerelle_bridge__.place = { packages: {}, cwd: ${JSON.stringify(folder)} };\n`;
	const harness = given + (await cachedHarness('container'));
	const session = await openNativeSession({
		...(await nodeHarnesses()),
		worker: harness,
		dom: harness,
		node: harness
	});
	return { session, close: () => rm(folder, { recursive: true }) };
}

test('the corpus is there', () => expect(forging.length).toBeGreaterThanOrEqual(45));

describe.each([
	['threads of Node', openThreads, forging],
	["a container's processes", openWebcontainer, forging.filter(({ name }) => REALM_PROGRAMS.has(name))]
] as const)("the containers' harness in %s", (_, open, programs) => {
	let subject: Awaited<ReturnType<typeof open>>;
	beforeAll(async () => void (subject = await open()), 60_000);
	afterAll(() => subject?.close());

	testForging(programs, () => subject.session);
});
