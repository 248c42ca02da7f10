import { fileURLToPath } from 'node:url';
import type { EngineSession } from '../../src/lib/engines/engine.ts';
import { createNativeEngine } from '../../src/lib/server/threads/native-engine.ts';
import { nodeHarnesses } from './make-plan.ts';

/** V8's code of the harnesses, recorded by the first file that runs something in a thread. */
const codeFolder = fileURLToPath(new URL('../../.cache/harnesses', import.meta.url));

/** The native engine: threads of Node. */
export const openNativeSession = async (): Promise<EngineSession> =>
	createNativeEngine(await nodeHarnesses(), { codeFolder }).boot(new AbortController().signal);
