import { z } from 'zod';
import './without-eval.ts';

/** What is kept of one exercise on this device. */
export const exerciseProgress = z.object({
	exerciseId: z.string(),
	/** Counted checks. */
	attempts: z.number().int().min(0),
	/** Best score so far, 0 to 1. */
	bestScore: z.number().min(0).max(1),
	points: z.number().int().min(0),
	/** The trust of the first pass, or of the first verified one; null while there is none. */
	passed: z.enum(['practised', 'verified']).nullable(),
	/** The exercise version that was passed; null while there is none. */
	passedHash: z.string().nullable(),
	/** ISO 8601; null while not passed. */
	passedAt: z.string().nullable(),
	/** How many hints were opened. Recorded, never punished. */
	hintsOpened: z.number().int().min(0),
	/** ISO 8601. */
	updatedAt: z.string()
});
export type ExerciseProgress = z.infer<typeof exerciseProgress>;

const files = z.record(z.string(), z.string());
/** A device's random name → how often it has changed a text: what was made from what, without a clock. */
const edits = z.record(z.string().max(40), z.number().int().min(0).max(1e9));
export type Edits = z.infer<typeof edits>;

/** Code of the same exercise that was written elsewhere: it stays until the person has chosen, and after. */
const otherText = z.object({
	files,
	edits,
	/** A progress file, another tab, or the page of a language while each had code of its own. */
	from: z.enum(['file', 'tab', 'fr', 'nl', 'en']),
	/** The person has chosen. */
	seen: z.boolean()
});
export type OtherText = z.infer<typeof otherText>;

/** The learner's code of one exercise, whatever the language. */
const draft = z.object({
	exerciseId: z.string(),
	files,
	edits,
	others: z.array(otherText).max(50),
	/** ISO 8601, by this device's clock: never compared with another's. */
	updatedAt: z.string()
});
export type Draft = z.infer<typeof draft>;

/** The file of Export and Import. Version 1 had a draft for each language and no edits. */
export const progressFile = z.object({
	format: z.literal('passerelle-progress'),
	version: z.literal(2),
	exportedAt: z.string(),
	progress: z.array(exerciseProgress).max(5000),
	drafts: z.array(draft).max(5000)
});
export type ProgressFile = z.infer<typeof progressFile>;

/** As files were before. */
export const progressFile1 = progressFile.extend({
	version: z.literal(1),
	drafts: z
		.array(
			z.object({
				exerciseId: z.string(),
				locale: z.enum(['fr', 'nl', 'en']),
				files,
				updatedAt: z.string()
			})
		)
		.max(5000)
});

export type StationState = 'locked' | 'open' | 'tried' | 'practised' | 'verified';

/** One station as the map draws it. */
export interface StationView {
	exerciseId: string;
	state: StationState;
	/** Prerequisites that are not passed yet: why it is locked. */
	missing: readonly string[];
}

/** The state of the whole map. */
export interface MapState {
	stations: Readonly<Record<string, StationView>>;
	/** The exercise to do next: the first open or tried one in line order; null when all are done. */
	next: string | null;
	passed: number;
	total: number;
	points: number;
}
