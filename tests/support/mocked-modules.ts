import type { Plan } from '../../src/lib/contract/plan.ts';

/** Code of a compiled suite → the learner's modules that it replaces: a plan does not say it, a server must know it. */
const known = new Map<string, readonly string[]>();

/** To be called for every suite that a test compiles. */
export function noteMocked<S extends { code: string; mocked: readonly string[] }>(suite: S): S {
	known.set(suite.code, suite.mocked);
	return suite;
}

export const mockedBy = ({ suite }: Plan): readonly string[] => (suite && known.get(suite.code)) ?? [];
