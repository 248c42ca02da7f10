import type { NotKept } from '../../contract/not-kept.ts';
import type { Draft, ExerciseProgress } from '../../contract/progress.ts';
import { mergeDraft } from '../../progress/merge-draft.ts';
import { mergeProgress } from '../../progress/record.ts';
import type { Shelter, Sheltered, Shelters } from './shelter.ts';
import type { StorageBackend } from './storage-backend.ts';

type Kind = 'progress' | 'draft';

/** In the words of browsers. */
const REASONS: Readonly<Record<string, NotKept>> = {
	QuotaExceededError: 'full',
	VersionError: 'newer',
	TimeoutError: 'held'
};
export const reasonOf = (error: unknown): NotKept => REASONS[(error as Error | null)?.name ?? ''] ?? 'broken';

const isUnknown = ({ edits }: Draft): boolean => Object.keys(edits).length === 0;

/** Who knows what the sheltered code was made from had read what is stored, even where nothing is known of that. */
const joinDrafts = (stored: Draft, sheltered: Draft): Draft =>
	isUnknown(stored) && !isUnknown(sheltered) ? sheltered : mergeDraft(stored, sheltered, 'tab').draft;

/** The records of one kind, on the device. */
interface DeviceRecords<R> {
	all(): Promise<R[]>;
	of(exerciseId: string): Promise<R | null>;
	update<T extends R | null>(exerciseId: string, change: (previous: R | null) => T): Promise<T>;
}

interface Rules<R> {
	/** What is stored and what is sheltered, as one. */
	join(stored: R, sheltered: R): R;
	/** A record of which nobody knows what it was made from. */
	unknown(record: R): R;
}

/** Records of one kind: on the device, and in the shelter what that does not take. */
class ShelteredRecords<R extends { exerciseId: string }> {
	/** Null where there is none. */
	device: DeviceRecords<R> | null;
	readonly shelter: Shelter<R>;
	readonly #rules: Rules<R>;
	readonly #fail: (error: unknown) => void;
	/** Exercises of which the device's record could not be read: what comes after is made from nothing known. */
	readonly #unread = new Set<string>();

	constructor(
		device: DeviceRecords<R> | null,
		shelter: Shelter<R>,
		rules: Rules<R>,
		fail: (error: unknown) => void
	) {
		this.device = device;
		this.shelter = shelter;
		this.#rules = rules;
		this.#fail = fail;
	}

	/** Until the storage is opened anew nothing of such an exercise is written to the device: its page does not show what is there. */
	isBlind(exerciseId: string): boolean {
		return this.device === null || this.#unread.has(exerciseId);
	}

