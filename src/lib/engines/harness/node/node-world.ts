import * as nodeBuffer from 'node:buffer';
import type { ProgramEnding } from '../../../contract/report.ts';
import { directoryOf, type ModuleMeta } from '../module-meta.ts';
import type { Modules } from '../modules.ts';
import type { World, WorldRun } from '../world.ts';
import { createPrinting } from './console.ts';
import { crashProgram, QUIET_TURNS, runToEnd } from './launch.ts';
import { createProcess } from './process.ts';
import { createProgramApi, type ProgramApi } from './program.ts';
import { createPrograms, type Program, type ProgramOptions, type Programs } from './programs.ts';
import { createTimers } from './timers.ts';
import type { Files } from './memory-fs.ts';

/** Whom a copy of a module is made for. */
export interface Owner {
	cwd(): string;
	argv(): readonly string[];
}

/** What is different where Node is in memory, and where it is real. */
export interface Surroundings {
	files: Files;
	/** A module of Node other than `fs`, `process` and timers, made for one owner. */
	module(name: string, owner: Owner): object | undefined;
	fetch: object;
	/** npm packages that are installed: name → exports. Otherwise they come with the run. */
	packages?: Readonly<Record<string, object>>;
	/** Turns of the event loop that a program must be quiet for: real files and connections take longer. */
	quietTurns?: number;
	/** See `World`. */
	lock?(): Iterable<object>;
	/** Locks what the surroundings brought along. */
	harden(): void;
}

/** What the surroundings may use of the world. */
export interface WorldParts {
	programs: Programs;
	crash(program: Program, thrown: unknown): void;
}

/** Names that learner code and suites find on the global object besides the language's. */
const GLOBALS = [
	'process Buffer global crypto fetch Response Request Headers FormData Blob ReadableStream WritableStream TransformStream'
].flatMap((line) => line.split(' '));

/** The global `crypto`, as far as it answers at once. Deno's `node:crypto` needs it there, too. */
function randomSource(): object {
	const { crypto } = globalThis;
	return Object.freeze({
		getRandomValues: crypto.getRandomValues.bind(crypto),
		randomUUID: crypto.randomUUID.bind(crypto)
	});
}

const metaOf = (path: string, root: string): ModuleMeta => {
	const filename = `${root}/${path}`;
	return { url: `file://${filename}`, filename, dirname: directoryOf(filename) };
};
/** What `process.argv` says that runs, beside a program that was started: who imports a file in a suite does not start it. */
const RUNNER = 'node_modules/vitest/vitest.mjs';

/** The world of Node exercises, on top of what files and network it has. `root`: the working directory. */
export function createNodeWorld(root: string, surround: (parts: WorldParts) => Surroundings): World {
	const programs = createPrograms(root, RUNNER);
	const printing = createPrinting(programs);
	const crash = (program: Program, thrown: unknown) => crashProgram(program, { thrown }, printing, programs);
	const timers = createTimers(programs, crash);
	const surroundings = surround({ programs, crash });
	const { files } = surroundings;
	const process = createProcess(programs, printing.print);
	const define = (name: string, value: unknown) =>
		Object.defineProperty(globalThis, name, { value, writable: true, enumerable: false, configurable: true });
	define('process', process);
	define('Buffer', nodeBuffer.Buffer);
	define('global', globalThis);
	define('crypto', randomSource());
	define('fetch', surroundings.fetch);

	/** A module for one owner, made when it is first asked for. */
	function own(name: string, given: Map<string, object>, owner: Owner): object | undefined {
		let module = given.get(name);
		if (module) return module;
		if (name === 'process') module = process;
		else if (name === 'fs' || name === 'fs/promises') module = files.module(name);
		else if (name === 'timers') module = { ...timers.module, promises: { ...timers.promises } };
		else if (name === 'timers/promises') module = { ...timers.promises };
		else module = surroundings.module(name, owner);
		if (module) given.set(name, module);
		return module;
	}
	const moduleName = (name: string): string | null => /^node:(.+)/.exec(name)?.[1] ?? null;
	const ownerOf = (program: () => Program): Owner => ({
		cwd: () => program().cwd,
		argv: () => program().argv
	});
	const suiteGiven = new Map<string, object>();

	let api: ProgramApi | null = null;
	let packages: WorldRun['packages'] = null;
	const learnerModule = (name: string): object | undefined => {
		const program = programs.current();
		const node = moduleName(name);
		const installed = () => surroundings.packages?.[name.replace(/^npm:/, '')];
		return node === null
			? (program.given.get(name) ?? installed())
			: own(node, program.given, ownerOf(programs.current));
	};
	/** Packages are evaluated anew for each program, as Node would. */
	async function givePackages(program: Program): Promise<void> {
		if (!packages) return;
		const found = await packages((name) => {
			const module = learnerModule(`node:${name.replace(/^node:/, '')}`);
			if (!module) throw new Error(`There is no module "${name}" here`);
			return module;
		});
		for (const [name, exports] of Object.entries(found)) program.given.set(`npm:${name}`, exports);
	}

	const create = (path: string, options: ProgramOptions): Program => programs.start({ path, ...options });
	const run = (
		program: Program,
		path: string,
		modules: () => Modules,
		onServing: Parameters<typeof runToEnd>[4]
	) =>
		runToEnd(
			program,
			async () => {
				await givePackages(program);
				return modules();
			},
			path,
			surroundings.quietTurns ?? QUIET_TURNS,
			onServing,
			{ programs, printing }
		);

	return {
		keepGlobals: GLOBALS,
		fetch: surroundings.fetch,
		meta: (path) => metaOf(path, root),
		lock: () => surroundings.lock?.() ?? [],
		harden: surroundings.harden,
		suiteModule(name) {
			if (name === 'passerelle/program') return api ?? undefined;
			const node = moduleName(name);
			return node === null
				? undefined
				: own(
						node,
						suiteGiven,
						ownerOf(() => programs.base)
					);
		},
		learnerModule,
		async begin({ request, fresh, packages: given, crashed }) {
			programs.onCrash = crashed;
			printing.attach();
			timers.install();
			files.reset(request.files);
			packages = given;
			api = createProgramApi({
				entry: request.entry,
				create,
				run: (program, path, onServing) => run(program, path, fresh, onServing),
				write: files.write,
				reset: (other) => files.reset(other ?? request.files)
			});
			await givePackages(programs.base);
		},
		async start(entry, modules, start) {
			// Over those that the sandbox counts: a program here knows itself when it has ended.
			timers.install();
			const program = create(entry, start ?? {});
			let port: number | null = null;
			const code = await run(
				program,
				entry,
				() => modules,
				({ servers: [server] = [] as never }) => {
					port = server?.asked ?? 0;
					return 'end';
				}
			);
			if (program.thrown) throw program.thrown.value;
			if (port !== null) return [{ code: 'listens', number: port }];
			const endings: ProgramEnding[] = [];
			if (code !== 0) endings.push({ code: 'exit-code', number: code });
			if (start?.serves) endings.push({ code: 'without-server', number: code });
			return endings;
		},
		uncaught(thrown, promise) {
			const current = programs.current();
			const program = current.isBase ? programs.only() : current;
			if (!program) return false;
			crashProgram(program, { thrown, promise }, printing, programs);
			return true;
		}
	};
}
