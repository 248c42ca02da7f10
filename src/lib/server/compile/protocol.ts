import type { CompileResult, LearnerSource } from '../../compile/compiler.ts';

/** Host → process, one line of JSON; the next one only after the answer. */
export interface CompileRequest {
	source: LearnerSource;
}

/** Process → host, one line of JSON: `ready` once, then an answer to each request. */
export type CompileMessage = { ready: true } | { result: CompileResult };
