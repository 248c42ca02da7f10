import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { noticesOf, packageFolders } from '../scripts/third-party-notices.ts';
import { startSite } from './support/site.ts';

test('packages are found in the paths of a bundle, also nested ones; files of our own are none', () => {
	const files = [
		'\0/home/me/node_modules/svelte/src/index.js',
		'node_modules/@a/b/x.js?url',
		'node_modules/outer/node_modules/inner/index.js',
		'src/lib/pipeline.ts'
	];
	expect([...packageFolders(files)]).toEqual([
		'node_modules/svelte',
		'node_modules/@a/b',
		'node_modules/outer/node_modules/inner'
	]);
});

test('a notice has the name, the version and the text of the licence; a package that is not there is an error', async () => {
	const licence = await readFile('node_modules/chai/LICENSE', 'utf8');
	expect(noticesOf(['node_modules/chai'])).toContain(licence.trim());
	expect(() => noticesOf(['node_modules/not-there'])).toThrow('package.json');
});

test('a site serves the notices of what it holds: libraries, the harness, the compiler, the typeface', async () => {
	const site = await startSite();
	try {
		const answer = await fetch(`${site.origin}/third-party-notices.txt`);
		expect(answer.status).toBe(200);
		const text = await answer.text();
		for (const name of [
			'svelte',
			'@sveltejs/kit',
			'vitest',
			'chai',
			'happy-dom',
			'monaco-editor',
			'esbuild-wasm'
		])
			expect(text).toMatch(new RegExp(`^${name} \\d`, 'm'));
		expect(text).toContain('SIL OPEN FONT LICENSE');
		const { origin } = site;
		expect(await (await fetch(`${origin}/nl`)).text()).toContain('href="/third-party-notices.txt"');
	} finally {
		site.stop();
	}
});
