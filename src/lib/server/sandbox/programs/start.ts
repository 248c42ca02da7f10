import { load } from './bridge.ts';
import { harness } from './given.ts';

/** Becomes the harness. A turn later: Deno sends the global object an event when the program itself is loaded. */
export const start = (): void => void setTimeout(() => load(harness), 0);
