import type { BuildOptions, Loader } from 'esbuild';
import { TARGET, type Esbuild } from './esbuild-port.ts';

export interface PlainFile {
	path: string;
	text: string;
	/** As it was written. */
	original: string;
	/** From `text` to `original`; null where they are the same. */
	map: string | null;
}

interface Source {
	path: string;
	text: string;
	loader: Loader;
	root: boolean | 'perhaps';
	classic?: boolean;
}

/** The last such comment counts: without it esbuild would read the map that a source names, on the disk of the computer that compiles. */
const NO_MAP = '\n//# sourceMappingURL=data:application/json,{}';

/** What stands for a file that only may be a module, and cannot be one. */
const NO_MODULE = { text: 'export {};', map: null };

/** Files in plain JavaScript: without types, and where it is asked for without fields of classes. */
export async function toPlain(
	esbuild: Esbuild,
	files: readonly Source[],
	lowerFields: boolean
): Promise<PlainFile[]> {
	const changed = files.filter(
		({ loader, text }) => loader === 'ts' || (lowerFields && /\bclass\b/.test(text))
	);
	const written = new Map<string, Omit<PlainFile, 'path' | 'original'>>();
	const write = async (some: readonly Source[]): Promise<void> => {
		if (some.length === 0) return;
		const { outputFiles } = await esbuild.build(plainBuild(some, lowerFields, some[0]?.classic === true));
		for (const [number, { path }] of some.entries()) {
			const output = (end: string) =>
				outputFiles.find((one) => one.path.endsWith(`/${number}.js${end}`))?.text;
			written.set(path, { text: output('') ?? '', map: output('.map') ?? null });
		}
	};
	const sure = changed.filter(({ root }) => root !== 'perhaps');
	await Promise.all([
		write(sure.filter(({ classic }) => !classic)),
		write(sure.filter(({ classic }) => classic)),
		...changed
			.filter(({ root }) => root === 'perhaps')
			.map((file) => write([file]).catch(() => void written.set(file.path, NO_MODULE)))
	]);
	return files.map(({ path, text }) => ({ path, text, original: text, map: null, ...written.get(path) }));
}

const plainBuild = (
	files: readonly Source[],
	lowerFields: boolean,
	classic: boolean
): BuildOptions & { write: false } => ({
	entryPoints: files.map((_, number) => ({ in: String(number), out: String(number) })),
	outdir: '/plain',
	write: false,
	// Without a format a classic script stays one: what strict code may not say is left.
	...(classic ? {} : { format: 'esm' as const }),
	platform: 'neutral',
	target: TARGET,
	...(lowerFields ? { supported: { 'class-field': false, 'class-static-field': false } } : {}),
	// Names that esbuild changes would show in stacks and printed classes.
	keepNames: true,
	sourcemap: 'external',
	sourcesContent: false,
	logLevel: 'silent',
	tsconfigRaw: { compilerOptions: { target: 'es2022' } },
	plugins: [
		{
			name: 'learner-file',
			setup(build) {
				build.onResolve({ filter: /.*/ }, ({ path }) => ({ path, namespace: 'learner' }));
				build.onLoad({ filter: /.*/, namespace: 'learner' }, ({ path }) => {
					const file = files[Number(path)]!;
					return { contents: file.text + NO_MAP, loader: file.loader };
				});
			}
		}
	]
});
