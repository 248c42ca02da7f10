import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { spoken } from '../../lib/coach-words/problem-words.ts';
import { problem } from '../../lib/contract/problem.ts';
import { artifactStore, type Setup } from '../setup.ts';
import { lookAtFolder, type Look, type Shown } from './look-at-folder.ts';
import { placeFolder } from './place-folder.ts';
import type { PreviewState } from './preview-state.ts';
import { folderStamp, watchFolder } from './watch-folder.ts';

/** One folder, looked at again after each save. */
export interface Preview {
	id: string;
	state(): PreviewState;
	/** The last version that works; null while none ever did. */
	shown(): Shown | null;
	/** Returns what stops the calls. */
	subscribe(listener: () => void): () => void;
	dispose(): Promise<void>;
}

/** The next save may do better: nobody should have to start the preview again. */
const ourFault = (id: string, error: unknown): Look => ({
	shown: null,
	problems: [problem('engine-failed/preview', { file: id }, { why: String(error) })]
});

/** `cache`: a folder of this preview's own, removed at the end. Throws `WrongUse` where there is no such folder. */
export async function openPreview(
	folder: string,
	setup: Pick<Setup, 'harnesses' | 'collect' | 'kinds'>,
	cache: string
): Promise<Preview> {
	const placed = await placeFolder(folder, join(cache, 'links'));
	const { kinds } = setup;
	const store = artifactStore({ ...setup, suites: join(cache, 'suites') }, placed.root);
	const life = new AbortController();
	const listeners = new Set<() => void>();
	let shown: Shown | null = null;
	let state: PreviewState = { hash: null, current: false, problems: [], layers: [] };

	function take({ shown: found, problems }: Look): void {
		shown = found ?? shown;
		state = {
			hash: shown?.exercise.hash ?? null,
			current: found !== null,
			problems: problems.map((one) => spoken(one, kinds)),
			layers: shown ? shown.kind.samples(shown.exercise) : []
		};
		for (const listener of listeners) listener();
	}
	const look = async () =>
		take(
			await lookAtFolder(placed, { kinds, compile: (exercise) => store.get(exercise) }).catch((error) =>
				ourFault(placed.id, error)
			)
		);

	// Before it is read: what is saved meanwhile is a change.
	const stamp = await folderStamp(placed.folder);
	await look();
	const watching = watchFolder(placed.folder, stamp, look, life.signal);
	return {
		id: placed.id,
		state: () => state,
		shown: () => shown,
		subscribe(listener) {
			listeners.add(listener);
			return () => void listeners.delete(listener);
		},
		async dispose() {
			life.abort();
			await watching;
			await rm(cache, { recursive: true, force: true });
		}
	};
}
