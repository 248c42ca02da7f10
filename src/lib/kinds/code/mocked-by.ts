/** Learner modules that one of the suites replaces. */
export const mockedBy = (...suites: readonly ({ mocked: readonly string[] } | null)[]): string[] => [
	...new Set(suites.flatMap((suite) => suite?.mocked ?? []))
];
