import { afterAll, beforeAll, expect, test } from 'vitest';
import { ownSubjects } from '../../scripts/stryker/subject.ts';
import { compareVerdicts, strykerVerdicts, type Verdicts } from '../../scripts/stryker/verdicts.ts';
import type { EngineSession } from '../../src/lib/engines/engine.ts';
import { openNativeSession } from '../support/native-session.ts';

/** The judge of our kill maps: Stryker, with the same programs and tests. */
const subjects = ownSubjects();
let session: EngineSession;
let stryker: Verdicts;
beforeAll(async () => {
	session = await openNativeSession();
	stryker = await strykerVerdicts(subjects);
}, 240_000);
afterAll(() => session?.dispose());

test.each(subjects)('$name: each mutant is noticed where Stryker notices it', async (subject) => {
	const { different, total } = await compareVerdicts(subject, stryker, session);
	expect(different).toEqual([]);
	expect(total).toBeGreaterThan(5);
});

test('both verdicts are among them: a comparison where all are noticed would say little', () => {
	const verdicts = [...stryker.values()];
	expect([...new Set(verdicts)].toSorted()).toEqual([false, true]);
	expect(verdicts.filter((noticed) => !noticed).length).toBeGreaterThan(4);
});
