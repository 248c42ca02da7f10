import { z } from 'zod';

/** What became of one exercise of the collection. */
export const importedExercise = z.object({
	/** Its name in the collection. */
	name: z.string(),
	/** Ours; null where it was refused. */
	id: z.string().nullable(),
	outcome: z.enum(['imported', 'remarks', 'refused']),
	/** Why it was refused; null otherwise. */
	reason: z.string().nullable(),
	remarks: z.array(z.string()),
	/** Tests that run, all of which the reference passes. */
	tests: z.number().int(),
	/** Tests that the collection has switched off and that were left out. */
	skippedTests: z.number().int(),
	/** How long the reference ran, ms; null where it was refused. */
	solutionMs: z.number().nullable(),
	/** Whether the start fails; null where it was refused. */
	startFails: z.boolean().nullable()
});
export type ImportedExercise = z.infer<typeof importedExercise>;

/** What `import --json` prints. */
export const importReport = z.object({
	version: z.literal(1),
	format: z.string(),
	/** The folder that exercises were written to, and the track below it. */
	out: z.string(),
	track: z.string(),
	engine: z.enum(['native', 'remote']),
	counts: z.object({
		found: z.number().int(),
		imported: z.number().int(),
		withRemarks: z.number().int(),
		refused: z.number().int(),
		tests: z.number().int(),
		skippedTests: z.number().int(),
		startsThatFail: z.number().int()
	}),
	/** In the order of the collection. */
	exercises: z.array(importedExercise)
});
export type ImportReport = z.infer<typeof importReport>;

const sum = (exercises: readonly ImportedExercise[], of: (one: ImportedExercise) => number): number =>
	exercises.reduce((total, one) => total + of(one), 0);

export function toReport(
	about: Pick<ImportReport, 'format' | 'out' | 'track' | 'engine'>,
	exercises: ImportedExercise[]
): ImportReport {
	const count = (outcome: ImportedExercise['outcome']): number =>
		exercises.filter((one) => one.outcome === outcome).length;
	return {
		version: 1,
		...about,
		counts: {
			found: exercises.length,
			imported: count('imported') + count('remarks'),
			withRemarks: count('remarks'),
			refused: count('refused'),
			tests: sum(exercises, ({ tests }) => tests),
			skippedTests: sum(exercises, ({ skippedTests }) => skippedTests),
			startsThatFail: exercises.filter(({ startFails }) => startFails === true).length
		},
		exercises
	};
}

const plural = (count: number, word: string): string => `${count} ${word}${count === 1 ? '' : 's'}`;

function describeOne({ name, id, outcome, reason, remarks, tests }: ImportedExercise): string {
	if (outcome === 'refused') return `refused   ${name}: ${reason}`;
	const told = remarks.length > 0 ? `; ${remarks.join('; ')}` : '';
	return `${outcome.padEnd(9)} ${id} (${plural(tests, 'test')}${told})`;
}

/** One line for each exercise, and the counts. */
export function describeReport({ counts, exercises, out }: ImportReport): string {
	const { found, imported, withRemarks, refused, tests, skippedTests, startsThatFail } = counts;
	return [
		...exercises.map(describeOne),
		'',
		`${plural(found, 'exercise')}: ${imported} imported (${withRemarks} of them with remarks), ${refused} refused.`,
		`${plural(tests, 'test')} run and passed by the references; ${skippedTests} that the collection has switched off or only promised were left out.`,
		startsThatFail === imported
			? 'Every start fails its suite, as it must.'
			: `${imported - startsThatFail} of ${imported} are not ready: their starts pass.`,
		...(imported > 0 ? [`They are in ${out}. Look at them: EXERCISES=${out} npm start`] : [])
	].join('\n');
}
