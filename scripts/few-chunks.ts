import type { Plugin } from 'vite';

/** What every page opens with: the framework, and what pages share. */
const FRAMEWORK = /node_modules\/(?:svelte|@sveltejs\/kit|esm-env|clsx|devalue)\//;
const SHARED = [
	/src\/lib\/contract\/locale\.ts$/,
	/src\/lib\/i18n\/(?:translate|load)\.ts$/,
	/src\/lib\/ui\/[^/]+$/,
	/src\/lib\/progress\/(?:journey|map-state)\.ts$/,
	/src\/lib\/workspace\/(?:navigation|progress)\/[a-z-]+\.svelte\.ts$/,
	// Kit preloads no file that a shared one also imports later, whoever needs it at once: so these are shared, too.
	/src\/lib\/workspace\/(?:storage|progress|navigation)\/[a-z-]+\.ts$/,
	/src\/lib\/progress\/record\.ts$/,
	/src\/lib\/contract\/(?:shape|station-index)\.ts$/,
	/node_modules\/idb\//
];
/** What the exercise page shares with the editors and the workbenches that come later, and with no other page. */
const BENCH = [
	/src\/lib\/ui\/exercise\/[^/]+$/,
	/src\/lib\/ui\/words\/[^/]+$/,
	/\/\[track\]\/\[slug\]\/[^/]+$/,
	/src\/lib\/kinds\/(?:bugs\/)?[^/]+\.ts$/,
	/src\/lib\/workspace\/session(?:-state)?\.ts$/,
	/src\/lib\/workspace\/run\/(?:early-press|fault|kept-result|program-start|read-report|run-control|run-state)\.ts$/,
	/src\/lib\/workspace\/(?:engines|texts)\/[^/]+\.ts$/,
	/src\/lib\/workspace\/editor\/preferences\.ts$/
];
/** What the exercise page and the engines that come later share. */
const RUNS = [
	/src\/lib\/engines\/(?:engine|host\/[a-z-]+)\.ts$/,
	/src\/lib\/contract\/diagnostic\.ts$/,
	/src\/lib\/workspace\/when-idle\.ts$/
];

/**
 * Left to itself the bundler makes a chunk for every set of pages that shares a module: some twenty of a few hundred bytes in
 * front of the exercise page, and each is a request on a slow line. What every page needs is one chunk, and what pages share
 * another. Of the browser's build only.
 */
export const fewChunks = (): Plugin => ({
	name: 'passerelle-few-chunks',
	config: (_, { isSsrBuild, command }) =>
		isSsrBuild || command !== 'build'
			? undefined
			: {
					build: {
						rolldownOptions: {
							output: {
								codeSplitting: {
									groups: [
										{ name: 'framework', test: FRAMEWORK, priority: 2 },
										{
											name: 'shared',
											test: (id: string) => SHARED.some((pattern) => pattern.test(id)),
											minShareCount: 2,
											priority: 1
										},
										{
											name: 'bench',
											test: (id: string) => BENCH.some((pattern) => pattern.test(id)),
											minShareCount: 2,
											priority: 1
										},
										{
											name: 'runs',
											test: (id: string) => RUNS.some((pattern) => pattern.test(id)),
											minShareCount: 2,
											priority: 1
										}
									]
								}
							}
						}
					}
				}
});
