import { createNativeEngine } from '../../../src/lib/server/verify/native-engine.ts';
import { nodeHarnesses } from '../../support/make-plan.ts';
import { subjectOf, type Subject } from './subject.ts';

export async function openNative(): Promise<Subject> {
	return subjectOf(await createNativeEngine(await nodeHarnesses()).boot(new AbortController().signal));
}
