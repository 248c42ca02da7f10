import type { LearnerFunction, Modules } from './modules.ts';
import type { ProgramFunction } from './tested-program.ts';
import { defineProperty, randomName } from './natives.ts';
import { LEARNER_SCRIPT, PROGRAM_SCRIPT, SUITE_SCRIPT, type SandboxHost } from './protocol.ts';
import type { World } from './world.ts';

type SuiteFunction = (
	api: object,
	learner: Pick<Modules, 'import' | 'loaded' | 'given'> & Pick<World, 'fetch'>
) => Promise<void>;

const LEARNER_PARAMETERS = '__passerelle_define__, __passerelle_meta__, __passerelle_guard__';
/** The last two are what Stryker's instrumenter calls: whether a bug is switched on, and which ones a test passes by. */
const PROGRAM_PARAMETERS = `${LEARNER_PARAMETERS}, stryMutAct_9fa48, stryCov_9fa48`;
const SUITE_PARAMETERS = '__passerelle_api__, __passerelle_learner__';

/**
 * The engine could not read a script, and has told so to whoever listens for errors that nobody caught. Made where it is
 * thrown: an error that is made while this file is read lets the engine read all of the file twice more, for its stack.
 */
const notRead: { error?: Error } = {};
/** By identity: `instanceof` would ask what a program threw for its prototype. */
export const isNotRead = (thrown: unknown): boolean =>
	notRead.error !== undefined && thrown === notRead.error;

/** Of a learner's script each module is strict by itself: the classic scripts of a page are not. */
const STRICT = '"use strict";';

/**
 * Takes the function that a script hands over through a global whose name nobody can guess. Rejects with what the engine
 * throws for a script that it cannot read, such as one that is nested too deeply.
 */
export async function loadFunction(
	host: SandboxHost,
	body: string,
	parameters: string,
	name: string
): Promise<unknown> {
	const hook = randomName();
	let taken: unknown;
	defineProperty(globalThis, hook, { value: (fn: unknown) => void (taken = fn), configurable: true });
	try {
		const head = name === LEARNER_SCRIPT ? '' : STRICT;
		// In parentheses, the engine compiles it while it reads it, and need not read it again when it is called.
		const text = `${hook}((async function (${parameters}) {${head}\n${body}\n}))\n//# sourceURL=${name}`;
		const loading = host.load(text, name);
		if (loading) await loading;
	} finally {
		Reflect.deleteProperty(globalThis, hook);
	}
	// A page's script that cannot be read throws nothing: an event says so.
	if (taken === undefined) throw (notRead.error ??= new Error('The script cannot be read'));
	return taken;
}

/** Loads scripts, each once: what was prepared is not loaded again by the run. What could not be read is tried again, and told again. */
export function createLoader(host: SandboxHost) {
	function once(parameters: string, name: string): (body: string) => Promise<unknown> {
		let loaded: { body: string; taken: Promise<unknown> } | null = null;
		return (body) => {
			if (loaded?.body === body) return loaded.taken;
			const taken = loadFunction(host, body, parameters, name);
			loaded = { body, taken };
			taken.catch(() => (loaded = null));
			return taken;
		};
	}
	const learner = once(LEARNER_PARAMETERS, LEARNER_SCRIPT);
	const suite = once(SUITE_PARAMETERS, SUITE_SCRIPT);
	const programs = new Map<string, Promise<unknown>>();
	return {
		program(body: string): Promise<ProgramFunction> {
			const taken = programs.get(body) ?? loadFunction(host, body, PROGRAM_PARAMETERS, PROGRAM_SCRIPT);
			programs.set(body, taken);
			return taken as Promise<ProgramFunction>;
		},
		learner: (body: string) => learner(body) as Promise<LearnerFunction>,
		suite: (body: string) => suite(body) as Promise<SuiteFunction>
	};
}
export type ScriptLoader = ReturnType<typeof createLoader>;
