import { HARNESS_SCRIPT } from '../../engines/harness/protocol.ts';

/** The bundled programs of `programs/`, as text: what a process of Deno runs. */
export interface DenoPrograms {
	/** Bridge and harness, for one run. */
	run: string;
	/** The same for a harness that asks for modules of Node. */
	runWithModules: string;
	/** Which also write V8's code of the harness to the file that is their second argument. */
	record: string;
	recordWithModules: string;
	/** Closes the cache that the recorded code is in. */
	closeCache: string;
	/** Tries the walls around the process. */
	canary: string;
}

/** How the harness is called in Deno's cache: see `nameOf` in the bridge. */
export const HARNESS_SPECIFIER = `script:${HARNESS_SCRIPT}`;

/** Node's modules that a harness asks for. */
function modulesOf(harness: string): string[] {
	const asked = harness.matchAll(/__passerelle_bridge__\.builtin\("([^"]+)"\)/g);
	return [...new Set([...asked].map(([, name]) => `node:${name}`))];
}

/** The whole program for one harness, an ES module: what `programs/given.ts` declares, and the program that uses it. */
function withHarness(harness: string, plain: string, withModules: string): string {
	const modules = modulesOf(harness);
	const given = `const HARNESS = ${JSON.stringify(harness)}, MODULES = ${JSON.stringify(modules)};\n`;
	return given + (modules.length > 0 ? withModules : plain);
}

/** What a process runs for one run. */
export const sandboxScript = ({ run, runWithModules }: DenoPrograms, harness: string): string =>
	withHarness(harness, run, runWithModules);

/** The same program, which after its run also writes V8's code of the harness. For code of our own only. */
export const recordingScript = ({ record, recordWithModules }: DenoPrograms, harness: string): string =>
	withHarness(harness, record, recordWithModules);
