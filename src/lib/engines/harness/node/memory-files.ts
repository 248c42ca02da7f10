import './memory-process.ts';
import { createFsFromVolume, Volume } from 'memfs';

/** What memfs asks of a process. */
export interface FilesProcess {
	cwd(): string;
	platform: string;
	env: object;
	emitWarning(): void;
}

const memoryFiles = {
	createVolume: (process: FilesProcess) => Volume.fromJSON({}, '/', { process } as never),
	createFs: (volume: Volume): Record<string, unknown> => createFsFromVolume(volume as never) as never
};
export type MemoryFiles = typeof memoryFiles;

/**
 * A script of its own, run before the harness, whose scripts do not see the names of the global object that memfs looks
 * for. Handed over on the bridge, which the harness takes away.
 */
globalThis.__passerelle_bridge__!.files = memoryFiles;
