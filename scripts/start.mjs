import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { serve } from '../server.mjs';
import { STATIC_INDEX } from '../src/lib/server/front/static-files.mjs';

/** `npm start`: builds where there is no build or an old one, then serves it in this process. */
const root = fileURLToPath(new URL('..', import.meta.url));
/** What a build is made of. `exercises/` is not: the server reads it when it starts. */
const SOURCES = ['src', 'static', 'scripts', 'svelte.config.js', 'vite.config.ts', 'package-lock.json'];

/**
 * @param {string} path
 * @returns {number} When the newest file below was changed; folders too, so that a deleted file counts.
 */
function newest(path) {
	if (!existsSync(path)) return 0;
	const { mtimeMs } = statSync(path);
	if (!statSync(path).isDirectory()) return mtimeMs;
	return Math.max(mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}

/**
 * Silent unless it fails: what Vite says of chunks and previews helps nobody who only wants to open the site.
 * @param {string[]} command Arguments of Node.
 */
function run(...command) {
	// A test that starts the site must not get a build for tests: with these set, the tools make another site.
	const env = { ...process.env, NODE_ENV: 'production' };
	delete env.TEST;
	delete env.VITEST;
	const options = /** @type {const} */ ({ cwd: root, encoding: 'utf8', env });
	const { status, stdout, stderr } = spawnSync(process.execPath, command, options);
	if (status === 0) return;
	console.error(stdout, stderr);
	process.exit(status ?? 1);
}

const built = join(root, 'build', STATIC_INDEX);
const builtAt = existsSync(built) ? statSync(built).mtimeMs : 0;
if (SOURCES.some((source) => newest(join(root, source)) > builtAt)) {
	console.log(
		builtAt === 0
			? 'Building the site: this takes a minute, once.'
			: 'The sources have changed: building again.'
	);
	run('node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn');
	run('scripts/compress.mjs');
}

try {
	await serve();
} catch (error) {
	const code = error instanceof Error && 'code' in error ? error.code : undefined;
	if (code !== 'EADDRINUSE' && code !== 'EACCES') throw error;
	const port = Number(process.env.PORT ?? 3000);
	console.error(
		code === 'EADDRINUSE'
			? `Port ${port} is taken by another program. Stop it, or choose another port: PORT=${port + 1} npm start`
			: `This user may not open port ${port}. Choose one above 1023: PORT=3000 npm start`
	);
	process.exit(1);
}
