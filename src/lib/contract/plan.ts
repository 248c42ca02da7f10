import type { EngineNeed, FileMap } from './exercise.ts';
import type { JsonValue } from './json.ts';
import type { PlantedProgram, TestedProgram } from './tested-program.ts';

/** One execution of a plan's scripts, in a fresh sandbox. */
export interface PlannedRun {
	/** Differs from those of the plan's other runs; the run's events and result carry it. */
	id: string;
	/** What the suite reads as `input` of "passerelle/run"; null where one run differs from another in nothing. */
	input: JsonValue;
	/**
	 * Where the plan has a `program` and the learner another one: this run is on the learner's. `suite`: what judges it; null:
	 * the learner's own tests do. Absent: the plan's suite, on the plan's program where it has one.
	 */
	own?: { suite: PlannedSuite | null };
}

/** A suite of ours, compiled. */
interface PlannedSuite {
	code: string;
	statics: readonly string[];
	/** Full names of its tests. */
	expected: readonly string[];
}

/** The learner's files as one script. */
export interface LearnerScript {
	/**
	 * Body of `async function (__passerelle_define__, __passerelle_meta__, __passerelle_guard__)`: calls
	 * `__passerelle_define__({ path: LearnerModule })` once. `__passerelle_meta__(path)` is the `import.meta` of a file;
	 * `__passerelle_guard__()` throws where the code has kept its thread for too long, if somebody put it in.
	 */
	code: string;
	/** Source map v3 of `code`, JSON. Stays with the host. */
	map: string;
	/** Path of each page (`.html`) → the modules its `<script>` elements name or hold, in their order. */
	pages: Readonly<Record<string, readonly string[]>>;
	/**
	 * Where bugs are planted into the learner's program (see `LearnerSource`). They are tried once both the learner's tests and ours
	 * pass on it: see `Report.planted`.
	 */
	planted?: PlantedProgram;
}

/** How a `run` starts a program of Node: `node main.js …args`, with this text on standard input. */
export interface ProgramStart {
	args: readonly string[];
	input: string;
	/** It is meant to be a server: that it ended without one is worth a sentence. */
	serves?: boolean;
}
/** More words than anybody types by hand, and more text. */
export const START_ARGS = 50;
export const START_ARG_CHARS = 1000;
export const START_INPUT_CHARS = 10_000;

/** What an engine runs. Plain data: it crosses `postMessage` and, later, the network. */
export interface Plan {
	version: 1;
	/** Unique per run; every event and the report carry it. */
	runId: string;
	exercise: { id: string; hash: string };
	/** `check`: the hidden suite decides. `run`: the entry is started and the visible examples run after it. */
	mode: 'check' | 'run';
	/** What the code needs around it. */
	need: EngineNeed;
	/** What the learner submits, as the exercise's kind knows it: all that is sent where the plan is made anew. */
	submission: JsonValue;
	/** All files of the learner, as written: pages, styles and data are read, scripts run as `learner`. */
	files: FileMap;
	/** npm packages that the code may import. `code`: see `PackagesScript`; null where the engine installs them. */
	packages: { versions: Readonly<Record<string, string>>; code: PackagesScript | null };
	learner: LearnerScript;
	entry: string;
	/** Of a `run`; without it there are no arguments and nothing to read. */
	start?: ProgramStart;
	/** The suite; null where a `run` has no examples. */
	suite: PlannedSuite | null;
	/**
	 * What the learner's own tests are run against; absent where the suite is not the learner's. The first run is on it: that one
	 * decides whether its bugs are tried.
	 */
	program?: TestedProgram;
	/** At least one. All are run, in this order, whatever became of the one before. */
	runs: readonly PlannedRun[];
	limits: Limits;
	allowPrototype: boolean;
	/** Names of errors that may stay unhandled. */
	allowsUnhandled: readonly string[];
}

/**
 * npm packages as one script, for engines that cannot install: the body of `function (require)` that returns an object,
 * package name → exports. `require` gives Node's own modules.
 */
export type PackagesScript = string;

export interface Limits {
	/** Wall time from the start of a run to its first test's end, and from each test's end to the next; milliseconds. */
	timeMs: number;
	/** Characters of console output kept: of its beginning and its end. */
	outputChars: number;
}

/** Enough for every exercise's output; of a flood no more is kept, so that the page stays usable. */
export const OUTPUT_CHARS = 64 * 1024;
/** The same for printed lines: an empty one has no character, and each is a row of the page. */
export const OUTPUT_ENTRIES = 1000;
/** How many of them are the last ones, where more were printed. */
export const OUTPUT_END_ENTRIES = OUTPUT_ENTRIES / 4;
/** The first ones; between both there is one that counts what was left out. */
export const OUTPUT_BEGIN_ENTRIES = OUTPUT_ENTRIES - OUTPUT_END_ENTRIES - 1;
