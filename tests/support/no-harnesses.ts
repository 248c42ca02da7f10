import type { Harnesses } from '../../src/lib/server/threads/native-engine.ts';

/** For what reads exercises and runs none. */
export const NO_HARNESSES: Harnesses = {
	worker: '',
	dom: '',
	node: '',
	thread: '',
	deno: { run: '', runWithModules: '', record: '', recordWithModules: '', closeCache: '', canary: '' },
	browser: { around: '', frame: '' }
};
