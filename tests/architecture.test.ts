import { describe, expect, test } from 'vitest';
import { listFiles, readText, type Import, type SourceFile } from './support/source-files.ts';
import { CODE as code } from './architecture/sources.ts';

/** A part of the code base: who it is, whom it may import, and why not the others. */
interface Zone {
	/** Paths from the root that begin like this belong to the zone; the longest wins. */
	at: string;
	/** Beginnings of paths that may be imported, besides the zone itself. */
	may: readonly string[];
	/** Beginnings of names of packages and platform modules that may be imported. */
	packages?: readonly string[];
	/** May be imported as a type only. */
	types?: readonly string[];
	why: string;
}

const L = 'src/lib/';
/** Names of the kinds of exercises. */
const KINDS = [
	...new Set(
		listFiles(`${L}kinds`).flatMap((path) => /^src\/lib\/kinds\/([^/]+)\/kind\.ts$/.exec(path)?.[1] ?? [])
	)
];
/** What kinds have in common: not the lists, which name every kind. */
const SHARED_BY_KINDS = listFiles(`${L}kinds`).filter(
	(path) =>
		/^src\/lib\/kinds\/(?:(?:bugs|own-program)\/)?[^/]+\.ts$/.test(path) &&
		!/\/(?:page-)?kinds\.ts$/.test(path)
);
const stage =
	'stages know the contract and never each other, the page or Node: the same code runs in the page, on the server and in the CLI';
