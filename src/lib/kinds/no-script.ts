import type { LearnerScript } from '../contract/plan.ts';

/** The script of a submission that is no program: it defines no module. */
export const NO_SCRIPT: LearnerScript = {
	code: '__passerelle_define__({});',
	map: '{"version":3,"sources":[],"names":[],"mappings":""}',
	pages: {}
};
