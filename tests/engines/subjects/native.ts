import type { EngineNeed } from '../../../src/lib/contract/exercise.ts';
import { createNativeEngine } from '../../../src/lib/server/threads/native-engine.ts';
import { nodeHarnesses } from '../../support/make-plan.ts';
import { subjectOf, type Subject } from './subject.ts';

/** The harness of a need in threads of Node. */
export const openNative = (need: EngineNeed) => async (): Promise<Subject> => {
	const engine = createNativeEngine(await nodeHarnesses());
	return subjectOf(need, await engine.boot(new AbortController().signal));
};
