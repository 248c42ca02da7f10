import { createHash } from 'node:crypto';
import { copyFile, cp, mkdir, readdir, readFile, rm, symlink, unlink, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { StaticIndex } from '../../../src/lib/server/front/static-files.mjs';

/*
 * A second build without a second `vite build`, which takes a minute of two cores: what another build differs in for a browser is
 * its version, the names of the scripts, styles and catalogues that have changed, and what is in them. So a copy gets another
 * version, another name for each of those files wherever one is spoken of, and another title of the map, on the server and in
 * the catalogue. What a deploy seldom changes, the engines and the compiler, keeps its name, as it does between real builds.
 */

const root = fileURLToPath(new URL('../../../', import.meta.url));
const TEXT = /\.(?:js|css|json|html)$/;
/** Names that change: of scripts, styles and catalogues of the app. */
const CHANGES =
	/^client\/_app\/immutable\/(?:chunks|entry|nodes)\/|^client\/_app\/immutable\/assets\/\w+\.[\w-]{8}\.json$/;
const HASH = /([\w-]{8})(?=\.(?:js|json)$)/;

/** The map's title in build B: what it is in A, and this. */
export const MARK = ' ²';

export interface SecondBuild {
	/** Has `server.mjs` and `build/`. */
	folder: string;
	version: string;
	/** Below `/_app/immutable/`, of this build only. */
	own: ReadonlySet<string>;
	/** The same of the first build. */
	former: ReadonlySet<string>;
}

/** @param name of the copy, so that two workers do not write the same */
export async function makeSecondBuild(name: string): Promise<SecondBuild> {
	const folder = join(root, '.cache', name);
	await rm(folder, { recursive: true, force: true });
	await mkdir(folder, { recursive: true });
	await cp(join(root, 'build'), join(folder, 'build'), { recursive: true });
	await copyFile(join(root, 'server.mjs'), join(folder, 'server.mjs'));
	await symlink(join(root, 'src'), join(folder, 'src'));
	const build = join(folder, 'build');
	const entries = await readdir(build, { recursive: true, withFileTypes: true });
	const files = entries
		.filter((entry) => entry.isFile())
		.map((entry) => join(entry.parentPath, entry.name).slice(build.length + 1));
	const renamed = files.filter((file) => CHANGES.test(file) && HASH.test(file));
	const names = new Map(
		renamed.flatMap((file) => {
			const [, hash] = HASH.exec(file) ?? [];
			// As long, and in no other name.
			return hash === undefined ? [] : [[hash, [...hash].reverse().join('')] as const];
		})
	);
	const { version } = JSON.parse(await readFile(join(build, 'client/_app/version.json'), 'utf8')) as {
		version: string;
	};
	const next = String(Number(version) + 1);
	const words = new RegExp([version, ...names.keys()].map(quoted).join('|'), 'g');
	const changed = (text: string): string =>
		text
			.replaceAll(words, (found) => (found === version ? next : (names.get(found) ?? found)))
			.replace(/("map\.title":\s*"[^"]*)"/, `$1${MARK}"`);

	for (const file of files.filter((file) => TEXT.test(file) && file !== 'static.json')) {
		const before = await readFile(join(build, file), 'utf8');
		const after = changed(before);
		const to = changed(file);
		if (after === before && to === file) continue;
		await writeFile(join(build, to), after);
		if (to !== file) await unlink(join(build, file));
		await rm(join(build, `${file}.br`), { force: true });
	}
	await list(build, changed);
	const below = (file: string): string => file.slice('client'.length);
	return {
		folder,
		version: next,
		own: new Set(renamed.map((file) => below(changed(file)))),
		former: new Set(renamed.map(below))
	};
}

const quoted = (text: string): string => text.replaceAll(/[-.]/g, '\\$&');

/** The list of what is served, as the last step of a build writes it; what has changed has no Brotli twin. */
async function list(build: string, changed: (text: string) => string): Promise<void> {
	const path = join(build, 'static.json');
	const before = JSON.parse(await readFile(path, 'utf8')) as StaticIndex;
	const after: StaticIndex = {};
	for (const [address, entry] of Object.entries(before)) {
		const file = changed(entry.file);
		const content = await readFile(join(build, file));
		const hash = createHash('sha256').update(content).digest('hex').slice(0, 16);
		const there = new Set(await readdir(join(build, dirname(file))));
		const brotli = there.has(`${basename(file)}.br`) ? entry.brotli : 0;
		after[changed(address)] = { ...entry, file, hash, size: content.length, brotli };
	}
	await writeFile(path, JSON.stringify(after));
}
