import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startSite } from './support/site.ts';

const client = fileURLToPath(new URL('../build/client', import.meta.url));

let site: Awaited<ReturnType<typeof startSite>>;
beforeAll(async () => void (site = await startSite()), 180_000);
afterAll(() => site?.stop());

/** What the page's `Link` header names, by `rel`, as paths of the site. */
async function preloads(path: string): Promise<Map<string, string[]>> {
	const { headers, url } = await fetch(site.origin + path);
	const found = new Map<string, string[]>();
	for (const [, address, rel] of headers.get('link')?.matchAll(/<([^>]+)>; rel="([\w-]+)"/g) ?? [])
		found.set(rel!, [...(found.get(rel!) ?? []), new URL(address!, url).pathname]);
	return found;
}

const importsOf = (file: string): string[] =>
	[...readFileSync(join(client, file), 'utf8').matchAll(/(?:\bfrom|\bimport)\s*["'](\.[^"']+\.js)["']/g)].map(
		([, path]) => join(dirname(file), path!)
	);

test.each(['/en/programming/tram-ticket', '/nl/map', '/fr'])(
	'%s names at once every script that it cannot come alive without, and its sentences',
	async (path) => {
		const found = await preloads(path);
		const scripts = new Set(found.get('modulepreload'));
		expect(scripts.size).toBeGreaterThan(3);
		for (const script of scripts)
			for (const other of importsOf(script)) expect(scripts, script).toContain(other);
		expect(found.get('preload')?.join()).toContain(`/assets/${path.slice(1, 3)}.`);
	}
);
