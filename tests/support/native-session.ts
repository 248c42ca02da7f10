import { fileURLToPath } from 'node:url';
import type { EngineSession } from '../../src/lib/engines/engine.ts';
import { createNativeEngine, type Harnesses } from '../../src/lib/server/threads/native-engine.ts';
import { nodeHarnesses } from './make-plan.ts';

/** V8's code of the harnesses, recorded by the first file that runs something in a thread. */
const codeFolder = fileURLToPath(new URL('../../.cache/harnesses', import.meta.url));

/** The native engine: threads of Node. `harnesses`: default those for them. */
export const openNativeSession = async (harnesses?: Harnesses): Promise<EngineSession> =>
	createNativeEngine(harnesses ?? (await nodeHarnesses()), { codeFolder }).boot(new AbortController().signal);
