import type { EngineNeed } from '../../../src/lib/contract/exercise.ts';
import { openNativeSession } from '../../support/native-session.ts';
import { subjectOf, type Subject } from './subject.ts';

/** The harness of a need in threads of Node. */
export const openNative = (need: EngineNeed) => async (): Promise<Subject> =>
	subjectOf(need, await openNativeSession());
