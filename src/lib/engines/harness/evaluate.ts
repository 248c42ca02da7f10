import { takeEvaluation } from './code-from-text.ts';

/**
 * Runs a text as a script in a worker that was started from `data:`, whose policy lets it; null elsewhere. The first import of a
 * worker: what else it takes from its realm must not be able to.
 */
export const evaluate = location.protocol === 'data:' ? takeEvaluation() : null;
