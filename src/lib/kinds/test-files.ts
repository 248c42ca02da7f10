/** Whether a path is that of a file of tests, as a learner or a coach writes one. */
export const isTestFile = (path: string): boolean => /\.test\.[jt]s$/.test(path);

/** The code of a suite that only loads the learner's own tests. */
export const loadTests = (paths: readonly string[]): string =>
	paths
		.map((path) => `await __passerelle_learner__.import(${JSON.stringify(`../start/${path}`)});`)
		.join('\n');
