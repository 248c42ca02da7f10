/** Where our own things are in the container, below its working directory; the learner's are in `project`. */
export const OWN_FOLDER = '.passerelle';
export const PROJECT_FOLDER = 'project';
export const RUNNER_FILE = 'runner.mjs';
export const BOOT_FILE = 'boot.json';
export const REQUEST_FILE = 'request.json';

/** The scripts for a container, as `virtual:passerelle/container-url` names them: JSON. */
export interface ContainerScripts {
	/** The bundled `runner-entry.ts`. */
	runner: string;
	/** What it becomes. */
	harness: string;
}

/** What the runner finds beside itself when it starts, as `BOOT_FILE`; read once and deleted. */
export interface RunnerBoot {
	/** Stands before every message: text of anything else is no message. */
	key: string;
	/** The harness, brought anew for each run: a program before it may have written anywhere. */
	harness: string;
	harden: boolean;
	/** Names of installed packages that the learner's code may import. */
	packages: readonly string[];
}
