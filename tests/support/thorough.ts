/** `npm run test:thorough` runs the same cases many more times, and all of them in the slow engines too. */
const THOROUGH = process.env.THOROUGH === '1';

/** How often something is tried: a few times, or as often as it takes to be sure. */
export const times = (few: number, many: number): number => (THOROUGH ? many : few);

/** Every `step`-th of these, the first included; all of them where tests are thorough. For engines in which one case takes seconds. */
export const some = <T>(list: readonly T[], step: number): T[] =>
	THOROUGH ? [...list] : list.filter((_, index) => index % step === 0);
