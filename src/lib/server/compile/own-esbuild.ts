import * as esbuild from 'esbuild';

/** What esbuild says once its process has ended; it would say so to every later call. */
const GONE = /^The service (?:is no longer running|was stopped)/;

/** Calls esbuild, and once more with a new process of it where the old one has ended. */
async function again<Result>(call: () => Promise<Result>): Promise<Result> {
	try {
		return await call();
	} catch (error) {
		if (!(error instanceof Error) || !GONE.test(error.message)) throw error;
		await esbuild.stop();
		return call();
	}
}

/** esbuild in this process's service, for code of ours and of coaches: never for what strangers sent. */
export const ownEsbuild = {
	build: ((options: esbuild.BuildOptions & { write: false }) =>
		again(() => esbuild.build(options))) as typeof esbuild.build,
	transform: ((input: string, options?: esbuild.TransformOptions) =>
		again(() => esbuild.transform(input, options))) as typeof esbuild.transform
};
