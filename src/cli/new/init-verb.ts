import type { Verb } from '../verb.ts';

export const initVerb: Verb = {
	summary: 'not built yet',
	usage: 'not built yet',
	run: async () => 2
};
