import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

/** Where a site serves them; the footer links to it. */
const FILE = 'third-party-notices.txt';
const PROJECT = fileURLToPath(new URL('..', import.meta.url));
/** SvelteKit builds the server before the client, each with plugins of its own: what the server holds is handed on here. */
const SERVER_PACKAGES = join(PROJECT, '.svelte-kit/third-party-server.json');
const LICENCE_FILE = /^(licen[cs]e|copying|notice|third-?party-?notices?)([.-].*)?$/i;
/** What a site serves or runs as a file of its own: no module of it is in a bundle. */
const BESIDE_THE_BUNDLE = [
	'esbuild',
	'esbuild-wasm',
	'@fontsource-variable/atkinson-hyperlegible-mono',
	'@fontsource-variable/atkinson-hyperlegible-next'
];

/** The folders of the packages that some files of a bundle come from; files of our own give nothing. */
export function packageFolders(files: Iterable<string>): Set<string> {
	const folders = new Set<string>();
	for (const file of files) {
		const path = file.replace(/^[^/A-Za-z]*/, '').split('?', 1)[0]!;
		const found = /^(.*\/)?node_modules\/(@[^/]+\/)?[^/]+/.exec(path)?.[0];
		if (found) folders.add(found.slice(found.indexOf('node_modules/')));
	}
	return folders;
}

interface PackageJson {
	name: string;
	version: string;
	license?: string;
	homepage?: string;
	repository?: string | { url?: string };
}

/** Name, version, licence and the texts that the licence asks to hand on. */
function noticeOf(folder: string): string {
	const at = join(PROJECT, folder);
	const { name, version, license, homepage, repository } = JSON.parse(
		readFileSync(join(at, 'package.json'), 'utf8')
	) as PackageJson;
	const source = homepage ?? (typeof repository === 'string' ? repository : repository?.url) ?? '';
	const texts = readdirSync(at)
		.filter((file) => LICENCE_FILE.test(file))
		.sort()
		.map((file) => readFileSync(join(at, file), 'utf8').trim());
	return [`${name} ${version}`, `Licence: ${license ?? 'see below'}`, source, '', ...texts].join('\n').trim();
}

/** One text for all packages of some folders, in the order of their names. Throws where a package has no package.json. */
export function noticesOf(folders: Iterable<string>): string {
	const head =
		'This site contains work of others. Their names, licences and notices follow.\n' +
		'What is our own is under the MIT licence, exercises under CC BY 4.0.';
	const notices = [...new Set(folders)].sort().map(noticeOf);
	return `${[head, ...notices].join(`\n\n${'-'.repeat(80)}\n\n`)}\n`;
}

/**
 * Writes `third-party-notices.txt` into the client's build: of every package whose code the server's or the client's
 * bundle holds, and of those in the harness.
 * @param harnessFiles files that the bundles of the harness are made of; complete when chunks are written
 */
export function thirdPartyNotices(harnessFiles: ReadonlySet<string>): Plugin {
	return {
		name: 'passerelle-third-party-notices',
		apply: 'build',
		async generateBundle(_options, bundle) {
			const chunks = Object.values(bundle).filter((one) => one.type === 'chunk');
			const own = packageFolders([...chunks.flatMap(({ moduleIds }) => moduleIds), ...harnessFiles]);
			if (this.environment.name !== 'client') {
				await mkdir(dirname(SERVER_PACKAGES), { recursive: true });
				await writeFile(SERVER_PACKAGES, JSON.stringify([...own]));
				return;
			}
			const server = existsSync(SERVER_PACKAGES)
				? (JSON.parse(await readFile(SERVER_PACKAGES, 'utf8')) as string[])
				: [];
			const beside = BESIDE_THE_BUNDLE.map((name) => `node_modules/${name}`);
			this.emitFile({ type: 'asset', fileName: FILE, source: noticesOf([...own, ...server, ...beside]) });
		}
	};
}
