import { expect, test } from 'vitest';
import { fetchStationIndex, indexAddress } from './fetch-station-index.ts';

const index = {
	version: 'v1',
	stations: [{ id: 'p/a', title: 'A', minutes: 5, points: 10, prerequisites: [], part: 'one' }]
};
const { signal } = new AbortController();

test('the address names language and version', () => {
	expect(indexAddress({ locale: 'nl', version: 'v1' })).toBe('/nl/map/stations.json?v=v1');
});

test('an index of the contract’s shape is taken', async () => {
	expect(await fetchStationIndex(async () => Response.json(index), '/', signal)).toEqual(index);
});

test.each<[string, () => Promise<Response>]>([
	['a server in trouble', async () => Response.json(index, { status: 500 })],
	['something else than an index', async () => Response.json({ version: 'v1', stations: [{ id: 'p/a' }] })],
	['a page of a proxy', async () => new Response('<html>')],
	['no network', () => Promise.reject(new TypeError('Failed to fetch'))]
])('%s gives none', async (_, fetch) => {
	expect(await fetchStationIndex(fetch, '/', signal)).toBeNull();
});