	async all(): Promise<R[]> {
		const joined = new Map(this.shelter.all().map(({ record }) => [record.exerciseId, record]));
		for (const stored of await this.#readAll())
			joined.set(stored.exerciseId, this.#join(stored, joined.get(stored.exerciseId)) ?? stored);
		return [...joined.values()];
	}

	async of(exerciseId: string): Promise<R | null> {
		const stored = await this.#read(exerciseId);
		return this.#join(stored, this.shelter.get(exerciseId)?.record);
	}

	/** @returns whether the device has it, and what is there afterwards */
	async update<T extends R | null>(
		exerciseId: string,
		change: (previous: R | null) => T
	): Promise<{ onDevice: boolean; next: T }> {
		if (this.device && !this.isBlind(exerciseId)) {
			try {
				return { onDevice: true, next: await this.#give(this.device, exerciseId, change) };
			} catch (error) {
				this.#fail(error);
			}
		}
		const stored = await this.#read(exerciseId);
		// Nothing is awaited from here on: who else changes the same record does so before or after.
		const next = change(this.#join(stored, this.shelter.get(exerciseId)?.record));
		if (next) this.shelter.put(this.isBlind(exerciseId) ? this.#rules.unknown(next) : next);
		else this.shelter.remove(exerciseId);
		return { onDevice: false, next };
	}

	/** Gives the device what is sheltered; rejects where it does not take it. @returns whether that was all */
	async bringBack(): Promise<boolean> {
		for (const { record } of this.shelter.all())
			if (this.device && !this.isBlind(record.exerciseId))
				await this.#give(this.device, record.exerciseId, (joined) => joined);
		return this.#unread.size === 0;
	}

	/** With what is sheltered of it, which goes from there. */
	async #give<T extends R | null>(
		device: DeviceRecords<R>,
		exerciseId: string,
		change: (previous: R | null) => T
	): Promise<T> {
		let sheltered: Sheltered<R> | null = null;
		const next = await device.update(exerciseId, (stored) => {
			sheltered = this.shelter.get(exerciseId);
			return change(this.#join(stored, sheltered?.record));
		});
		this.shelter.remove(exerciseId, sheltered);
		return next;
	}

	async #readAll(): Promise<R[]> {
		try {
			return (await this.device?.all()) ?? [];
		} catch (error) {
			this.#fail(error);
			return [];
		}
	}

	async #read(exerciseId: string): Promise<R | null> {
		if (!this.device || this.isBlind(exerciseId)) return null;
		try {
			return await this.device.of(exerciseId);
		} catch (error) {
			this.#unread.add(exerciseId);
			this.#fail(error);
			return null;
		}
	}

	#join(stored: R | null, sheltered: R | undefined): R | null {
		if (!sheltered) return stored;
		return stored ? this.#rules.join(stored, sheltered) : sheltered;
	}
}

/**
 * A device's records, with a shelter for what the device does not take: it is read from there, goes on from there, and is given to
 * the device with the next thing that it takes. Nothing that is written rejects.
 */
export class ShelteredBackend implements StorageBackend {
	#device: StorageBackend | null;
	readonly #progress: ShelteredRecords<ExerciseProgress>;
	readonly #drafts: ShelteredRecords<Draft>;
	readonly #onChange: () => void;
	#why: NotKept | null;

	/**
	 * @param device where there is none: why
	 * @param onChange called when things begin not to be kept, for another reason, or to be kept again
	 */
	constructor(device: StorageBackend | NotKept, shelters: Shelters, onChange: () => void) {
		this.#why = typeof device === 'string' ? device : null;
		this.#device = typeof device === 'string' ? null : device;
		this.#onChange = onChange;
		const fail = (error: unknown): void => this.#fail(error);
		this.#progress = new ShelteredRecords<ExerciseProgress>(
			typeof device === 'string'
				? null
				: {
						all: () => device.allProgress(),
						of: (exerciseId) => device.progressOf(exerciseId),
						update: (exerciseId, change) => device.updateProgress(exerciseId, change)
					},
			shelters.progress,
			{
				join: (stored, sheltered) => mergeProgress([stored], [sheltered])[0] ?? sheltered,
				unknown: (record) => record
			},
			fail
		);
		this.#drafts = new ShelteredRecords<Draft>(
			typeof device === 'string'
				? null
				: {
						all: () => device.allDrafts(),
						of: (exerciseId) => device.draftOf(exerciseId),
						update: (exerciseId, change) => device.updateDraft(exerciseId, change)
					},
			shelters.draft,
			{
				join: joinDrafts,
				unknown: (draft) => ({ ...draft, edits: {} })
			},
			fail
		);
	}

	/** Why what is written does not reach the device; null where it does. */
	get notKept(): NotKept | null {
		return this.#why;
	}

	get hasDevice(): boolean {
		return this.#device !== null;
	}

	/** Whether all that was written of an exercise outlives the document. */
	isKept(kind: Kind, exerciseId: string): boolean {
		return (kind === 'progress' ? this.#progress : this.#drafts).shelter.isLasting(exerciseId);
	}

	/** Whether it is known what a text of an exercise is made from. */
	knows(exerciseId: string): boolean {
		return !this.#drafts.isBlind(exerciseId);
	}

	/** The device is somebody else's from now on. */
	lose(why: NotKept): void {
		this.#device = this.#progress.device = this.#drafts.device = null;
		this.#say(why);
	}

	/** Gives the device what it did not take before. */
	async bringBack(): Promise<void> {
		if (!this.#device) return;
		try {
			const all = [await this.#progress.bringBack(), await this.#drafts.bringBack()];
			if (!all.includes(false)) this.#say(null);
		} catch (error) {
			this.#fail(error);
		}
	}

	allProgress(): Promise<ExerciseProgress[]> {
		return this.#progress.all();
	}

	progressOf(exerciseId: string): Promise<ExerciseProgress | null> {
		return this.#progress.of(exerciseId);
	}

	updateProgress<T extends ExerciseProgress | null>(
		exerciseId: string,
		change: (previous: ExerciseProgress | null) => T
	): Promise<T> {
		return this.#then(this.#progress.update(exerciseId, change));
	}

	allDrafts(): Promise<Draft[]> {
		return this.#drafts.all();
	}

	draftOf(exerciseId: string): Promise<Draft | null> {
		return this.#drafts.of(exerciseId);
	}

	updateDraft<T extends Draft | null>(exerciseId: string, change: (previous: Draft | null) => T): Promise<T> {
		return this.#then(this.#drafts.update(exerciseId, change));
	}

	leave(): boolean {
		return this.#device?.leave() ?? false;
	}

	close(): void {
		this.#device?.close();
	}

	/** A device that takes one thing takes the rest. */
	async #then<T>(update: Promise<{ onDevice: boolean; next: T }>): Promise<T> {
		const { onDevice, next } = await update;
		if (onDevice && this.#why !== null) await this.bringBack();
		return next;
	}

	#fail(error: unknown): void {
		if (this.#device) this.#say(reasonOf(error));
	}

	#say(why: NotKept | null): void {
		if (this.#why === why) return;
		this.#why = why;
		this.#onChange();
	}
}
