import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { extname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import { STATIC_INDEX } from '../src/lib/server/front/static-files.mjs';

/**
 * The last step of a build: every static file that compresses gets a Brotli twin, and `build/static.json` lists
 * what there is. That list is written last: a build that was stopped half-way has none and is made again.
 */
const root = fileURLToPath(new URL('../build/', import.meta.url));
/** The compiler and Monaco's worker do not change between builds: their twins are kept. */
const kept = fileURLToPath(new URL('../.cache/brotli/', import.meta.url));

/** @type {Readonly<Record<string, string>>} */
const TYPES = {
	'.css': 'text/css; charset=utf-8',
	'.html': 'text/html; charset=utf-8',
	'.js': 'text/javascript; charset=utf-8',
	'.json': 'application/json; charset=utf-8',
	'.svg': 'image/svg+xml',
	'.ttf': 'font/ttf',
	'.txt': 'text/plain; charset=utf-8',
	'.wasm': 'application/wasm',
	'.webmanifest': 'application/manifest+json',
	'.woff2': 'font/woff2',
	'.png': 'image/png'
};
const COMPRESSED_ALREADY = new Set(['.woff2', '.png']);
/** Below this a packet is not saved. */
const WORTH_BYTES = 1024;
/** The best quality takes 2.5 s a megabyte: right for what a first check waits for, too long for Monaco and esbuild. */
const BEST_UP_TO_BYTES = 700 * 1024;

const brotli = promisify(brotliCompress);

/** @param {Buffer} content */
async function brotliOf(content) {
	const quality = content.length <= BEST_UP_TO_BYTES ? 11 : 9;
	const name = join(kept, `${createHash('sha256').update(content).digest('hex')}.${quality}`);
	const before = await readFile(name).catch(() => null);
	if (before) return before;
	const twin = await brotli(content, {
		params: {
			[constants.BROTLI_PARAM_QUALITY]: quality,
			[constants.BROTLI_PARAM_LGWIN]: 24,
			[constants.BROTLI_PARAM_SIZE_HINT]: content.length
		}
	});
	await writeFile(name, twin);
	return twin;
}

/**
 * @param {string} folder Below build/, for example `client`.
 * @returns {Promise<string[]>} Paths of its files, relative to build/.
 */
async function filesBelow(folder) {
	const entries = await readdir(join(root, folder), { recursive: true, withFileTypes: true }).catch(() => []);
	return entries
		.filter((entry) => entry.isFile() && !entry.name.endsWith('.br') && !entry.name.startsWith('.'))
		.map((entry) => relative(root, join(entry.parentPath, entry.name)));
}

/** @type {import('../src/lib/server/front/static-files.mjs').StaticIndex} */
const index = {};

/** @param {string} file Relative to build/. */
async function add(file) {
	const content = await readFile(join(root, file));
	const extension = extname(file);
	const path = `/${file.split(sep).slice(1).join('/')}`;
	const hash = createHash('sha256').update(content).digest('hex').slice(0, 16);
	const entry = {
		file,
		type: TYPES[extension] ?? 'application/octet-stream',
		size: content.length,
		hash,
		brotli: 0
	};
	index[path] = entry;
	if (COMPRESSED_ALREADY.has(extension) || content.length < WORTH_BYTES) return;
	const twin = await brotliOf(content);
	if (twin.length >= content.length) return;
	await writeFile(join(root, `${file}.br`), twin);
	entry.brotli = twin.length;
}

/** The full editor, the compiler and the engines are larger, one by one, and come to a device when they are used. */
const SHELL_UP_TO_BYTES = 60 * 1024;
/** What may have a hash in its name or belongs to a page; documents of frames are no part of it. */
const SHELL =
	/^\/(?:_app\/immutable\/.*\.(?:js|css|json|woff2)|favicon\.svg|manifest\.webmanifest|offline\.html)$/;

/** What the service worker keeps of this build before it takes over: see src/lib/workspace/offline. */
async function addShell() {
	const { version } = JSON.parse(await readFile(join(root, 'client/_app/version.json'), 'utf8'));
	const files = Object.entries(index)
		.filter(([path, { size, brotli }]) => SHELL.test(path) && (brotli || size) <= SHELL_UP_TO_BYTES)
		.map(([path]) => path)
		.sort();
	await writeFile(join(root, 'client/shell.json'), JSON.stringify({ build: version, files }));
	await add('client/shell.json');
}

const started = performance.now();
await rm(join(root, STATIC_INDEX), { force: true });
await mkdir(kept, { recursive: true });
const waiting = [...(await filesBelow('client')), ...(await filesBelow('prerendered'))];
const worker = async () => {
	for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) await add(file);
};
await Promise.all(Array.from({ length: availableParallelism() }, worker));
await addShell();
await writeFile(join(root, STATIC_INDEX), JSON.stringify(index, null, '\t'));

const entries = Object.values(index);
/** @param {number} bytes */
const kilobytes = (bytes) => `${Math.round(bytes / 1024).toLocaleString('en')} KB`;
const raw = entries.reduce((sum, entry) => sum + entry.size, 0);
const sent = entries.reduce((sum, entry) => sum + (entry.brotli || entry.size), 0);
const seconds = ((performance.now() - started) / 1000).toFixed(1);
console.log(
	`Compressed ${entries.length} static files, ${kilobytes(raw)} to ${kilobytes(sent)}, in ${seconds} s.`
);
