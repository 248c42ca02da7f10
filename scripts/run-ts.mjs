import { mkdir, rename, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

/**
 * Runs a TypeScript file of the project (Node 20 cannot by itself): `node scripts/run-ts.mjs FILE [ARGUMENTS]`.
 * The file gets `import.meta.url` of its source, so that paths relative to it hold.
 */
const root = fileURLToPath(new URL('..', import.meta.url));
const [file, ...rest] = process.argv.slice(2);
if (!file) throw new Error('Say which file to run.');
const result = await build({
	entryPoints: [file],
	absWorkingDir: root,
	bundle: true,
	write: false,
	format: 'esm',
	platform: 'node',
	target: 'node20',
	// tsconfig.json extends a file that is not there after `npm ci`: every command would begin with a warning.
	tsconfigRaw: { compilerOptions: { target: 'esnext', verbatimModuleSyntax: true } },
	packages: 'external',
	define: { 'import.meta.url': '__source_url' },
	plugins: [
		{
			name: 'source-urls',
			setup(builder) {
				builder.onLoad({ filter: /[\\/](scripts|src|tests)[\\/].*\.(ts|mjs)$/ }, async ({ path }) => {
					const { readFile } = await import('node:fs/promises');
					const text = await readFile(path, 'utf8');
					const contents = `const __source_url = ${JSON.stringify(pathToFileURL(path).href)};\n${text}`;
					return { contents, loader: path.endsWith('.ts') ? 'ts' : 'js', resolveDir: dirname(path) };
				});
			}
		}
	]
});
const out = join(root, '.cache/run', `${basename(file)}.mjs`);
await mkdir(dirname(out), { recursive: true });
// Renamed into place: another run of the same file never reads half of it.
await writeFile(`${out}.${process.pid}`, result.outputFiles[0].text);
await rename(`${out}.${process.pid}`, out);
process.argv = [process.argv[0], file, ...rest];
await import(pathToFileURL(out).href);
