const KEPT = 200;

/** The median of the last 200 values, rounded to a tenth; null before the first. */
export function createMedian() {
	const values: number[] = [];
	let next = 0;
	return {
		add(value: number): void {
			values[next] = value;
			next = (next + 1) % KEPT;
		},
		value(): number | null {
			if (values.length === 0) return null;
			const all = [...values].sort((a, b) => a - b);
			return Math.round((all[Math.floor(all.length / 2)] ?? 0) * 10) / 10;
		}
	};
}
