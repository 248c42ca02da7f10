import { afterEach, expect, test, vi } from 'vitest';
import type { StationParts } from '../../contract/station-parts.ts';
import { stationAddresses } from './site-cache.ts';
import { weigh } from './take-along.ts';

const device = vi.hoisted(() => ({ kept: [] as string[] | null }));
vi.mock('./site-keeper.ts', () => ({
	siteKeeper: () => device.kept && { kept: async () => device.kept },
	engineAddresses: (stations: readonly StationParts[]) =>
		stations.some(({ need }) => need !== 'node') ? ['/engine.html', '/compiler.wasm'] : []
}));

const station = (slug: string, bytes: number, need: StationParts['need'] = 'worker'): StationParts => ({
	id: `programming/${slug}`,
	hash: 'h',
	need,
	examples: false,
	bytes
});
const ENGINES: Readonly<Record<string, number>> = { '/engine.html': 300_000, '/compiler.wasm': 3_000_000 };

/** A server that has these stations, and says what its engines weigh; null: no network. */
function answerWith(stations: readonly StationParts[] | null, weights = ENGINES): void {
	vi.stubGlobal('fetch', async (address: string, { method }: RequestInit = {}) => {
		if (!stations) throw new TypeError('Failed to fetch');
		if (method !== 'HEAD') return Response.json(stations);
		const bytes = weights[address];
		return bytes === undefined
			? new Response(null, { status: 503 })
			: new Response(null, { headers: { 'content-length': String(bytes) } });
	});
}

const weighed = async (stations: readonly StationParts[]) =>
	(
		await weigh(
			'fr',
			stations.map(({ id }) => id),
			new AbortController().signal
		)
	)?.bytes;

afterEach(() => {
	vi.unstubAllGlobals();
	device.kept = [];
});

test('a section weighs its stations and, once for all of them, what runs them', async () => {
	const stations = [station('a', 20_000), station('b', 30_000)];
	answerWith(stations);
	expect(await weighed(stations)).toBe(3_350_000);
});

test('what runs on the server brings no engine along', async () => {
	const stations = [station('server', 25_000, 'node')];
	answerWith(stations);
	expect(await weighed(stations)).toBe(25_000);
});

test('what is here already weighs nothing; a station of which a part is missing weighs all of it', async () => {
	const [whole, half] = [station('whole', 20_000), station('half', 30_000)];
	answerWith([whole, half]);
	device.kept = [
		'/compiler.wasm',
		...stationAddresses('fr', whole),
		...stationAddresses('fr', half).slice(1)
	];
	expect(await weighed([whole, half])).toBe(330_000);
	device.kept.push('/engine.html', ...stationAddresses('fr', half));
	expect(await weighed([whole, half])).toBe(0);
});

test('in another language the same station is still to come', async () => {
	const stations = [station('a', 20_000, 'node')];
	answerWith(stations);
	device.kept = stationAddresses('nl', stations[0]!);
	expect(await weighed(stations)).toBe(20_000);
});

test('without a network, or where an engine’s weight cannot be had, nothing is said to weigh less than it does', async () => {
	const stations = [station('a', 20_000)];
	answerWith(null);
	expect(await weighed(stations)).toBeUndefined();
	answerWith(stations, { '/engine.html': 300_000 });
	expect(await weighed(stations)).toBeUndefined();
});

test('a browser that keeps no pages weighs nothing', async () => {
	const stations = [station('a', 20_000)];
	answerWith(stations);
	device.kept = null;
	expect(await weighed(stations)).toBeUndefined();
});
