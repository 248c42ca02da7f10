/**
 * What a learner makes at one exercise, whatever its kind: texts, a table, choices. A session runs what it submits and
 * knows no more of it. `S`: what is submitted; replaced at every change, so that two can be told apart by identity.
 */
export interface Work<S> {
	readonly submission: S;
	/** False until what the device keeps has been read: before that, what would be submitted may not be the learner's. */
	readonly ready: boolean;
	/** Calls after every change. Returns what stops it. */
	subscribe(listener: () => void): () => void;
}
