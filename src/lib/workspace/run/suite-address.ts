/** Where the suite of a version of an exercise is asked for: the same address for a run and for what a device keeps. */
export const suiteAddress = (
	{ id, hash }: { id: string; hash: string },
	kind: 'hidden' | 'examples',
	lang: string
): string => `/api/suite/${id}?${new URLSearchParams({ kind, lang, hash })}`;
