import { noteMessage } from '../private-registry.ts';
import type { FileMap } from '../../../contract/exercise.ts';
import { setTimer } from '../natives.ts';
import type { OpenServer, Program, ProgramOptions } from './programs.ts';
import { describeThrown, type OnServing } from './launch.ts';

/** What a program did, from its start to its end. */
export interface ProgramResult {
	/** What it printed to standard output. */
	readonly output: string;
	/** What it printed to standard error; the text of the error that nobody caught is at its end. */
	readonly errors: string;
	readonly exitCode: number;
	/** Whether an error that nobody caught ended it. */
	readonly crashed: boolean;
}

/** A program that listens. */
export interface RunningServer {
	/** For example "http://localhost:40000". */
	readonly url: string;
	/** The port that the program asked for; `url` may have another. */
	readonly port: number;
	/** Ends the program. */
	close(): Promise<void>;
}

/** The module `passerelle/program`. */
export interface ProgramApi {
	runProgram(path?: string, options?: ProgramOptions): Promise<ProgramResult>;
	startServer(path?: string, options?: Omit<ProgramOptions, 'input' | 'files'>): Promise<RunningServer>;
	/** Puts the exercise's files back, or these in their place. */
	resetFiles(files?: FileMap): void;
}

/** Time for a program to listen, milliseconds: an honest one needs a few. */
const LISTEN_MS = 1000;

/**
 * Failures with a text of ours: notes for the learner, which `messages` of an exercise can translate. They stand in the
 * README of this folder: change them there, too.
 */
export const NOTES = {
	stillListens: 'The program did not end: its server still listens',
	noServer: 'The program ended without starting a server',
	stopped: 'The program stopped before its server listened: {error}',
	tooSlow: 'The program started no server within one second'
} as const;

function note(text: string): Error {
	noteMessage(text);
	return new Error(text);
}

/** What the API needs of its world. */
export interface Launcher {
	/** A new program of the learner's files. */
	create(path: string, options: ProgramOptions): Program;
	run(program: Program, path: string, onServing: OnServing): Promise<number>;
	write(files: FileMap): void;
	reset(files: FileMap | undefined): void;
	entry: string;
}

/** "./main.js" and "/project/main.js" → "main.js". */
const clean = (path: string): string => String(path).replace(/^(?:\.\/|\/project\/|(?:\.\.\/)*start\/)+/, '');

export function createProgramApi(launcher: Launcher): ProgramApi {
	return Object.freeze({
		async runProgram(path = launcher.entry, options: ProgramOptions = {}) {
			const file = clean(path);
			if (options.files) launcher.write(options.files);
			const program = launcher.create(file, options);
			let serving = false;
			const exitCode = await launcher.run(program, file, () => {
				serving = true;
				return 'end';
			});
			if (serving) throw note(NOTES.stillListens);
			const { output, errors, thrown } = program;
			// Beside the others: a suite may compare what a program did as `{ output, errors, exitCode }`.
			const result = Object.defineProperty({ output, errors, exitCode }, 'crashed', {
				value: thrown !== null
			});
			return Object.freeze(result) as ProgramResult;
		},

		async startServer(path = launcher.entry, options: ProgramOptions = {}) {
			const file = clean(path);
			const program = launcher.create(file, options);
			program.movable = true;
			const server = await new Promise<OpenServer>((resolve, reject) => {
				program.onListen = resolve;
				setTimer(() => reject(note(NOTES.tooSlow)), LISTEN_MS);
				void launcher
					.run(program, file, () => 'wait')
					.then(() => {
						const { thrown } = program;
						if (!thrown) return reject(note(NOTES.noServer));
						reject(note(NOTES.stopped.replace('{error}', () => describeThrown(thrown.value))));
					});
			}).catch((error: unknown) => {
				program.finish(1);
				throw error;
			});
			return Object.freeze({
				url: `http://localhost:${server.port}`,
				port: server.asked,
				async close() {
					program.finish(0);
					await program.end;
				}
			});
		},

		resetFiles: (files?: FileMap) => launcher.reset(files)
	});
}
