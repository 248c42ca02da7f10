import { afterAll, beforeAll, expect, test } from 'vitest';
import { openWebcontainer } from './subjects/webcontainer.ts';
import type { Subject } from './subjects/subject.ts';
import { expectHonestPass, expectNoForgery, hostilePrograms, SUITES } from './hostile-corpus.ts';

/** The programs that try to forge a pass, beside real Node. */
const forging = hostilePrograms('forge');
let subject: Subject;
beforeAll(async () => {
	subject = await openWebcontainer();
}, 60_000);
afterAll(() => subject?.close());

test('the corpus is there', () => expect(forging.length).toBeGreaterThanOrEqual(45));

test.each(SUITES)('the reference of the suite "%s" passes', async (suite) =>
	expectHonestPass(subject.session, suite)
);

test.each(forging.map((program) => [program.name, program] as const))('cannot forge: %s', (_, program) =>
	expectNoForgery(program, subject.session)
);
