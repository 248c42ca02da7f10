/**
 * Takes from the realm what only some engines have, and what would give one program two verdicts: Chromium, Firefox and Deno have
 * `Temporal`, Node 20 and Safari do not. Once all of them do, it can stay.
 */
export function sameLanguage(realm: { Date: DateConstructor }): void {
	Reflect.deleteProperty(realm, 'Temporal');
	Reflect.deleteProperty(realm.Date.prototype, 'toTemporalInstant');
}
