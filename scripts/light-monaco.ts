import { readFile } from 'node:fs/promises';
import type { Plugin } from 'vite';

/** File of monaco-editor 0.57 → what is taken out of it. */
const CUTS: readonly { file: RegExp; cut: RegExp }[] = [
	{
		// Imports every feature of the editor before it starts a worker. Besides their weight, features that come after
		// the first editor find their services missing: the second editor of a visit then throws.
		file: /monaco-editor[\\/]esm[\\/]vs[\\/]internal[\\/]common[\\/]workers\.js$/,
		cut: /^import '[^']+';$/gm
	},
	{
		// The page names its workers itself (`MonacoEnvironment`); this one would be built a second time, for nobody.
		file: /monaco-editor[\\/]esm[\\/]vs[\\/]languages[\\/]features[\\/]typescript[\\/]workerManager\.js$/,
		cut: /createWorker: \(\) => new Worker\(new URL\('ts\.worker\.js', import\.meta\.url\), \{ type: "module" \}\),/g
	}
];

/** Takes out of Monaco what this site never uses but would download. Fails when a new version of Monaco looks different. */
export function lightMonaco(): Plugin {
	return {
		name: 'passerelle-light-monaco',
		enforce: 'pre',
		async load(id) {
			const path = id.split('?')[0] ?? id;
			const found = CUTS.find(({ file }) => file.test(path));
			if (!found) return null;
			const text = await readFile(path, 'utf8');
			const light = text.replace(found.cut, '');
			if (light === text) throw new Error(`${path} is not as expected: see scripts/light-monaco.ts`);
			return light;
		}
	};
}
