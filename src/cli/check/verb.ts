import type { Verb } from '../verb.ts';

export const checkVerb: Verb = {
	summary: 'not built yet',
	usage: 'not built yet',
	run: async () => 2
};