const inside = 'what Node runs in a container has Node, and nothing of the page';
const ZONES: readonly Zone[] = [
	{
		at: `${L}contract/`,
		may: [],
		packages: ['zod'],
		why: 'everybody reads the contract, so it depends on nobody'
	},
	{ at: `${L}exercise/`, may: [`${L}contract/`], packages: ['zod', 'jsonc-parser'], why: stage },
	{
		at: `${L}compile/`,
		may: [`${L}contract/`],
		// What parses and edits a text is the same everywhere, and needs no page and no Node.
		packages: [
			'acorn',
			'@vitest/mocker/transforms',
			'magic-string',
			'@jridgewell/remapping',
			'@jridgewell/trace-mapping'
		],
		types: ['esbuild'],
		why: `${stage}; esbuild comes in as an argument, because the page and the server have different ones`
	},
	{ at: `${L}abort.ts`, may: [], why: 'everybody waits with it, so it depends on nobody' },
	{ at: `${L}grade/`, may: [`${L}contract/`], packages: ['zod'], why: stage },
	{ at: `${L}progress/`, may: [`${L}contract/`], packages: ['zod'], why: stage },
	{ at: `${L}desk/`, may: [`${L}contract/`], packages: ['zod'], why: stage },
	{ at: `${L}i18n/`, may: [`${L}contract/`], why: stage },
	{
		at: `${L}engines/`,
		may: [`${L}contract/`],
		why: 'the port and the choice know no concrete engine: engines are passed in'
	},
	{
		at: `${L}engines/harness/`,
		may: [`${L}contract/`, `${L}engines/engine.ts`],
		packages: ['vitest', '@vitest/'],
		why: 'the harness runs inside every sandbox: it brings Vitest and nothing of the page or of Node'
	},
	{
		at: `${L}engines/host/`,
		may: [`${L}contract/`, `${L}engines/engine.ts`, `${L}engines/harness/protocol.ts`],
		why: 'the host’s side of a run knows the sandbox by its protocol only'
	},
	{
		at: `${L}engines/harness/page/`,
		may: [`${L}contract/`, `${L}engines/engine.ts`, `${L}engines/harness/`],
		packages: ['vitest', '@vitest/', '@testing-library/', 'dom-accessibility-api', 'happy-dom'],
		why: 'the world of page exercises: a document, and what suites use to look at it'
	},
	{
		at: `${L}engines/harness/node/`,
		may: [`${L}contract/`, `${L}engines/engine.ts`, `${L}engines/harness/`],
		packages: ['vitest', '@vitest/', 'memfs', 'node:'],
		why: 'the world of Node exercises: files, programs and servers, in memory or real'
	},
	...['worker', 'dom', 'webcontainer', 'remote'].map((engine) => ({
		at: `${L}engines/${engine}/`,
		may: [`${L}contract/`, `${L}engines/engine.ts`, `${L}engines/host/`, `${L}engines/harness/`],
		packages: engine === 'webcontainer' ? ['@webcontainer/api'] : [],
		why: 'engines share the port and the harness and never know each other: any of them can be left out'
	})),
	{ at: `${L}engines/webcontainer/runner-entry.ts`, may: [`${L}engines/`], packages: ['node:'], why: inside },
	{
		at: `${L}kinds/`,
		may: ['contract', 'exercise', 'compile', 'grade', 'kinds'].map((name) => `${L}${name}/`),
		packages: ['zod'],
		why: 'this is the list of kinds and what all of them share: it runs in the page, on the server and in the CLI'
	},
	...KINDS.map((kind) => ({
		at: `${L}kinds/${kind}/`,
		may: [
			...['contract', 'exercise', 'compile', 'grade', 'desk'].map((name) => `${L}${name}/`),
			`${L}coach-words/run-words.ts`,
			...SHARED_BY_KINDS
		],
		packages: ['zod', 'acorn'],
		why: 'a kind knows the contract, the stages and its own world: any other kind can be added or left out, and what it cannot do itself (disk, esbuild, engine) is handed to it'
	})),
	...['bugs', 'own-program'].map((shared) => ({
		at: `${L}kinds/${shared}/`,
		may: [
			...['contract', 'exercise', 'compile', 'grade'].map((name) => `${L}${name}/`),
			`${L}coach-words/run-words.ts`,
			...SHARED_BY_KINDS
		],
		packages: ['zod'],
		why: 'what several kinds share knows none of them'
	})),
	{
		at: `${L}coach-words/`,
		may: [`${L}contract/`],
		why: 'words for coaches are made of codes: they know no stage that finds them'
	},
	{
		at: `${L}pipeline.ts`,
		may: [`${L}contract/`],
		types: [`${L}engines/engine.ts`, `${L}compile/compiler.ts`, `${L}kinds/run-kind.ts`],
		why: 'the arrow takes a compiler, an engine and a kind as arguments, so that it runs the same in the page and on the server'
	},
	{
		at: `${L}workspace/`,
		may: [
			`${L}contract/`,
			`${L}pipeline.ts`,
			`${L}kinds/page-kinds.ts`,
			`${L}kinds/code-workbench.ts`,
			`${L}engines/`,
			`${L}desk/`,
			`${L}i18n/`,
			`${L}progress/`,
			`${L}exercise/message-patterns.ts`,
			`${L}compile/`
		],
		packages: [
			'$app/',
			'svelte',
			'idb',
			'@codemirror/',
			'@lezer/',
			'monaco-editor',
			'esbuild-wasm',
			'@xterm/',
			'virtual:passerelle/'
		],
		why: 'a session in the page: it joins the stages, is drawn by ui through a route, and reaches the server only over the network'
	},
	{
		at: `${L}ui/`,
		may: [`${L}contract/`, `${L}i18n/`, `${L}ui/words/`],
		packages: ['svelte', '@fontsource-variable/'],
		why: 'components get props and give callbacks: what they show is joined in a route'
	},
	{
		at: `${L}ui/words/`,
		may: [`${L}contract/`, `${L}i18n/`, `${L}engines/choose.ts`],
		types: [`${L}workspace/`],
		why: 'words turn the codes of a session into sentences: they know its states as types, and nothing that runs'
	},
	{
		at: `${L}server/`,
		may: [
			...['coach-words', 'contract', 'exercise', 'compile', 'grade', 'kinds', 'progress', 'desk'].map(
				(name) => `${L}${name}/`
			),
			`${L}i18n/`,
			`${L}engines/`,
			`${L}pipeline.ts`,
			// A browser of the server is given the headers of the site: that a frame is walled the same way decides its verdict.
			`${L}server/front/headers.mjs`
		],
		packages: [
			'node:',
			'esbuild',
			'marked',
			'zod',
			'@stryker-mutator/instrumenter',
			'virtual:passerelle/harness-node',
			'virtual:passerelle/compile-process'
		],
		why: 'the CLI reuses the server’s code: it must not need a page or SvelteKit'
	},
	{
		at: `${L}server/front/`,
		may: [],
		packages: ['node:', 'compression'],
		why: 'what stands before SvelteKit runs without a build: it imports nothing of ours that needs one'
	},
	{
		at: 'src/build/',
		may: [`${L}engines/`, `${L}contract/`, `${L}server/catalog/write-whole.ts`],
		types: [`${L}server/browser/`, `${L}server/sandbox/`, `${L}server/threads/`],
		packages: ['node:', 'esbuild'],
		why: 'what makes harnesses and programs runs before everything else: it knows files and their names, and runs nothing of them'
	},
	{
		at: 'src/cli/',
		may: [
			'src/cli/',
			...['coach-words', 'contract', 'exercise', 'compile', 'grade', 'kinds', 'progress', 'desk'].map(
				(name) => `${L}${name}/`
			),
			`${L}pipeline.ts`,
			`${L}server/catalog/`,
			...['browser', 'compile', 'sandbox', 'threads', 'verify'].map((name) => `${L}server/${name}/`),
			'src/build/'
		],
		packages: [
			'node:',
			'esbuild',
			'zod',
			'acorn',
			'marked',
			'typescript',
			'vite',
			'@clack/prompts',
			'jsonc-parser',
			'yaml'
		],
		types: [`${L}engines/engine.ts`],
		why: 'the coach’s command joins the stages as the server does, and never needs the page'
	},
	{
		at: 'src/cli/preview/page/',
		may: [
			'src/lib/contract/',
			'src/lib/kinds/code-workbench.ts',
			'src/cli/preview/',
			'src/routes/[lang=lang]/[track]/[slug]/coach-bar.ts'
		],
		packages: ['svelte', '$app/'],
		why: 'what a coach’s preview puts into the page stands above it, and knows nothing of it but the editor’s text'
	},
	{
		at: 'src/',
		// Prerendered routes may call what the build has.
		may: ['src/', 'scripts/'],
		packages: [
			'$app/',
			'$service-worker',
			'svelte',
			'@sveltejs/kit',
			'node:',
			'esbuild',
			'zod',
			'virtual:passerelle/'
		],
		why: 'routes load, call lib and render'
	}
];

