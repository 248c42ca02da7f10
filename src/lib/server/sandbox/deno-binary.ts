import { createRequire } from 'node:module';
import { isExecutable } from './is-executable.ts';

/** Where Deno is, or the code of the reason why it is nowhere. */
export type DenoBinary = { path: string } | { path: null; reason: 'deno-not-installed' | 'deno-bin-wrong' };

/** Folders of the npm packages that hold the binary; Deno builds none for musl. */
function packageName(platform: NodeJS.Platform, arch: string): string {
	const libc = platform === 'linux' ? '-glibc' : '';
	return `@deno/${platform}-${arch}${libc}`;
}

/**
 * The Deno binary: `DENO_BIN` where it is set, else the one of the optional npm package. Never the script in
 * `node_modules/.bin`: it starts a second process.
 */
export function findDeno(env: Readonly<Record<string, string | undefined>> = process.env): DenoBinary {
	if (env.DENO_BIN) {
		return isExecutable(env.DENO_BIN) ? { path: env.DENO_BIN } : { path: null, reason: 'deno-bin-wrong' };
	}
	const name = packageName(process.platform, process.arch);
	const file = process.platform === 'win32' ? 'deno.exe' : 'deno';
	// From the folder of the program too: in a build this file has another place.
	for (const from of [import.meta.url, `${process.cwd()}/package.json`]) {
		try {
			// The package is a dependency of "deno", which is the one that we name in package.json.
			const require = createRequire(createRequire(from).resolve('deno/package.json'));
			const path = require.resolve(`${name}/package.json`).replace(/package\.json$/, file);
			if (isExecutable(path)) return { path };
		} catch {
			// Not installed here: optional packages may be left out.
		}
	}
	return { path: null, reason: 'deno-not-installed' };
}
