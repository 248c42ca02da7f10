import type { Locale } from '../../contract/locale.ts';
import type { StationParts } from '../../contract/station-parts.ts';

type Fetch = (address: string, init: RequestInit) => Promise<Response>;

/** As the server takes at once. */
const MOST = 60;

const isParts = (value: unknown): value is StationParts[] =>
	Array.isArray(value) &&
	value.every((one: unknown) => {
		if (typeof one !== 'object' || one === null) return false;
		const { id, hash, need, examples, bytes } = one as Record<string, unknown>;
		return (
			typeof id === 'string' &&
			typeof hash === 'string' &&
			(need === 'worker' || need === 'dom' || need === 'node') &&
			typeof examples === 'boolean' &&
			typeof bytes === 'number'
		);
	});

/** Null where it cannot be had now. Rejects when aborted. */
export async function askParts(
	fetch: Fetch,
	locale: Locale,
	ids: readonly string[],
	signal: AbortSignal
): Promise<StationParts[] | null> {
	const found: StationParts[] = [];
	for (let at = 0; at < ids.length; at += MOST) {
		const query = new URLSearchParams({ ids: ids.slice(at, at + MOST).join(',') });
		const sent: unknown = await fetch(`/${locale}/map/parts.json?${query}`, { signal, priority: 'low' })
			.then((answer) => (answer.ok ? answer.json() : null))
			.catch(() => null);
		signal.throwIfAborted();
		if (!isParts(sent)) return null;
		found.push(...sent);
	}
	return found;
}