const begins = (target: string, beginnings: readonly string[] = []): boolean =>
	beginnings.some((beginning) => target === beginning || target.startsWith(beginning));
const isOurs = (target: string): boolean => /^(?:src|scripts|tests|exercises)\//.test(target);
/** SvelteKit keeps these out of the page; hooks.server too. */
const isServerOnly = (path: string): boolean => /(?:^|\/)\+server\.ts$|\.server\.ts$/.test(path);

const zoneOf = (path: string): Zone =>
	ZONES.filter(({ at }) => path.startsWith(at)).reduce((best, zone) =>
		zone.at.length > best.at.length ? zone : best
	);

/** Why a file may not import something; null where it may. */
function refusal(from: string, { target, typeOnly }: Pick<Import, 'target' | 'typeOnly'>): string | null {
	const zone = zoneOf(from);
	const allowed =
		target === `${L}abort.ts` ||
		(typeOnly && begins(target, zone.types)) ||
		(isOurs(target)
			? begins(target, zone.may) || (target.startsWith(L) && zoneOf(target) === zone)
			: begins(target, zone.packages));
	return allowed ? null : zone.why;
}

const edges = code.flatMap((file) => file.imports.map((edge) => ({ file, edge })));
const place = (file: SourceFile, edge: Import) => `${file.path}:${edge.line} imports ${edge.target}`;

