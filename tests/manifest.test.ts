import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { routeOf } from '../src/lib/workspace/offline/site-cache.ts';

const staticFile = (path: string): Buffer => readFileSync(new URL(`../static${path}`, import.meta.url));

interface Manifest {
	name: string;
	short_name: string;
	id: string;
	start_url: string;
	scope: string;
	display: string;
	icons: { src: string; sizes: string; type: string; purpose?: string }[];
}
const manifest = JSON.parse(staticFile('/manifest.webmanifest').toString()) as Manifest;

/** Width and height of a PNG, as its header says. */
const pngSize = (file: Buffer): string => {
	expect(file.subarray(1, 4).toString()).toBe('PNG');
	return `${file.readUInt32BE(16)}x${file.readUInt32BE(20)}`;
};

test('the site can be installed: it has a name, begins at its start, and has a window of its own', () => {
	expect(manifest).toMatchObject({
		name: 'Passerelle',
		short_name: 'Passerelle',
		id: '/',
		start_url: '/',
		scope: '/',
		display: 'standalone'
	});
	const start = new URL(manifest.start_url, 'https://school.example').href;
	expect(routeOf({ method: 'GET', mode: 'navigate', url: start }, 'https://school.example', new Set())).toBe(
		'start'
	);
});

test.each(manifest.icons.filter(({ type }) => type === 'image/png'))(
	'the icon $src is there, in the size that is told',
	({ src, sizes }) => {
		expect(pngSize(staticFile(src))).toBe(sizes);
	}
);

test('there is an icon of each kind that browsers ask for', () => {
	const sizesFor = (wanted: string) =>
		manifest.icons.filter(({ purpose = 'any' }) => purpose === wanted).map(({ sizes }) => sizes);
	expect(sizesFor('any')).toEqual(expect.arrayContaining(['192x192', '512x512']));
	expect(sizesFor('maskable')).toContain('512x512');
	const drawn = manifest.icons.find(({ type }) => type === 'image/svg+xml');
	expect(staticFile(drawn?.src ?? '').toString()).toContain('<svg');
});

test('every page names it', () => {
	const page = readFileSync(new URL('../src/app.html', import.meta.url), 'utf8');
	expect(page).toContain('<link rel="manifest" href="%sveltekit.assets%/manifest.webmanifest" />');
});
