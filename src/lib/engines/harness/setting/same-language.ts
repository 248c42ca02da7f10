/**
 * What some engines have and others do not, as found by comparing Chromium 156, Firefox 153, WebKit 2.50 and Deno 2.9: a name, or an
 * object and what it has. What only Node 20 lacks stays (docs/decisions/0017).
 */
export const NOT_EVERYWHERE: readonly (readonly [object: string, names: string])[] = [
	['', 'Temporal DisposableStack AsyncDisposableStack SuppressedError'],
	['Date.prototype', 'toTemporalInstant'],
	['Iterator', 'concat zip zipKeyed'],
	['Iterator.prototype', 'includes join'],
	['Intl', 'v8BreakIterator']
];

/**
 * Takes from the realm what would give one program two verdicts. What all of them have one day can stay then.
 */
export function sameLanguage(realm: object): void {
	for (const [path, names] of NOT_EVERYWHERE) {
		let holder: unknown = realm;
		for (const key of path ? path.split('.') : [])
			holder = (holder as Record<string, unknown> | undefined)?.[key];
		if (holder) for (const name of names.split(' ')) Reflect.deleteProperty(holder, name);
	}
}