describe('who may import whom', () => {
	test('there is something to look at', () => {
		expect(code.length).toBeGreaterThan(80);
		expect(edges.length).toBeGreaterThan(200);
		expect(edges.filter(({ edge }) => edge.target.startsWith(L)).length).toBeGreaterThan(100);
	});

	test.each([
		['grade/a.ts', `${L}compile/compiler.ts`, true, false],
		['grade/a.ts', `${L}contract/grade.ts`, false, true],
		['grade/a.ts', 'node:fs', false, false],
		['grade/a.ts', '$app/environment', false, false],
		['compile/a.ts', 'esbuild', true, true],
		['compile/a.ts', 'esbuild', false, false],
		['pipeline.ts', `${L}engines/engine.ts`, true, true],
		['pipeline.ts', `${L}engines/engine.ts`, false, false],
		['pipeline.ts', `${L}engines/worker/worker-engine.ts`, true, false],
		['engines/worker/a.ts', `${L}engines/remote/a.ts`, false, false],
		['engines/worker/a.ts', `${L}engines/harness/host-run.ts`, false, true],
		['kinds/code/a.ts', `${L}kinds/write-tests/a.ts`, true, false],
		['kinds/code/a.ts', `${L}kinds/kinds.ts`, false, false],
		['kinds/write-tests/a.ts', `${L}kinds/bugs/grade.ts`, false, true],
		['kinds/bugs/a.ts', `${L}kinds/write-tests/a.ts`, true, false],
		['kinds/find-the-bug/a.ts', `${L}kinds/own-program/grade.ts`, false, true],
		['kinds/own-program/a.ts', `${L}kinds/find-the-bug/a.ts`, true, false],
		['kinds/code/a.ts', `${L}kinds/run-kind.ts`, true, true],
		['kinds/code/a.ts', `${L}compile/compiler.ts`, true, true],
		['kinds/code/a.ts', `${L}engines/engine.ts`, true, false],
		['kinds/code/a.ts', `${L}server/catalog/catalog.ts`, true, false],
		['kinds/code/a.ts', 'node:fs', false, false],
		['kinds/code/a.ts', `${L}ui/exercise/Results.svelte`, false, false],
		['exercise/a.ts', `${L}kinds/kinds.ts`, true, false],
		['workspace/a.ts', `${L}kinds/kinds.ts`, false, false],
		['workspace/a.ts', `${L}kinds/page-kinds.ts`, false, true],
		['ui/a.svelte', `${L}workspace/session.ts`, true, false],
		['ui/words/a.ts', `${L}workspace/session-state.ts`, true, true],
		['ui/words/a.ts', `${L}workspace/session-state.ts`, false, false],
		['workspace/a.ts', `${L}ui/words/a.ts`, true, false],
		['workspace/a.ts', `${L}server/site.ts`, true, false],
		['workspace/a.ts', `${L}exercise/parse-exercise.ts`, false, false],
		['server/a.ts', '$app/environment', false, false],
		['server/a.ts', `${L}ui/context.ts`, true, false],
		['contract/a.ts', `${L}exercise/a.ts`, true, false],
		['i18n/a.ts', 'src/routes/a.ts', true, false]
	])('the rule itself: %s imports %s (type only: %s): %s', (from, target, typeOnly, allowed) => {
		expect(refusal(L + from, { target, typeOnly }) === null).toBe(allowed);
	});

	test('every part imports only what its place in the arrow allows', () => {
		const wrong = edges.flatMap(({ file, edge }) => {
			const why = refusal(file.path, edge);
			return why === null ? [] : [`${place(file, edge)}: ${why}`];
		});
		expect(wrong).toEqual([]);
	});

	test('the server’s code stays on the server', () => {
		const why = 'only +server.ts and *.server.ts may import src/lib/server, or hidden tests reach the page';
		const wrong = edges.filter(
			({ file, edge }) =>
				edge.target.startsWith(`${L}server/`) &&
				!file.path.startsWith(`${L}server/`) &&
				!file.path.startsWith('src/cli/') &&
				!isServerOnly(file.path)
		);
		expect(wrong.map(({ file, edge }) => `${place(file, edge)}: ${why}`)).toEqual([]);
	});

	test('nothing of the coach’s command is in the site', () => {
		const why = 'a preview shows solutions: the site must not even hold the code for it';
		const wrong = edges.filter(
			({ file, edge }) => edge.target.startsWith('src/cli/') && !file.path.startsWith('src/cli/')
		);
		expect(wrong.map(({ file, edge }) => `${place(file, edge)}: ${why}`)).toEqual([]);
	});

	test('only the harness knows Vitest', () => {
		const why =
			'the version and the internals of Vitest are the harness’s affair; compile-suite needs its hoisting';
		const wrong = edges.filter(
			({ file, edge }) =>
				/^@?vitest(?:\/|$)/.test(edge.target) &&
				!file.path.startsWith(`${L}engines/harness/`) &&
				!(file.path === `${L}compile/compile-suite.ts` && edge.target === '@vitest/mocker/transforms')
		);
		expect(wrong.map(({ file, edge }) => `${place(file, edge)}: ${why}`)).toEqual([]);
	});

	test('exercises are data: nothing imports or globs them', () => {
		const why =
			'an import of exercises/ puts solutions and hidden tests into a bundle; the server reads the folder';
		const imported = edges
			.filter(({ edge }) => edge.target.startsWith('exercises/'))
			.map(({ file, edge }) => place(file, edge));
		const globbed = code
			.filter(({ path }) => /import\.meta\.glob/.test(readText(path)))
			.map(({ path }) => `${path} uses import.meta.glob`);
		expect([...imported, ...globbed].map((what) => `${what}: ${why}`)).toEqual([]);
	});
});
