/** One figure of the bench. `n`: how many samples it was made of. */
export interface Figure {
	/** Null where this machine cannot tell. */
	value: number | null;
	unit: string;
	n: number;
}
export type Figures = Record<string, Figure>;

const sorted = (samples: readonly number[]) => [...samples].sort((a, b) => a - b);
export const median = (samples: readonly number[]): number => {
	const all = sorted(samples);
	const middle = all.length / 2;
	return all.length % 2 ? all[Math.floor(middle)]! : (all[middle - 1]! + all[middle]!) / 2;
};
/** Nearest rank. */
export const p95 = (samples: readonly number[]): number =>
	sorted(samples)[Math.ceil(samples.length * 0.95) - 1]!;

export const round = (value: number) => Number(value.toPrecision(4));
export const figure = (samples: readonly number[], unit = 'ms', of = median): Figure => ({
	value: round(of(samples)),
	unit,
	n: samples.length
});
