import type { Failure } from '../../contract/report.ts';

/** Each failure once: a program that every test starts breaks in the same way each time. */
export function differentFailures(all: readonly Failure[]): Failure[] {
	const first = new Map<string, Failure>();
	for (const failure of all) {
		const { name, message, location } = failure;
		const key = JSON.stringify([name, message, location?.file, location?.line]);
		if (!first.has(key)) first.set(key, failure);
	}
	return [...first.values()];
}
